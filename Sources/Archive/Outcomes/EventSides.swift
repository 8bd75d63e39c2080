import GRDB

/// Who does it and to whom, as people decided who is who: enough to tell most events that have nothing
/// to do with each other apart, before anything else is read of them.
struct EventSides {
  let doers: Set<Int>
  let recipients: Set<Int>

  init(doers: Set<Int>, recipients: Set<Int>) {
    (self.doers, self.recipients) = (doers, recipients)
  }

  /// From the columns of an event: numbers of actors, parted by commas.
  init(_ doers: String?, _ recipients: String?, _ wholes: WholeActors) throws {
    self.init(doers: try wholes.of(doers), recipients: try wholes.of(recipients))
  }

  /// Meetings and agreements have no sides: who meets whom is told either way round.
  static func areMutual(_ type: String) -> Bool {
    ["CONSULT", "AGREE", "COOPERATE"].contains(type)
  }

  /// Whether two events of a type share parties enough to be one.
  func mayBeOne(with other: EventSides, _ type: String) -> Bool {
    if Self.areMutual(type) {
      let (mine, theirs) = (doers.union(recipients), other.doers.union(other.recipients))
      let shared = mine.intersection(theirs).count
      // Where two parties are known on both sides, one shared is not enough.
      return shared > 0 && shared >= min(2, mine.count, theirs.count)
    }
    return !doers.isDisjoint(with: other.doers)
      && (recipients.isEmpty || other.recipients.isEmpty
        || !recipients.isDisjoint(with: other.recipients))
  }
}

/// Whom people decided actors to be, asked once for each; for one transaction.
final class WholeActors {
  private let database: Database
  private var known: [Int: Int] = [:]

  init(_ database: Database) { self.database = database }

  /// The actors of a list of numbers, parted by commas.
  func of(_ list: String?) throws -> Set<Int> {
    guard let list else { return [] }
    return Set(try list.split(separator: ",").compactMap { Int($0) }.compactMap(whole))
  }

  private func whole(_ actor: Int) throws -> Int? {
    if let known = known[actor] { return known }
    let whole = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT ifnull(same_as, id) FROM actor WHERE id = ?"),
      arguments: [actor])
    known[actor] = whole
    return whole
  }
}
