import GRDB

/// Two actors with the number of events in which the one acts on the other.
public struct ActorTie: Hashable, Codable, Sendable {
  /// Who acts.
  public let actor: LineFacts.Party
  /// On whom.
  public let recipient: LineFacts.Party
  /// In how many events.
  public let events: Int
}

extension Archive {
  /// Who acts on whom, the strongest ties first, over the newest reports.
  ///
  /// - Parameters:
  ///   - actor: only ties of this actor.
  ///   - reports: how many of the newest reports are looked at, unless one actor is asked for.
  ///   - limit: the most ties.
  /// - Throws: `ArchiveError`.
  public func ties(of actor: Int? = nil, reports: Int = 5000, limit: Int = 60) throws -> [ActorTie]
  {
    let over: SQL =
      if let actor {
        """
        one.document IN (
          SELECT document FROM appearance JOIN actor ON actor.id = appearance.actor
          WHERE actor.same_as = \(actor))
        """
      } else {
        """
        one.document IN (
          SELECT id FROM document ORDER BY published DESC, id DESC LIMIT \(reports))
        """
      }
    let mine: SQL = actor.map { "(from_id = \($0) OR to_id = \($0))" } ?? "TRUE"
    return try read { database in
      try SQLRequest<Row>(
        literal: """
          SELECT * FROM (
            SELECT a.same_as AS from_id, b.same_as AS to_id, count(*) AS events
            FROM party AS one
            JOIN party AS other
              ON other.document = one.document AND other.event = one.event AND other.side = 1
            JOIN actor AS a ON a.id = one.actor
            JOIN actor AS b ON b.id = other.actor
            WHERE one.side = 0 AND a.same_as <> b.same_as AND \(over)
            GROUP BY a.same_as, b.same_as
          ) WHERE \(mine) ORDER BY events DESC, from_id, to_id LIMIT \(limit)
          """
      ).fetchAll(database).map { row in
        let (from, to): (Int, Int) = (row["from_id"], row["to_id"])
        return ActorTie(
          actor: try party(from, database), recipient: try party(to, database),
          events: row["events"])
      }
    }
  }

  private func party(_ id: Int, _ database: Database) throws -> LineFacts.Party {
    let name = try String.fetchOne(
      database, sql: "SELECT name FROM actor WHERE id = ?", arguments: [id])
    return LineFacts.Party(actor: id, name: name ?? "")
  }
}
