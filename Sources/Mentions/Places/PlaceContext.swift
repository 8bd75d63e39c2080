import Records

/// Which countries a report names, as evidence for the places in it.
struct PlaceContext {
  /// Mentions of a country, of its people and of what lies in it alone.
  private var countries: [String: Int] = [:]
  /// Mentions of cities and districts that lie in one country only.
  private var inside: [String: Int] = [:]

  /// Notes the state that a form tells, where it tells one: "Georgia" doesn't speak for itself, for
  /// a district elsewhere bears the name too.
  mutating func note(_ senses: [FormSense], _ knowledge: Knowledge) {
    guard senses.count == 1 else { return }
    switch senses[0] {
    case .state(let state), .nationality(let state):
      countries[knowledge.states[state].code, default: 0] += 1
    default: break
    }
  }

  /// Notes the country of a place where all that bear the name lie in one.
  mutating func note(_ candidates: [PlaceMention.Candidate]) {
    let codes = Set(candidates.map(\.country))
    guard codes.count == 1, let country = candidates[0].country,
      candidates[0].precision != .country
    else { return }
    countries[country, default: 0] += 1
    inside[country, default: 0] += 1
  }

  /// How much speaks for a candidate: the mentions of its country.
  ///
  /// A district that shares a state's name ("Georgia") needs other places of its own country, for
  /// a report from Washington may well speak of the state.
  func weight(
    of candidate: PlaceMention.Candidate, among candidates: [PlaceMention.Candidate]
  ) -> Int {
    guard let country = candidate.country else { return 0 }
    let rivalsState = candidates.contains { $0.precision == .country && $0.country != country }
    return (rivalsState ? inside[country] : countries[country]) ?? 0
  }
}
