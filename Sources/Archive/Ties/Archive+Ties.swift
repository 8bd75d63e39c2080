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
  ///   - actor: only ties of this actor.
  ///   - reports: how many of the newest reports are looked at; of an actor's, those that came in
  ///     last.
  ///   - limit: the most ties.
  /// - Throws: `ArchiveError`.
  public func ties(of actor: Int? = nil, reports: Int = 600, limit: Int = 60) throws -> [ActorTie] {
    try read { database in
      let identity = try actor.map { try Identity(of: $0, database) }
      let merged = try Self.merged(database)
      var counts: [Tie: Int] = [:]
      let events = try Row.fetchCursor(
        database, sql: Self.events(hasActor: actor != nil),
        arguments: identity.map { [$0.list, reports] } ?? [reports])
      while let row = try events.next() {
        func side(_ index: Int) -> Set<Int> {
          let named: String = row[index]
          return Set(named.split(separator: ",").compactMap { Int($0) }.map { merged[$0] ?? $0 })
        }
        for one in side(0) {
          for other in side(1) where one != other {
            counts[Tie(from: one, to: other), default: 0] += 1
          }
        }
      }
      let own = identity?.members.first
      let strongest = counts.filter { own == nil || $0.key.from == own || $0.key.to == own }
        .sorted { ($1.value, $0.key.from, $0.key.to) < ($0.value, $1.key.from, $1.key.to) }
        .prefix(limit)
      return try strongest.map { tie, count in
        ActorTie(
          actor: try party(tie.from, database), recipient: try party(tie.to, database),
          events: count)
      }
    }
  }

  private struct Tie: Hashable {
    let from: Int
    let to: Int
  }

  /// The events of the newest reports that name both sides.
  private static func events(hasActor: Bool) -> String {
    let newest =
      hasActor
      ? """
      SELECT DISTINCT document AS id FROM (
        SELECT document FROM appearance WHERE actor IN (SELECT value FROM json_each(?))
        ORDER BY document DESC LIMIT ?)
      """
      : "SELECT id FROM document ORDER BY published DESC, id DESC LIMIT ?"
    return """
      SELECT event.doers, event.recipients FROM (\(newest)) AS newest
      CROSS JOIN event ON event.document = newest.id
      WHERE event.doers IS NOT NULL AND event.recipients IS NOT NULL
      """
  }

  /// Whom people decided actors to be.
  private static func merged(_ database: Database) throws -> [Int: Int] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, same_as FROM actor WHERE same_as IS NOT NULL")
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  private func party(_ id: Int, _ database: Database) throws -> LineFacts.Party {
    LineFacts.Party(actor: id, name: try Self.summary(id, database)?.name ?? "")
  }
}
