import GRDB

extension Archive {
  /// The name under which an actor came in, also of one that was merged into another.
  ///
  /// - Throws: `ArchiveError`.
  public func ownName(of actor: Int) throws -> String? {
    try read {
      try String.fetchOne(
        $0, sql: "SELECT name.name FROM actor JOIN name ON name.id = actor.name WHERE actor.id = ?",
        arguments: [actor])
    }
  }

  /// The merges and splits that speak of an actor or of those that were merged into it, the newest
  /// first.
  ///
  /// - Throws: `ArchiveError`.
  public func identityDecisions(about actor: Int, limit: Int = 50) throws -> [Decision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH same (id) AS (SELECT value FROM json_each(?1))
          SELECT decision.*, NULL AS kind, NULL AS words, NULL AS number,
            EXISTS (SELECT 1 FROM decision AS later WHERE later.undoes = decision.id) AS undone
          FROM decision WHERE verdict IN ('merge', 'split')
            AND (actor IN (SELECT id FROM same) OR other_actor IN (SELECT id FROM same))
          ORDER BY id DESC LIMIT ?2
          """, arguments: [try Identity(of: actor, database).list, limit]
      ).map(Decision.init)
    }
  }

  /// The reports in which an actor appears, the newest first, with the number that it has there:
  /// its own, or that of an actor merged into it.
  ///
  /// - Throws: `ArchiveError`.
  public func reports(of actor: Int, limit: Int = 20) throws -> [ActorReport] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH same (id) AS (SELECT value FROM json_each(?1))
          SELECT document.*, min(newest.actor) AS actor, min(actor.key) AS key
          -- Who is in thousands of reports is looked for in those that came in last.
          FROM (SELECT document, actor FROM appearance WHERE actor IN (SELECT id FROM same)
            ORDER BY document DESC LIMIT 400) AS newest
          JOIN actor ON actor.id = newest.actor
          JOIN document ON document.id = newest.document
          GROUP BY document.id ORDER BY document.published DESC, document.id DESC LIMIT ?2
          """, arguments: [try Identity(of: actor, database).list, limit]
      ).map { row in
        let key: String? = row["key"]
        return ActorReport(
          document: DocumentSummary(row), actor: row["actor"], isShared: key != nil)
      }
    }
  }
}

/// An actor and all that people decided it to be one with.
struct Identity {
  /// The actor that stands for all of them, first; nobody where the number is unknown.
  let members: [Int]

  init(members: [Int]) { self.members = members }

  init(of actor: Int, _ database: Database) throws {
    members = try Int.fetchAll(
      database.cachedStatement(
        sql: """
          WITH whole (id) AS (SELECT ifnull(same_as, id) FROM actor WHERE id = ?)
          SELECT id FROM whole
          UNION ALL SELECT actor.id FROM whole JOIN actor ON actor.same_as = whole.id
          """), arguments: [actor])
  }

  /// The numbers as a JSON array, for SQL.
  var list: String { "[" + members.map(String.init).joined(separator: ",") + "]" }
}

/// A report in which an actor appears.
public struct ActorReport: Hashable, Codable, Sendable {
  /// The report.
  public let document: DocumentSummary
  /// The actor as this report has it.
  public let actor: Int
  /// Whether the report shares it with others, so that it may be split off.
  public let isShared: Bool
}
