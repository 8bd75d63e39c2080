import Foundation
import Records
import Text

/// Where an input comes from; `load` reads it.
public enum IntakeSource: Hashable, Sendable {
  case file(String)
  case standardInput
  case folderWithoutPages(String)

  /// The path as given; nil for standard input.
  public var name: String? {
    switch self {
    case .file(let path), .folderWithoutPages(let path): path
    case .standardInput: nil
    }
  }

  /// Reads the input, or says why it can't be read; never reads more than the limit.
  public func load(limit: Int = Intake.largestInput) -> IntakeItem {
    switch self {
    case .folderWithoutPages:
      return refused("no-pages", "no page or text (.html, .htm, .txt, .md) in this folder")
    case .file(let path):
      guard let handle = FileHandle(forReadingAtPath: path) else {
        return FileManager.default.fileExists(atPath: path)
          ? refused("unreadable", "the file can't be opened; check its permissions")
          : refused("not-found", "no such file or folder")
      }
      defer { try? handle.close() }
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      if let size = (attributes?[.size] as? NSNumber)?.intValue, size > limit {
        return tooLarge(limit, bytes: size)
      }
      return load(handle, limit: limit)
    case .standardInput:
      return load(.standardInput, limit: limit)
    }
  }

  private func load(_ handle: FileHandle, limit: Int) -> IntakeItem {
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit, let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes += piece
      }
    } catch {
      return refused("unreadable", "reading failed: \(error.localizedDescription)")
    }
    return bytes.count > limit ? tooLarge(limit, bytes: nil) : Self.input(bytes, source: name)
  }

  private func tooLarge(_ limit: Int, bytes: Int?) -> IntakeItem {
    refused(
      "too-large", "more than \(limit >> 20) MiB; a report is smaller: split the file",
      bytes: bytes)
  }

  /// An input over bytes, or a refusal where they are empty or no text.
  static func input(_ bytes: [UInt8], source: String?) -> IntakeItem {
    func refused(_ reason: String, _ message: String) -> IntakeItem {
      .refused(
        LedgerLine(
          source: source, state: .refused, reasons: [reason], message: message,
          bytes: bytes.count, sha256: SHA256.hex(bytes)))
    }
    if bytes.allSatisfy({ $0 == 0x20 || (9...13).contains($0) }) {
      return refused("empty", "nothing but white space")
    }
    return .input(
      Input(
        source: source, bytes: bytes, format: PageKind.format(of: bytes, name: source),
        sha256: SHA256.hex(bytes)))
  }

  private func refused(_ reason: String, _ message: String, bytes: Int? = nil) -> IntakeItem {
    .refused(
      LedgerLine(
        source: name, state: .refused, reasons: [reason], message: message, bytes: bytes))
  }
}
