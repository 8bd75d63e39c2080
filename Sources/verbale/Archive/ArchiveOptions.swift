import Archive
import ArgumentParser
import Foundation
import Text

/// Which archive: shared by all commands that keep or ask one.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .customLong("archive"),
    help: "The archive's file; else $VERBALE_ARCHIVE, else verbale.sqlite in this folder.",
    completion: .file(extensions: ["sqlite"]))
  var file: String?

  /// The archive's path.
  var path: String {
    let named = ProcessInfo.processInfo.environment["VERBALE_ARCHIVE"] ?? ""
    return file ?? (named.isEmpty ? "verbale.sqlite" : named)
  }

  /// Opens the archive.
  ///
  /// - Throws: `Complaint` where that can't be done.
  func open(_ mode: Archive.Mode = .existing) throws -> Archive {
    try Self.complaining { try Archive(at: path, mode: mode) }
  }

  /// The number of a document that the user names.
  ///
  /// - Throws: `Complaint` where nobody has the name.
  func document(_ name: String, in archive: Archive) throws -> Int {
    if let id = try Self.complaining({ try archive.document(named: name) }) { return id }
    // A file that came in under another name, or with the same bytes as another.
    let bytes = FileManager.default.contents(atPath: name).map { SHA256.hex([UInt8]($0)) }
    guard let hash = bytes, let id = try Self.complaining({ try archive.document(named: hash) })
    else {
      throw Complaint(
        "\(name): no such document in \(path); give its number, address, path or hash.")
    }
    return id
  }

  /// Tells an archive's error as a complaint, which ends the program with status 2.
  static func complaining<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as ArchiveError {
      throw Complaint(error.description)
    }
  }
}
