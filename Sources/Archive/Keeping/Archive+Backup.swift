import Foundation
import GRDB

extension Archive {
  /// Copies the archive, as it stands at one moment, into a new file, while others go on.
  ///
  /// - Throws: `ArchiveError.inaccessible` where the file is there already or can't be written.
  public func backup(to file: String) throws {
    if FileManager.default.fileExists(atPath: file) {
      throw ArchiveError.inaccessible(path: file, detail: "there is a file of this name already")
    }
    // Beside the target first: what bears the name is whole.
    let part = file + ".part"
    try? FileManager.default.removeItem(atPath: part)
    do {
      try pool.vacuum(into: part)
      try FileManager.default.moveItem(atPath: part, toPath: file)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw ArchiveError.inaccessible(path: file, detail: "\(error)")
    }
  }

  /// Looks the whole file over: its pages, its indexes, its references.
  ///
  /// - Throws: `ArchiveError.damaged` with the first thing that is wrong.
  public func checkIntegrity() throws {
    try read { database in
      let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
      if let first = found.first, first != "ok" {
        throw ArchiveError.damaged(path: path, detail: first)
      }
      if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
        throw ArchiveError.damaged(path: path, detail: "a line refers to what isn't there")
      }
    }
  }

  /// Puts a backup in the place of an archive, once it was looked over.
  ///
  /// - Parameters:
  ///   - backup: the file that `backup` made.
  ///   - path: where it goes; what stands there is kept beside it, under the name returned.
  /// - Returns: the name that the former archive has now; nil where there was none.
  /// - Throws: `ArchiveError` where the backup is no sound archive; then nothing is changed.
  public static func restore(_ backup: String, to path: String) throws -> String? {
    let part = path + ".part"
    let files = FileManager.default
    try? files.removeItem(atPath: part)
    do {
      try files.copyItem(atPath: backup, toPath: part)
    } catch {
      throw files.fileExists(atPath: backup)
        ? ArchiveError.inaccessible(path: part, detail: error.localizedDescription)
        : ArchiveError.missing(path: backup)
    }
    do {
      let copy = try Archive(at: part, mode: .existing)
      try copy.checkIntegrity()
      try copy.checkpoint()
      try copy.pool.close()
    } catch {
      for end in ["", "-wal", "-shm"] { try? files.removeItem(atPath: part + end) }
      throw (error as? ArchiveError)?.about(backup) ?? error
    }
    var former: String?
    if files.fileExists(atPath: path) {
      // With its log folded in, so that nothing that was acknowledged stays behind.
      let present = try? Archive(at: path, mode: .existing)
      try present?.checkpoint()
      try present?.pool.close()
      let name = (1...).lazy.map { "\(path).before-restore-\($0)" }
        .first { !files.fileExists(atPath: $0) }!
      for end in ["", "-wal", "-shm"] where files.fileExists(atPath: path + end) {
        try files.moveItem(atPath: path + end, toPath: name + end)
      }
      former = name
    }
    for end in ["-wal", "-shm"] { try? files.removeItem(atPath: part + end) }
    try files.moveItem(atPath: part, toPath: path)
    return former
  }
}
