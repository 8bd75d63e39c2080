import GRDB
import Records

extension Transaction {
  /// The archive's actor for an actor of a record, and whether it is one that other reports share,
  /// where its name tells who it is; else it is one of its own.
  ///
  /// - Parameter taken: the document's actors so far: two bearers of one name in a report stay two.
  func actorID(of actor: Actor, in document: Int, besides taken: Set<Int>) throws
    -> (id: Int, isShared: Bool)
  {
    let name = try nameID(actor.name)
    let shared = try isSplitOff(actor, in: document) ? nil : sharedActor(actor, name)
    let id = try shared ?? localActor(actor, name, in: document, taken)
    let own = shared == nil ? name : try number("SELECT name FROM actor WHERE id = ?", [id])
    for alias in try Set([name] + actor.aliases.map(nameID)).sorted() where alias != own {
      try run("INSERT OR IGNORE INTO alias (actor, name) VALUES (?, ?)", [id, alias])
    }
    return (id, shared != nil)
  }

  /// Counts a document in, or out, for each actor that appears in it.
  func countReport(of cast: [Int], by change: Int) throws {
    var wholes: Set<Int> = []
    for actor in cast {
      wholes.insert(try number("SELECT same_as FROM actor WHERE id = ?", [actor]) ?? actor)
    }
    for whole in wholes.sorted() {
      try run("UPDATE actor SET reports = reports + ? WHERE id = ?", [change, whole])
    }
  }

  /// The shared actor of this name whose country doesn't speak against it: persons of one name
  /// from two countries are two.
  private func sharedActor(_ actor: Actor, _ name: Int) throws -> Int? {
    guard let key = ActorKey.shared(by: actor) else { return nil }
    let known = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, country FROM actor WHERE key = ?1
            OR (key > ?1 || '|' AND key < ?1 || '}') ORDER BY id
          """), arguments: [key])
    if let same = known.first(where: { $0["country"] == actor.country }) { return same["id"] }
    guard let country = actor.country else {
      return try known.first?["id"] ?? addActor(actor, name, key: key, home: nil)
    }
    if let open = known.first(where: { ($0["country"] as String?) == nil }) {
      let id: Int = open["id"]
      try run("UPDATE actor SET country = ? WHERE id = ?", [country, id])
      return id
    }
    return try addActor(
      actor, name, key: known.isEmpty ? key : key + "|" + country, home: nil)
  }

  /// Whether people decided that this report's bearer of a shared name is somebody else.
  private func isSplitOff(_ actor: Actor, in document: Int) throws -> Bool {
    guard let key = ActorKey.shared(by: actor) else { return false }
    return try number(
      "SELECT document FROM split WHERE document = ? AND key = ?", [document, key]) != nil
  }

  /// The report's own actor of this name that an earlier reading made, so that decisions about it
  /// stand; else a new one.
  private func localActor(
    _ actor: Actor, _ name: Int, in document: Int, _ taken: Set<Int>
  ) throws -> Int {
    let known = try Int.fetchAll(
      database.cachedStatement(
        sql: "SELECT id FROM actor WHERE name = ? AND home = ? AND kind = ? ORDER BY id"),
      arguments: [name, document, try term(.actor, actor.kind.rawValue)])
    guard let again = known.first(where: { !taken.contains($0) }) else {
      return try addActor(actor, name, key: nil, home: document)
    }
    try run("UPDATE actor SET present = 1 WHERE id = ?", [again])
    return again
  }

  private func addActor(_ actor: Actor, _ name: Int, key: String?, home: Int?) throws -> Int {
    try add(
      "INSERT INTO actor (key, home, name, kind, country) VALUES (?, ?, ?, ?, ?)",
      [key, home, name, try term(.actor, actor.kind.rawValue), actor.country])
  }

  /// The number of a name.
  private func nameID(_ name: String) throws -> Int {
    // FNV-1a, cut to 32 bits.
    let hash = name.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let known = try number(
      "SELECT id FROM name WHERE hash = ? AND name = ?", [Int(Int32(bitPattern: hash)), name])
    if let known { return known }
    let id = try add(
      "INSERT INTO name (hash, name) VALUES (?, ?)", [Int(Int32(bitPattern: hash)), name])
    try run("INSERT INTO name_words (rowid, name) VALUES (?, ?)", [id, name])
    return id
  }
}
