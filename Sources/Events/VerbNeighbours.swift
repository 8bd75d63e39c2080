import Records
import Synchronization
import Syntax

/// Gives a verb that the lexicon lacks the type of the verbs that are used as it is.
///
/// Its five nearest neighbours by word vectors vote, among the lexicon's verbs and the plain verbs
/// of `plain-verbs.tsv`, which tell no event; a type needs seven tenths of the weight. With each
/// lexicon verb left out in turn, 18 % find their type again, 2 % another, and 5 of 672 plain
/// verbs would tell an event.
final class VerbNeighbours: Sendable {
  private let vectors: FixedVectors
  private let names: [String]
  private let types: [EventType?]
  /// A unit vector a row.
  private let rows: [Float]
  private let plain: Set<String>
  private let cache = Mutex<[String: [EventLexicon.Entry]]>([:])

  private static let voters = 5
  private static let share: Float = 0.7
  /// Verbs whose entries are kept at most.
  private static let cacheSize = 4096

  /// The neighbourhood of a lexicon's verbs; nil where the model has no vectors.
  init?(_ lexicon: EventLexicon) {
    guard let vectors = try? FixedVectors.shared() else { return nil }
    self.vectors = vectors
    let table = String(decoding: PackageResources.plain_verbs_tsv, as: UTF8.self)
    let plain = table.split(separator: "\n").filter { $0.first != "#" }
      .flatMap { $0.split(separator: " ").map(String.init) }
    self.plain = Set(plain)
    var names: [String] = []
    var types: [EventType?] = []
    var rows: [Float] = []
    let known = lexicon.directVerbs.map { ($0.lemma, EventType?.some($0.type)) }
    for (verb, type) in known + plain.map({ ($0, EventType?.none) }) {
      guard let row = Self.row(of: verb, vectors) else { continue }
      names.append(verb)
      types.append(type)
      rows += row
    }
    self.names = names
    self.types = types
    self.rows = rows
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
    guard verb.utf8.count > 3, let row = Self.row(of: verb, vectors) else { return [] }
    var nearest: [(likeness: Float, index: Int)] = []
    for index in types.indices {
      var likeness: Float = 0
      let start = index * vectors.width
      for column in row.indices { likeness += row[column] * rows[start + column] }
      guard nearest.count < Self.voters || likeness > nearest[nearest.count - 1].likeness else {
        continue
      }
      let place = nearest.firstIndex { $0.likeness < likeness } ?? nearest.count
      nearest.insert((likeness, index), at: place)
      if nearest.count > Self.voters { nearest.removeLast() }
    }
    var weights: [EventType: Float] = [:]
    var all: Float = 0
    for (likeness, index) in nearest {
      let weight = max(likeness, 0) * max(likeness, 0) * max(likeness, 0)
      all += weight
      if let type = types[index] { weights[type, default: 0] += weight }
    }
    for type in EventType.allCases where weights[type, default: 0] >= Self.share * all && all > 0 {
      let like = nearest.filter { types[$0.index] == type }.map { names[$0.index] }
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

  /// The mean of the unit vectors of a verb's base form, past and gerund, of length 1.
  private static func row(of verb: String, _ vectors: FixedVectors) -> [Float]? {
    let endsInE = verb.hasSuffix("e")
    let stem = endsInE ? String(verb.dropLast()) : verb
    let forms = [verb, stem + "ed", stem + "ing"]
    var sum = [Float](repeating: 0, count: vectors.width)
    for form in forms {
      guard let vector = vectors.vector(of: form).flatMap(unit) else { continue }
      for column in sum.indices { sum[column] += vector[column] }
    }
    return unit(sum)
  }

  private static func unit(_ vector: [Float]) -> [Float]? {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : nil
  }
}
