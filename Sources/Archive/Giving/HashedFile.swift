import Foundation
import Text

/// A new file whose hash grows with it, so that it need not be read again.
struct HashedFile {
  private let handle: FileHandle
  private(set) var hash = SHA256()

  /// Makes the file.
  ///
  /// - Throws: `ArchiveError.inaccessible` where it cannot be made.
  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw ArchiveError.inaccessible(path: path, detail: "it can't be made") }
    self.handle = handle
  }

  mutating func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    hash.update(bytes)
    try handle.write(contentsOf: Data(bytes))
  }

  func close() throws { try handle.close() }
}
