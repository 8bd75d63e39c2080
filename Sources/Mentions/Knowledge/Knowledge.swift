/// What is known before a report is read: states, nationalities, seats of power, organisations,
/// institutions, the nouns for persons and groups, given names, and the user's own actors.
///
/// The tables are the `.tsv` files in `Lexicons`. No name needs to be in a table to become an
/// actor: a table gives the record's form of a name, its country and its sectors.
public struct Knowledge: Sendable {
  /// The tables that come with Verbale.
  public static let standard = Knowledge(tables: .standard, own: nil)

  let states: [State]
  let actors: [KnownActor]
  let institutions: [Institution]
  let nouns: NounLexicon
  /// The nouns of one word for persons and groups, in no order.
  package var partyNouns: [String] { nouns.partyNouns }
  let pronounWeights: PronounWeights
  /// The senses of each form, as written.
  private let senses: [String: [FormSense]]
  /// The length in UTF-8 bytes of the longest form that begins with a word.
  private let longest: [String: Int]
  private let stateByCode: [String: Int]
  let regions: [Region]
  private let institutionByPhrase: [String: Int]
  /// The known body with a duty in a state: "ISR/military" is the Israel Defense Forces.
  private let bodies: [String: Int]

  /// Verbale's tables and the user's own, whose rows win where both know a form.
  public init(adding own: ActorsTable) {
    self.init(tables: .standard, own: own)
  }

  init(tables: KnowledgeTables, own: ActorsTable?) {
    var forms = FormIndex()
    states = tables.states.map(\.state)
    institutions = tables.institutions.map(\.institution)
    nouns = tables.nouns
    pronounWeights = tables.pronounWeights
    var stateByCode: [String: Int] = [:]
    for (index, row) in tables.states.enumerated() {
      stateByCode[row.state.code] = index
      for form in [row.state.name] + row.aliases { forms.add(form, .state(index)) }
      for form in row.nationalities { forms.add(form, .nationality(index)) }
      for form in row.seats { forms.add(form, .seat(index)) }
    }
    regions = tables.regions.map(\.region)
    for (index, row) in tables.regions.enumerated() {
      for form in [row.region.name] + row.aliases { forms.add(form, .region(index)) }
    }
    var actors = tables.actors.map(\.actor)
    var bodies: [String: Int] = [:]
    for (index, row) in tables.actors.enumerated() {
      for form in [row.actor.name] + row.aliases { forms.add(form, .actor(index)) }
      if let duty = row.actor.duty, let country = row.actor.country {
        bodies[country + "/" + duty] = index
      }
    }
    for row in own?.rows ?? [] {
      for form in [row.name] + row.aliases { forms.replace(form, .actor(actors.count)) }
      actors.append(row.knownActor)
    }
    var phrases: [String: Int] = [:]
    for (index, row) in tables.institutions.enumerated() {
      for phrase in row.phrases { phrases[phrase] = index }
    }
    self.actors = actors
    self.stateByCode = stateByCode
    self.bodies = bodies
    institutionByPhrase = phrases
    senses = forms.senses
    longest = forms.longest
  }

  /// The senses of a form, as written; none where no table has it.
  func senses(of form: String) -> [FormSense] { senses[form] ?? [] }

  /// The length in bytes of the longest form that begins with the word; 0 where none does.
  func longestForm(from word: String) -> Int { longest[FormIndex.firstWord(of: word)] ?? 0 }

  /// The state with an ISO 3166-1 alpha-3 code.
  func state(_ code: String) -> State? { stateByCode[code].map { states[$0] } }

  /// The institution that a phrase in small letters names: "foreign ministry".
  func institution(_ phrase: String) -> Institution? {
    institutionByPhrase[phrase].map { institutions[$0] }
  }

  /// The institution with a duty.
  func institution(duty: String) -> Institution? { institutions.first { $0.duty == duty } }

  /// The index of the known body with a duty in a state.
  func body(_ duty: String, in country: String) -> Int? { bodies[country + "/" + duty] }
}

/// Forms with their senses, while the tables are read.
struct FormIndex {
  private(set) var senses: [String: [FormSense]] = [:]
  private(set) var longest: [String: Int] = [:]

  mutating func add(_ form: String, _ sense: FormSense) {
    if senses[form]?.contains(sense) == true { return }
    senses[form, default: []].append(sense)
    let first = Self.firstWord(of: form)
    longest[first] = max(longest[first] ?? 0, form.utf8.count)
  }

  mutating func replace(_ form: String, _ sense: FormSense) {
    senses[form] = nil
    add(form, sense)
  }

  /// The form up to its first space, hyphen or apostrophe: however a tokeniser cuts "al-Qaeda",
  /// its first token begins with this.
  static func firstWord(of form: String) -> String {
    guard
      let end = form.utf8.firstIndex(where: {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
      }), end != form.startIndex
    else { return form }
    return String(form[..<end])
  }
}
