import Records
import Synchronization
import Syntax
import Text

/// Gives a verb that the lexicon lacks the type of the verbs that are used as it is.
///
/// Its five nearest neighbours by word vectors vote, among the lexicon's verbs and the plain verbs
/// of `plain-verbs.tsv`, which tell no event; a type needs seven tenths of the weight.
final class VerbNeighbours: Sendable {
  private let votes: WordVotes<EventType?>
  private let plain: Set<String>
  private let cache = Mutex<[String: [EventLexicon.Entry]]>([:])

  private static let voters = 5
  private static let share: Float = 0.7
  /// Verbs whose entries are kept at most.
  private static let cacheSize = 4096

  /// The neighbourhood of a lexicon's verbs; nil where the model has no vectors.
  init?(_ lexicon: EventLexicon) {
    guard let vectors = try? FixedVectors.shared() else { return nil }
    let plain = PlainWords.read(PackageResources.plain_verbs_tsv)
    self.plain = Set(plain)
    let known = lexicon.directVerbs.map { ($0.lemma, EventType?.some($0.type)) }
    votes = WordVotes(
      known + plain.map { ($0, EventType?.none) }, vectors: vectors, forms: Self.forms)
  }

  /// The base form, past and gerund.
  private static func forms(of verb: String) -> [String] {
    let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    return [verb, stem + "ed", stem + "ing"]
  }

  /// The entries of a verb after its neighbours; none where they don't agree on a type.
  func entries(_ verb: String) -> [EventLexicon.Entry] {
    if plain.contains(verb) { return [] }
    if let found = cache.withLock({ $0[verb] }) { return found }
    let found = vote(on: verb)
    cache.withLock { cache in
      if cache.count == Self.cacheSize { cache.removeAll() }
      cache[verb] = found
    }
    return found
  }

  private func vote(on verb: String) -> [EventLexicon.Entry] {
    guard verb.utf8.count > 3 else { return [] }
    let nearest = votes.nearest(Self.voters, to: verb)
    var weights: [EventType: Float] = [:]
    var all: Float = 0
    for neighbour in nearest {
      all += neighbour.weight
      if let type = neighbour.kind { weights[type, default: 0] += neighbour.weight }
    }
    for type in EventType.allCases where weights[type, default: 0] >= Self.share * all && all > 0 {
      let like = nearest.filter { $0.kind == type }.map(\.word)
      return Self.frames(of: type).map {
        EventLexicon.Entry(
          type: type, mode: nil, contexts: [], frame: $0,
          by: "events: \(verb) is used as \(like.joined(separator: ", "))", weight: $0.weight)
      }
    }
    return []
  }

  private static func frames(of type: EventType) -> [EventFrame] {
    var texts = ["obj:@"]
    switch type {
    case .consult, .cooperate, .agree: texts.append("with:@")
    case .protest: texts.append("against:*")
    default: break
    }
    return texts.compactMap { try? EventFrame($0, classes: .shared) }
  }
}
