import GRDB

/// An actor across documents, in short.
public struct ActorSummary: Hashable, Codable, Sendable {
  /// The archive's number for it, for good; `speaker:#17` and `actor:#17` search for it.
  public let id: Int
  /// The name under which it came in first.
  public let name: String
  /// `person`, `organisation`, `state`, `group` or `source`.
  public let kind: String
  /// ISO 3166-1 alpha-3, where known.
  public let country: String?
  /// How many reports it appears in.
  public let reports: Int
}

/// An actor with what the reports call it.
public struct ActorProfile: Hashable, Codable, Sendable {
  /// A role, with the days of the first and the last report that gives it.
  public struct Role: Hashable, Codable, Sendable {
    /// The words, "White House Press Secretary".
    public let title: String
    /// The first day, ISO 8601; nil where no report has a date.
    public let first: String?
    /// The last day.
    public let last: String?
    /// How many reports give it.
    public let reports: Int
  }

  /// The actor.
  public let summary: ActorSummary
  /// Every name, in the order of coming in.
  public let names: [String]
  /// The roles, the latest first.
  public let roles: [Role]
  /// The numbers of the actors that people merged into this one.
  public let merged: [Int]
}

extension Archive {
  /// The actors whose names have these words, those of most reports first.
  ///
  /// - Parameters:
  ///   - words: words of a name, the last one maybe only begun; nil for all actors.
  ///   - limit: the most actors.
  /// - Throws: `ArchiveError`.
  public func actors(named words: String? = nil, limit: Int = 50) throws -> [ActorSummary] {
    let pattern = words.map { WordPattern(text: $0, isPrefix: true).match ?? "\"\"" }
    return try read { database in
      let named: SQL =
        pattern.map {
          """
          actor.id IN (SELECT ifnull(own.same_as, own.id) FROM actor_name
            JOIN actor AS own ON own.id = actor_name.actor
            WHERE actor_name.id IN (SELECT rowid FROM actor_words WHERE actor_words MATCH \($0)))
          """
        } ?? "1"
      return try SQLRequest<Row>(
        literal: """
          SELECT actor.*, (SELECT count(DISTINCT appearance.document) FROM appearance
            JOIN actor AS own ON own.id = appearance.actor
            WHERE appearance.actor = actor.id OR own.same_as = actor.id) AS reports
          FROM actor WHERE actor.same_as IS NULL AND \(named)
          ORDER BY reports DESC, actor.id LIMIT \(limit)
          """
      ).fetchAll(database).map(ActorSummary.init).filter { $0.reports > 0 }
    }
  }

  /// An actor with its names and roles over time; of a merged one, the actor that it is. Nil where
  /// nobody has the number.
  ///
  /// - Throws: `ArchiveError`.
  public func actor(_ id: Int) throws -> ActorProfile? {
    try read { database in
      guard
        let whole = try Int.fetchOne(
          database, sql: "SELECT ifnull(same_as, id) FROM actor WHERE id = ?", arguments: [id]),
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT actor.*, (SELECT count(DISTINCT document) FROM appearance
              WHERE actor IN (SELECT id FROM actor WHERE id = ?1 OR same_as = ?1)) AS reports
            FROM actor WHERE id = ?1
            """, arguments: [whole])
      else { return nil }
      let names = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM actor_name WHERE actor IN
            (SELECT id FROM actor WHERE id = ?1 OR same_as = ?1)
          GROUP BY name ORDER BY min(id)
          """, arguments: [whole])
      let roles = try Row.fetchAll(
        database,
        sql: """
          SELECT role.title, min(nullif(document.published, '')) AS first,
            max(nullif(document.published, '')) AS last,
            count(DISTINCT document.id) AS reports
          FROM appearance JOIN role ON role.document = appearance.document
            AND role.appearance = appearance.number
          JOIN document ON document.id = appearance.document
          WHERE appearance.actor IN (SELECT id FROM actor WHERE id = ?1 OR same_as = ?1)
          GROUP BY role.title ORDER BY last DESC, reports DESC, role.title
          """, arguments: [whole]
      ).map {
        ActorProfile.Role(
          title: $0["title"], first: $0["first"], last: $0["last"], reports: $0["reports"])
      }
      let merged = try Int.fetchAll(
        database, sql: "SELECT id FROM actor WHERE same_as = ? ORDER BY id", arguments: [whole])
      return ActorProfile(
        summary: ActorSummary(row), names: names, roles: roles, merged: merged)
    }
  }
}

extension ActorSummary {
  init(_ row: Row) {
    self.init(
      id: row["id"], name: row["name"], kind: row["kind"], country: row["country"],
      reports: row["reports"])
  }
}
