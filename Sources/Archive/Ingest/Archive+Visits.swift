import GRDB
public import Pages

extension Archive: VisitMemory {
  /// The last visit of an address; nil where there was none.
  ///
  /// - Throws: `ArchiveError`.
  public func visit(of address: String) throws -> Visit? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM visit WHERE address = ?", arguments: [address]
      ).map { row in
        Visit(
          address: row["address"], location: row["location"], entityTag: row["entity_tag"],
          modified: row["modified"])
      }
    }
  }

  /// Notes a visit in place of the one before.
  ///
  /// - Throws: `ArchiveError`.
  public func note(_ visit: Visit) throws {
    try write { transaction in
      try transaction.run(
        """
        INSERT OR REPLACE INTO visit (address, location, entity_tag, modified, at)
        VALUES (?, ?, ?, ?, ?)
        """,
        [visit.address, visit.location, visit.entityTag, visit.modified, transaction.moment])
    }
  }
}
