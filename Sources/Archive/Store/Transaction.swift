import GRDB

/// One change of the archive, kept whole or not at all. What it does stands in extensions, an idea
/// a file.
struct Transaction {
  let database: Database
  let packing: Packing
  /// The numbers of words that earlier transactions kept.
  let terms: TermCache
  /// When it happens, as the archive keeps it: `2026-11-22T20:15:00Z`.
  let moment: String

  /// Runs a statement.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Runs a statement that adds a row, and gives its id.
  func add(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try run(sql, arguments)
    return Int(database.lastInsertedRowID)
  }

  /// The first value of the first row.
  func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int? {
    try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }
}
