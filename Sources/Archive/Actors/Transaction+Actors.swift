import GRDB
import Records

extension Transaction {
  /// The archive's actor for an actor of a record: the one that other reports share where its name
  /// tells who it is, else one of its own.
  func actorID(of actor: Actor, number: Int, in document: Int) throws -> Int {
    let shared = try isSplitOff(actor, in: document) ? nil : sharedActor(actor)
    let id = try shared ?? localActor(actor, number: number, in: document)
    for name in [actor.name] + actor.aliases { try addName(name, to: id) }
    return id
  }

  /// The shared actor of this name whose country doesn't speak against it: persons of one name
  /// from two countries are two.
  private func sharedActor(_ actor: Actor) throws -> Int? {
    guard let key = ActorKey.shared(by: actor) else { return nil }
    let known = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, country FROM actor WHERE key = ?1
            OR (key > ?1 || '|' AND key < ?1 || '}' AND key NOT LIKE '%#%') ORDER BY id
          """), arguments: [key])
    if let same = known.first(where: { $0["country"] == actor.country }) { return same["id"] }
    guard let country = actor.country else {
      return try known.first?["id"] ?? addActor(actor, key: key)
    }
    if let open = known.first(where: { ($0["country"] as String?) == nil }) {
      let id: Int = open["id"]
      try run("UPDATE actor SET country = ? WHERE id = ?", [country, id])
      return id
    }
    return try addActor(actor, key: known.isEmpty ? key : key + "|" + country)
  }

  /// Whether people decided that this report's bearer of a shared name is somebody else.
  private func isSplitOff(_ actor: Actor, in document: Int) throws -> Bool {
    guard let key = ActorKey.shared(by: actor) else { return false }
    return try number(
      "SELECT document FROM split WHERE document = ? AND key = ?", [document, key]) != nil
  }

  private func localActor(_ actor: Actor, number: Int, in document: Int) throws -> Int {
    let key = ActorKey.local(actor, number: number, in: document)
    return try self.number("SELECT id FROM actor WHERE key = ?", [key])
      ?? addActor(actor, key: key)
  }

  private func addActor(_ actor: Actor, key: String) throws -> Int {
    try add(
      "INSERT INTO actor (key, name, kind, country) VALUES (?, ?, ?, ?)",
      [key, actor.name, actor.kind.rawValue, actor.country])
  }

  private func addName(_ name: String, to actor: Int) throws {
    let known = try number(
      "SELECT id FROM actor_name WHERE actor = ? AND name = ?", [actor, name])
    if known != nil { return }
    let id = try add("INSERT INTO actor_name (actor, name) VALUES (?, ?)", [actor, name])
    try run("INSERT INTO actor_words (rowid, name) VALUES (?, ?)", [id, name])
  }
}
