import Foundation

/// What stands at an archive's path, looked at before SQLite does: SQLite would make a database of
/// an empty file and lock a foreign one.
enum FileCheck {
  private static let head = Array("SQLite format 3\u{0}".utf8)

  /// Whether the archive is still to be made: no file, or an empty one.
  ///
  /// - Throws: `ArchiveError` where something else stands there.
  static func isNew(_ path: String) throws -> Bool {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return true
    }
    if isFolder.boolValue {
      throw ArchiveError.inaccessible(path: path, detail: "it is a folder")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ArchiveError.inaccessible(path: path, detail: "no permission to read it")
    }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: head.count)) ?? Data()
    if start.isEmpty { return true }
    guard Array(start) == head else { throw ArchiveError.foreign(path: path) }
    return false
  }
}
