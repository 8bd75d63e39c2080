import Records
public import Syntax
import Text

/// Reads the named places of a report: states, districts and cities with coordinates.
///
/// A name that several places bear is decided by the country behind it ("Tripoli, Lebanon"), by
/// the countries that the same report names, or by a population more than ten times the next
/// one's; where none of these decides, the place stays open with its candidates.
public struct PlaceReader: Sendable {
  let knowledge: Knowledge

  /// How many times more inhabitants make a city the one that is meant.
  static let dominance = 10

  /// A reader with the tables.
  public init(knowledge: Knowledge = .standard) {
    self.knowledge = knowledge
  }

  /// The places of a parsed report, in text order.
  public func read(_ parsed: ParsedText) -> [PlaceMention] {
    let matcher = FormMatcher(knowledge: knowledge)
    var found: [(sentence: Int, tokens: Range<Int>, candidates: [PlaceMention.Candidate])] = []
    var context = PlaceContext()
    for (index, sentence) in parsed.sentences.enumerated() {
      let matches = matcher.matches(in: sentence)
      for match in matches { context.note(match.senses, knowledge) }
      for tokens in names(in: sentence, matches: matches) {
        let candidates = candidates(for: sentence.words(of: tokens))
        if candidates.isEmpty { continue }
        found.append((index, tokens, candidates))
        context.note(candidates)
      }
    }
    return found.map { item in
      mention(item.sentence, item.tokens, item.candidates, context, parsed)
    }
  }

  /// Whether a name is that of a city of the state.
  static func isCity(_ name: String, country: String) -> Bool {
    CityTable.cities(named: name).contains { $0.country == country }
  }

  /// The stretches of a sentence that may name a place.
  private func names(in sentence: Sentence, matches: [FormMatcher.Match]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    func add(_ tokens: Range<Int>) {
      if !tokens.isEmpty, !ranges.contains(where: { $0.overlaps(tokens) }) { ranges.append(tokens) }
    }
    for name in sentence.names where name.kind == .location {
      var tokens = name.tokens
      while !tokens.isEmpty, sentence[tokens.lowerBound].upos == .det {
        tokens = tokens.dropFirst()
      }
      while let last = tokens.last, sentence[last].xpos == "POS" { tokens = tokens.dropLast() }
      add(tokens)
    }
    let others = sentence.names.filter { $0.kind != .location }.map(\.tokens)
    for match in matches where match.senses.contains(where: \.isPlace) {
      if others.contains(where: { $0.properlyContains(match.tokens) }) { continue }
      add(match.tokens)
    }
    // What the tagger missed: proper nouns behind a preposition of place.
    for (index, token) in sentence.tokens.enumerated()
    where token.upos == .propn && token.isCapitalised && NameFinder.isLocative(index, in: sentence)
      && !DateWords.isCalendarName(token)
    {
      let tokens = sentence.run(ofProperNounsAround: index)
      if others.contains(where: { $0.overlaps(tokens) }) { continue }
      add(tokens)
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// All that bears the name: states, then districts, then cities, the largest first.
  func candidates(for name: String) -> [PlaceMention.Candidate] {
    var candidates: [PlaceMention.Candidate] = []
    for sense in knowledge.senses(of: name) {
      switch sense {
      case .state(let index):
        let state = knowledge.states[index]
        candidates.append(
          PlaceMention.Candidate(
            name: state.name, country: state.code, precision: .country, lat: state.latitude,
            lon: state.longitude, population: 0))
      case .region(let index):
        let region = knowledge.regions[index]
        candidates.append(
          PlaceMention.Candidate(
            name: region.name, country: region.country, precision: .district, lat: region.latitude,
            lon: region.longitude, population: 0))
      default: break
      }
    }
    // A city that only shares a state's or district's name is not what a report means by it.
    if !candidates.isEmpty { return candidates }
    return CityTable.cities(named: name).map {
      PlaceMention.Candidate(
        name: $0.name, country: $0.country, precision: .city, lat: $0.latitude, lon: $0.longitude,
        population: $0.population)
    }
  }

  private func mention(
    _ number: Int, _ tokens: Range<Int>, _ candidates: [PlaceMention.Candidate],
    _ context: PlaceContext, _ parsed: ParsedText
  ) -> PlaceMention {
    let sentence = parsed.sentences[number]
    let (chosen, why) = decide(candidates, behind: tokens.upperBound, in: sentence, context)
    let span = sentence.span(of: tokens)
    let countries = Set(candidates.map(\.country))
    let place = Place(
      text: parsed.text[span], span: span, name: chosen?.name,
      country: chosen?.country ?? (countries.count == 1 ? candidates[0].country : nil),
      lat: chosen?.lat, lon: chosen?.lon, precision: chosen?.precision ?? .open)
    return PlaceMention(
      sentence: number, tokens: tokens, head: sentence.head(of: tokens), place: place,
      candidates: candidates, why: why)
  }

  private func decide(
    _ candidates: [PlaceMention.Candidate], behind end: Int, in sentence: Sentence,
    _ context: PlaceContext
  ) -> (PlaceMention.Candidate?, String) {
    if candidates.count == 1 { return (candidates[0], "the only place of that name in the tables") }
    if let country = countryBehind(end, in: sentence),
      let told = candidates.first(where: { $0.country == country })
    {
      return (told, "the country stands behind the name")
    }
    let ranked = candidates.map { ($0, context.weight(of: $0, among: candidates)) }
    let heaviest = ranked.map(\.1).max() ?? 0
    if heaviest > 0 {
      let best = ranked.filter { $0.1 == heaviest }.map(\.0)
      if Set(best.map(\.country)).count == 1, let first = best.first,
        best.count == 1 || isDominant(first, over: best.dropFirst())
      {
        return (first, "the report names its country")
      }
      if best.count > 1, isDominant(best[0], over: best.dropFirst()) {
        return (best[0], "its population is more than ten times the next one's")
      }
      return (nil, "several places of that name fit the countries of the report")
    }
    if isDominant(candidates[0], over: candidates.dropFirst()) {
      return (candidates[0], "its population is more than ten times the next one's")
    }
    return (nil, "several places bear the name, and the report doesn't tell which")
  }

  private func isDominant(
    _ first: PlaceMention.Candidate, over others: ArraySlice<PlaceMention.Candidate>
  ) -> Bool {
    first.population > 0
      && others.allSatisfy { first.population > Self.dominance * $0.population }
  }

  /// The country of the name right behind a comma: "Tripoli, Lebanon", "Paris, Texas".
  private func countryBehind(_ end: Int, in sentence: Sentence) -> String? {
    guard end + 1 < sentence.count, sentence[end].form == ",", sentence[end + 1].isCapitalised
    else { return nil }
    let tokens = sentence.run(ofProperNounsAround: end + 1)
    for length in stride(from: max(tokens.upperBound, end + 2), to: end + 1, by: -1) {
      let name = sentence.words(of: end + 1..<length)
      switch knowledge.senses(of: name).first {
      case .state(let state)?: return knowledge.states[state].code
      case .region(let region)?: return knowledge.regions[region].country
      default: continue
      }
    }
    return nil
  }
}

extension FormSense {
  /// Whether the form can name a place.
  var isPlace: Bool {
    switch self {
    case .state, .seat, .region: true
    case .nationality, .actor: false
    }
  }
}
