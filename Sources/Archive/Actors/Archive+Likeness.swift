import GRDB

/// Another actor that may be the same, for people to decide.
public struct ActorCandidate: Hashable, Codable, Sendable {
  /// The other.
  public let summary: ActorSummary
  /// The words that a name of each has, two at least: never a surname alone.
  public let shared: [String]
  /// Whether the two are told to be of different countries.
  public let differsInCountry: Bool
}

extension Archive {
  /// The most names of an actor, and words of a name, that are compared.
  private static let (mostNames, mostWords) = (12, 6)

  /// Actors whose names share two words or more with a name of this one, those that share most
  /// first; people decide whether they are the same. A single word, as a surname, tells nothing.
  ///
  /// - Throws: `ArchiveError.unknown` where nobody has the number.
  public func candidates(of actor: Int, limit: Int = 8) throws -> [ActorCandidate] {
    guard let profile = try self.actor(actor) else { throw ArchiveError.unknown("actor \(actor)") }
    let own = profile.names.prefix(Self.mostNames).map(Self.tellingWords).filter { $0.count > 1 }
    let pairs = Set(own.flatMap(Self.pairs)).sorted()
    guard !pairs.isEmpty else { return [] }
    let match = pairs.map { "(\"\($0.one)\" AND \"\($0.other)\")" }.joined(separator: " OR ")
    return try read { database in
      let found = try Row.fetchAll(
        database,
        sql: """
          WITH alike (name, actor) AS (
            SELECT name_words.rowid, actor.id FROM name_words
            JOIN actor ON actor.name = name_words.rowid WHERE name_words MATCH ?1
            UNION SELECT name_words.rowid, alias.actor FROM name_words
            JOIN alias ON alias.name = name_words.rowid WHERE name_words MATCH ?1
          )
          SELECT ifnull(one.same_as, one.id) AS id, name.name FROM alike
          JOIN actor AS one ON one.id = alike.actor JOIN name ON name.id = alike.name
          WHERE ifnull(one.same_as, one.id) <> ?2 ORDER BY 1 LIMIT 2000
          """, arguments: [match, profile.summary.id])
      var shared: [Int: [String]] = [:]
      for row in found {
        let words = Set(Self.tellingWords(row["name"]))
        let best = own.map { $0.filter(words.contains) }.max { $0.count < $1.count } ?? []
        let id: Int = row["id"]
        if best.count > shared[id]?.count ?? 1 { shared[id] = best }
      }
      let candidates = try shared.compactMap { id, words -> ActorCandidate? in
        guard let summary = try Self.summary(id, database), summary.reports > 0,
          Self.mayBeOne(summary.kind, profile.summary.kind)
        else { return nil }
        let countries = [summary.country, profile.summary.country].compactMap(\.self)
        return ActorCandidate(
          summary: summary, shared: words, differsInCountry: Set(countries).count > 1)
      }
      return Array(candidates.sorted(by: Self.comesBefore).prefix(limit))
    }
  }

  private static func comesBefore(_ one: ActorCandidate, _ other: ActorCandidate) -> Bool {
    func rank(_ candidate: ActorCandidate) -> (Int, Int, Int, Int) {
      (
        candidate.differsInCountry ? 1 : 0, -candidate.shared.count, -candidate.summary.reports,
        candidate.summary.id
      )
    }
    return rank(one) < rank(other)
  }

  /// A person is nobody but a person; what is an organisation to one report may be a group or a
  /// state to another.
  private static func mayBeOne(_ kind: String, _ other: String) -> Bool {
    func isPerson(_ kind: String) -> Bool { kind == "person" || kind == "source" }
    return isPerson(kind) == isPerson(other)
  }

  /// The words of a name that tell who it is: no initials, no words that any institution has.
  private static func tellingWords(_ name: String) -> [String] {
    var seen: Set<String> = []
    return Folded.words(name)
      .filter { $0.count > 1 && !GenericWords.contains($0) && seen.insert($0).inserted }
      .prefix(mostWords).map { $0 }
  }

  private struct Pair: Hashable, Comparable {
    let one: String
    let other: String

    static func < (left: Pair, right: Pair) -> Bool {
      (left.one, left.other) < (right.one, right.other)
    }
  }

  private static func pairs(_ words: [String]) -> [Pair] {
    words.indices.flatMap { index in
      words[(index + 1)...].map {
        Pair(one: min(words[index], $0), other: max(words[index], $0))
      }
    }
  }
}
