import Foundation
import GRDB
import Records
import Text

extension Archive {
  /// Saves a query under a name.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - query: what it looks for.
  ///   - includesPresent: whether what the archive has already counts as found.
  /// - Throws: `ArchiveError.taken` where the name is in use.
  @discardableResult
  public func addFollow(
    _ name: String, _ query: SearchQuery, includesPresent: Bool = false
  ) throws -> Int {
    try write { transaction in
      if try transaction.number("SELECT id FROM follow WHERE name = ?", [name]) != nil {
        throw ArchiveError.taken("a follow named \(name)")
      }
      let newest = try transaction.number("SELECT max(id) FROM version") ?? 0
      return try transaction.add(
        "INSERT INTO follow (name, query, seen, at) VALUES (?, ?, ?, ?)",
        [name, query.text, includesPresent ? 0 : newest, transaction.moment])
    }
  }

  /// Forgets a follow with what it found.
  ///
  /// - Throws: `ArchiveError.unknown` where nobody has the name.
  public func removeFollow(_ name: String) throws {
    try write { transaction in
      guard try transaction.number("SELECT id FROM follow WHERE name = ?", [name]) != nil else {
        throw ArchiveError.unknown("follow named \(name)")
      }
      try transaction.run("DELETE FROM follow WHERE name = ?", [name])
    }
  }

  /// Adds a way by which a follow's items go, from the next one on.
  ///
  /// A webhook's key that is given itself lies in the archive, in clear, since it signs what goes out:
  /// the file is then made readable to its owner only. One that a file holds stays there.
  ///
  /// - Parameter setting: the key of a webhook's signature, or `webhookKeyFile` and the path of a file
  ///   that holds it; or the command that sends a mail.
  /// - Throws: `ArchiveError` where the follow is unknown or has this way already.
  public func addDelivery(
    to name: String, _ kind: Delivery.Kind, target: String, setting: String? = nil
  ) throws {
    if kind == .webhook, setting?.hasPrefix(Self.webhookKeyFile) == false { try keepToOwner() }
    try write { transaction in
      guard let follow = try transaction.number("SELECT id FROM follow WHERE name = ?", [name])
      else { throw ArchiveError.unknown("follow named \(name)") }
      let known = try transaction.number(
        "SELECT id FROM delivery WHERE follow = ? AND kind = ? AND target = ?",
        [follow, kind.rawValue, target])
      if known != nil { throw ArchiveError.taken("\(kind.rawValue) to \(target)") }
      try transaction.run(
        """
        INSERT INTO delivery (follow, kind, target, setting, done)
        VALUES (?1, ?2, ?3, ?4, ifnull((SELECT max(id) FROM follow_item WHERE follow = ?1), 0))
        """, [follow, kind.rawValue, target, setting])
    }
  }

  /// Takes the archive's files from everybody but their owner; SQLite makes the files beside it anew
  /// with the same permissions.
  private func keepToOwner() throws {
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
      do {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o600], ofItemAtPath: path + end)
      } catch {
        throw ArchiveError.inaccessible(path: path + end, detail: error.localizedDescription)
      }
    }
  }

  /// All follows, by name.
  ///
  /// - Throws: `ArchiveError`.
  public func follows() throws -> [Follow] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM follow ORDER BY name").map { row in
        let id: Int = row["id"]
        let deliveries = try Row.fetchAll(
          database, sql: "SELECT * FROM delivery WHERE follow = ? ORDER BY id", arguments: [id]
        ).compactMap(Delivery.init)
        let count = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM follow_item WHERE follow = ?", arguments: [id])
        return Follow(
          id: id, name: row["name"], query: row["query"], items: count ?? 0,
          deliveries: deliveries)
      }
    }
  }

  /// What a follow found, the newest first.
  ///
  /// - Throws: `ArchiveError.unknown` where nobody has the name.
  public func items(of name: String, after cursor: Cursor? = nil, limit: Int = 50) throws
    -> Page<FollowItem>
  {
    try read { database in
      guard
        let follow = try Int.fetchOne(
          database, sql: "SELECT id FROM follow WHERE name = ?", arguments: [name])
      else { throw ArchiveError.unknown("follow named \(name)") }
      let items = try FollowItem.fetch(
        database, "follow = ? AND follow_item.id < ? ORDER BY follow_item.id DESC LIMIT ?",
        [follow, cursor?.rest.first ?? Int.max, limit + 1])
      let shown = Array(items.prefix(limit))
      return Page(
        items: shown,
        next: items.count <= limit ? nil : shown.last.map { Cursor(day: "", rest: [$0.id]) })
    }
  }

  /// Looks for new matches of every follow. What is found is noted together with how far the follow
  /// has looked, so that a match is found once, whenever the program is cut off.
  ///
  /// - Returns: how many new items each follow found, by name.
  /// - Throws: `ArchiveError`.
  @discardableResult
  public func matchFollows() throws -> [String: Int] {
    var found: [String: Int] = [:]
    for follow in try follows() {
      let query: SearchQuery
      do {
        query = try SearchQuery(follow.query)
      } catch {
        throw ArchiveError.unknown("the query of the follow \(follow.name), \(error)")
      }
      found[follow.name] = try write { try $0.match(follow.id, query) }
    }
    return found
  }
}

extension Transaction {
  /// Notes what is new for a follow and gives the number.
  fileprivate func match(_ follow: Int, _ query: SearchQuery) throws -> Int {
    let newest = try number("SELECT max(id) FROM version") ?? 0
    guard let seen = try number("SELECT seen FROM follow WHERE id = ?", [follow]), seen < newest
    else { return 0 }
    let new = try Int.fetchAll(
      database, sql: "SELECT DISTINCT document FROM version WHERE id > ?", arguments: [seen])
    let presenter = HitPresenter(database: database, packing: packing, wanted: query.wanted)
    var count = 0
    try Search(query.expression, query.unit).all(database, among: new) { places in
      for place in places {
        let hit = try presenter.hit(query.unit, place)
        let key =
          query.unit == .report
          ? "report" : query.unit.rawValue + " " + SHA256.hex(Array(Folded.name(hit.words).utf8))
        try run(
          """
          INSERT OR IGNORE INTO follow_item (follow, document, key, hit, at)
          VALUES (?, ?, ?, ?, ?)
          """, [follow, place.document, key, try JSONText.of(hit), moment])
        count += database.changesCount
      }
    }
    try run("UPDATE follow SET seen = ? WHERE id = ?", [newest, follow])
    return count
  }
}

extension Delivery {
  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    self.init(
      id: row["id"], kind: kind, target: row["target"], failures: row["failures"],
      nextTry: row["next_try"], error: row["error"])
  }
}

extension FollowItem {
  /// The items that a condition selects.
  static func fetch(
    _ database: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [FollowItem] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT follow_item.*, document.address FROM follow_item
        JOIN document ON document.id = follow_item.document WHERE \(condition)
        """, arguments: arguments
    ).map { row in
      let hit: String? = row["hit"]
      let (address, key): (String, String) = (row["address"], row["key"])
      return FollowItem(
        id: row["id"],
        hit: hit.flatMap { try? JSONDecoder().decode(SearchHit.self, from: Data($0.utf8)) },
        at: row["at"], urn: "urn:sha256:" + SHA256.hex(Array("\(address) \(key)".utf8)))
    }
  }
}
