import Exchange
import Foundation
import Records

/// The file in which a run keeps its ledger: JSON lines, or CSV where it is named so.
final class LedgerFile {
  private static let columns = [
    "source", "id", "state", "reasons", "message", "bytes", "sha256", "url", "offset", "stored",
  ]

  private let file: FileHandle
  private let isCSV: Bool

  /// - Throws: `Complaint` where the file can't be written.
  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else {
      throw Complaint("--ledger: \(path) can't be written; name a file in a folder of yours.")
    }
    self.file = file
    isCSV = path.lowercased().hasSuffix(".csv")
    if isCSV { try write(CSV.row(Self.columns)) }
  }

  func add(_ line: LedgerLine) throws {
    try write(isCSV ? Self.row(line) : JSONText.of(line) + "\n")
  }

  private func write(_ text: String) throws {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw Complaint("--ledger: \(error.localizedDescription)")
    }
  }

  static func row(_ line: LedgerLine) -> String {
    func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
    return CSV.row([
      line.source ?? "", line.id ?? "", line.state.rawValue, line.reasons.joined(separator: " "),
      line.message ?? "", text(line.bytes), line.sha256 ?? "", line.url ?? "", text(line.offset),
      text(line.stored),
    ])
  }
}
