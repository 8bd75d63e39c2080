import Mentions
import Synchronization
import Syntax

/// Tells nouns that can act or be acted upon ("docker", "guild") from those that cannot ("lamp").
///
/// What neither the lexicons of persons and groups nor the plain nouns of `plain-nouns.tsv` hold is
/// judged by its seven nearest neighbours among them.
package final class PartyNouns: Sendable {
  private let votes: WordVotes<Bool>?
  private let known: Set<String>
  private let plain: Set<String>
  private let cache = Mutex<[String: Bool]>([:])

  private static let voters = 7
  private static let share: Float = 0.6
  /// Endings that make a noun of who does something.
  private static let agentive = ["er", "or", "ist", "ian", "man", "woman"]
  /// Nouns whose judgements are kept at most.
  private static let cacheSize = 8192

  /// The nouns of the room's lexicons and of `Mentions`.
  package static let shared = PartyNouns()

  private init() {
    known = EventWords.parties.union(Knowledge.standard.partyNouns)
    plain = Set(PlainWords.read(PackageResources.plain_nouns_tsv)).subtracting(known)
    let voters = known.sorted().map { ($0, true) } + plain.sorted().map { ($0, false) }
    votes = (try? FixedVectors.shared()).map { vectors in
      WordVotes(voters, vectors: vectors) { [$0, $0 + "s"] }
    }
  }

  /// Whether a noun, by its lemma, can be somebody.
  package func contains(_ lemma: String) -> Bool {
    if known.contains(lemma) { return true }
    if plain.contains(lemma) { return false }
    if let found = cache.withLock({ $0[lemma] }) { return found }
    let found = vote(on: lemma)
    cache.withLock { cache in
      if cache.count == Self.cacheSize { cache.removeAll() }
      cache[lemma] = found
    }
    return found
  }

  private func vote(on lemma: String) -> Bool {
    guard lemma.utf8.count > 2, let votes else { return false }
    let nearest = votes.nearest(Self.voters, to: lemma)
    // A word that the vectors lack: "dockers" and "abolitionists" do something for a living.
    if nearest.isEmpty {
      return Self.agentive.contains { lemma.hasSuffix($0) } && lemma.utf8.count > 5
    }
    let all = nearest.reduce(0) { $0 + $1.weight }
    let parties = nearest.reduce(0) { $0 + ($1.kind ? $1.weight : 0) }
    return all > 0 && parties >= Self.share * all
  }
}
