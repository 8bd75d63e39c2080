import Records

/// Referents that refer to one entity, and what all of them tell together.
struct Cluster: Sendable {
  /// The referents, as indices, in the order in which they were joined.
  var referents: [Int] = []
  var kind: Referent.Kind
  var state: Int?
  var actor: Int?
  var duty: String?
  var country: String?
  var gender: Gender = .unknown
  var number: Referent.Number
  var sectors: [String] = []
  var roleLemmas: [String] = []
  var roles: [Role] = []
  /// The names without title, in the order of the text.
  var names: [String] = []
  /// Whether a name refers to it.
  var isNamed = false
  var personClass: NounLexicon.PersonClass?

  init(_ referent: Referent, index: Int) {
    kind = referent.kind
    number = referent.number
    personClass = referent.personClass
    join(referent, index: index)
  }

  /// Adds a referent and what it tells.
  mutating func join(_ referent: Referent, index: Int) {
    referents.append(index)
    state = state ?? referent.state
    actor = actor ?? referent.actor
    duty = duty ?? referent.duty
    if referent.mention.kind != .pronoun { country = country ?? referent.country }
    if gender == .unknown { gender = referent.gender }
    if number == .either { number = referent.number }
    if sectors.isEmpty { sectors = referent.sectors }
    if kind == .unknown || kind == .thing { if referent.kind != .unknown { kind = referent.kind } }
    for lemma in referent.roleLemmas where !roleLemmas.contains(lemma) { roleLemmas.append(lemma) }
    roles += referent.roles
    if referent.mention.kind == .name {
      isNamed = true
      if !names.contains(referent.name) { names.append(referent.name) }
    }
  }
}
