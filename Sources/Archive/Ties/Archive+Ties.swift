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
  /// Who acts on whom, the strongest ties first.
  ///
  /// - Parameters:
  ///   - actor: only ties of this actor, over its newest 3,000 parts in events.
  ///   - reports: of all actors, how many of the newest reports are looked at.
  ///   - limit: the most ties.
  /// - Throws: `ArchiveError`.
  public func ties(of actor: Int? = nil, reports: Int = 1000, limit: Int = 60) throws -> [ActorTie]
  {
    try read { database in
      let over: SQL =
        if let actor {
          """
          SELECT DISTINCT party.document, party.event FROM (
            SELECT document, event FROM party WHERE actor IN (
              WITH whole (id) AS (SELECT ifnull(same_as, id) FROM actor WHERE id = \(actor))
              SELECT id FROM whole UNION
              SELECT actor.id FROM actor JOIN whole ON actor.same_as = whole.id)
            ORDER BY document DESC LIMIT 3000) AS party
          """
        } else {
          """
          SELECT event.document, event.number AS event FROM (
            SELECT id FROM document ORDER BY published DESC, id DESC LIMIT \(reports)
          ) AS newest JOIN event ON event.document = newest.id
          """
        }
      let mine: SQL =
        actor.map {
          "(SELECT ifnull(same_as, id) FROM actor WHERE id = \($0)) IN (from_id, to_id)"
        } ?? "TRUE"
      return try SQLRequest<Row>(
        literal: """
          SELECT * FROM (
            SELECT ifnull(a.same_as, a.id) AS from_id, ifnull(b.same_as, b.id) AS to_id,
              count(*) AS events
            FROM (\(over)) AS chosen
            CROSS JOIN party AS one ON one.document = chosen.document
              AND one.event = chosen.event AND one.side = 0
            CROSS JOIN party AS other ON other.document = chosen.document
              AND other.event = chosen.event AND other.side = 1
            JOIN actor AS a ON a.id = one.actor
            JOIN actor AS b ON b.id = other.actor
            GROUP BY from_id, to_id
          ) WHERE from_id <> to_id AND \(mine) ORDER BY events DESC, from_id, to_id LIMIT \(limit)
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
    LineFacts.Party(actor: id, name: try Self.summary(id, database)?.name ?? "")
  }
}
