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
  /// The roles, the latest first; where reports give it thousands, those of the reports that came in
  /// last.
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
    try actors(named: words, after: nil, limit: limit).items
  }

  /// The same, a page at a time.
  ///
  /// - Parameter cursor: where the page before ended.
  /// - Throws: `ArchiveError`.
  public func actors(
    named words: String? = nil, after cursor: Cursor?, limit: Int
  ) throws -> Page<ActorSummary> {
    let last = cursor.flatMap { $0.rest.count == 2 ? ($0.rest[0], $0.rest[1]) : nil }
    let behind: SQL =
      last.map { reports, id in
        "(actor.reports < \(reports) OR (actor.reports = \(reports) AND actor.id > \(id)))"
      } ?? "TRUE"
    let pattern = words.map { WordPattern(text: $0, isPrefix: true).match ?? "\"\"" }
    return try read { database in
      let chosen: SQL =
        pattern.map {
          """
          actor.id IN (
            SELECT ifnull(own.same_as, own.id) FROM name_words
            JOIN actor AS own ON own.name = name_words.rowid WHERE name_words MATCH \($0)
            UNION SELECT ifnull(own.same_as, own.id) FROM name_words
            JOIN alias ON alias.name = name_words.rowid JOIN actor AS own ON own.id = alias.actor
            WHERE name_words MATCH \($0))
          """
        } ?? "actor.reports > 1"
      func found(_ condition: SQL, _ limit: Int) throws -> [ActorSummary] {
        try SQLRequest<Row>(
          literal: """
            SELECT \(sql: Self.columns) FROM \(sql: Self.tables)
            WHERE actor.same_as IS NULL AND \(condition) AND \(behind)
            ORDER BY actor.reports DESC, actor.id LIMIT \(limit)
            """
        ).fetchAll(database).map(ActorSummary.init).filter { $0.reports > 0 }
      }
      // One more than a page tells whether there is another.
      var all = try found(chosen, limit + 1)
      // The index of the often named leaves out those of one report, which are most.
      let missing = pattern == nil ? limit + 1 - all.count : 0
      if missing > 0 { all += try found("actor.reports = 1", missing) }
      let shown = Array(all.prefix(limit))
      return Page(
        items: shown,
        next: all.count <= limit
          ? nil : shown.last.map { Cursor(day: "", rest: [$0.reports, $0.id]) })
    }
  }

  /// An actor in short; nil where nobody has the number.
  static func summary(_ id: Int, _ database: Database) throws -> ActorSummary? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT \(columns) FROM \(tables) WHERE actor.id = ?"),
      arguments: [id]
    ).map(ActorSummary.init)
  }

  private static let columns = """
    actor.id, name.name, kind.name AS kind, actor.country, actor.reports
    """
  private static let tables = """
    actor JOIN name ON name.id = actor.name JOIN term AS kind ON kind.id = actor.kind
    """

  /// Roles that reports give are counted up to here: it bounds the time of an answer.
  private static let mostRoles = 2000

  /// An actor with its names and roles over time; of a merged one, the actor that it is. Nil where
  /// nobody has the number.
  ///
  /// - Throws: `ArchiveError`.
  public func actor(_ id: Int) throws -> ActorProfile? {
    try read { database in
      guard
        let whole = try Int.fetchOne(
          database, sql: "SELECT ifnull(same_as, id) FROM actor WHERE id = ?", arguments: [id]),
        let summary = try Self.summary(whole, database)
      else { return nil }
      let names = try String.fetchAll(
        database,
        sql: """
          SELECT name.name FROM (
            SELECT name, id <> ?1 AS rank FROM actor WHERE id = ?1 OR same_as = ?1
            UNION ALL SELECT alias.name, 2 FROM alias
              WHERE actor IN (SELECT id FROM actor WHERE id = ?1 OR same_as = ?1)
          ) AS borne JOIN name ON name.id = borne.name
          GROUP BY name.id ORDER BY min(borne.rank), name.id
          """, arguments: [whole])
      let roles = try Row.fetchAll(
        database,
        sql: """
          SELECT role.title, min(nullif(document.published, '')) AS first,
            max(nullif(document.published, '')) AS last,
            count(DISTINCT document.id) AS reports
          FROM (SELECT document, title FROM role
            WHERE actor IN (SELECT id FROM actor WHERE id = ?1 OR same_as = ?1)
            ORDER BY document DESC LIMIT ?2) AS role
          JOIN document ON document.id = role.document
          GROUP BY role.title ORDER BY last DESC, reports DESC, role.title
          """, arguments: [whole, Self.mostRoles]
      ).map {
        ActorProfile.Role(
          title: $0["title"], first: $0["first"], last: $0["last"], reports: $0["reports"])
      }
      let merged = try Int.fetchAll(
        database, sql: "SELECT id FROM actor WHERE same_as = ? ORDER BY id", arguments: [whole])
      return ActorProfile(
        summary: summary, names: names, roles: roles, merged: merged)
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
