public import Foundation
import GRDB

/// The record of many reports, kept in one SQLite file.
///
/// ```swift
/// let archive = try Archive(at: "verbale.sqlite")
/// try archive.ingest(reader.read(input), from: input)
/// for document in try archive.documents().items { print(document.title ?? document.address) }
/// ```
///
/// Many threads and processes may read at once while one writes; whoever wants to write waits for
/// the other's transaction. Nothing is kept of the time but what `now` tells.
public final class Archive: Sendable {
  /// How an archive is opened.
  public enum Mode: Sendable {
    /// Made where none is.
    case create
    /// It must be there.
    case existing
  }

  /// The path as given.
  public let path: String
  /// The archive's clock.
  public let now: @Sendable () -> Date
  let pool: DatabasePool
  let packing: Packing
  private let terms = TermCache()

  /// Opens an archive, makes it where `mode` says so, and brings its tables up to date.
  ///
  /// - Parameters:
  ///   - path: the file; SQLite keeps `-wal` and `-shm` beside it while it is open.
  ///   - mode: whether a missing file is made.
  ///   - pages: the most database pages of 8 KiB that the file may have; for tests of a full disk.
  ///   - now: the clock that stamps ingests, decisions and deliveries.
  /// - Throws: `ArchiveError` where the file is missing, foreign, damaged, newer or not accessible.
  public init(
    at path: String, mode: Mode = .create, pages: Int? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.path = path
    self.now = now
    let isNew = try FileCheck.isNew(path)
    if isNew && mode == .existing { throw ArchiveError.missing(path: path) }
    (pool, packing) = try Self.translating(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.maximumReaderCount = 8
      configuration.prepareDatabase { database in
        // Two packed records don't fit into a page of 4 KiB, and half of it would lie waste.
        try database.execute(sql: "PRAGMA page_size = 8192")
        // An acknowledged document outlives a power cut.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // What is removed is overwritten: a takedown leaves no word in the file.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "PRAGMA cache_size = -65536")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try LineSearch.register(database)
        if let pages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      if !isNew, try pool.read(Schema.isForeign) { throw ArchiveError.foreign(path: path) }
      if try pool.read(Schema.migrator.hasBeenSuperseded) { throw ArchiveError.newer(path: path) }
      try Schema.migrator.migrate(pool)
      return (pool, try pool.read(Packing.init))
    }
  }

  /// Moves what was written lately from the `-wal` file into the archive's own, so that the one
  /// file holds all of it while nobody else reads.
  ///
  /// - Throws: `ArchiveError`.
  public func checkpoint() throws {
    try Self.translating(path) {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) {
      try pool.read {
        try packing.refresh($0)
        return try body($0)
      }
    }
  }

  /// Writes in one transaction: all of it is kept, or nothing.
  func write<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    let moment = now().ISO8601Format()
    return try Self.translating(path) {
      try pool.write {
        try packing.refresh($0)
        return try body(
          Transaction(database: $0, packing: packing, terms: terms.forTransaction(), moment: moment)
        )
      }
    }
  }

  private static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_FULL: throw ArchiveError.full(path: path)
      case .SQLITE_NOTADB: throw ArchiveError.foreign(path: path)
      case .SQLITE_CORRUPT: throw ArchiveError.damaged(path: path, detail: detail)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH:
        throw ArchiveError.inaccessible(path: path, detail: detail)
      default: throw error
      }
    } catch is Deflate.Damage {
      throw ArchiveError.damaged(path: path, detail: "what is stored can't be unpacked")
    } catch is ByteStream.Damage {
      throw ArchiveError.damaged(path: path, detail: "a stored record can't be read")
    }
  }
}
