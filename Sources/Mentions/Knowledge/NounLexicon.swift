import Text

/// Which nouns name persons, offices and groups, and which given names hint at a gender.
struct NounLexicon: Sendable {
  /// What a noun for a person is.
  enum PersonClass: String, Sendable {
    /// An office or trade, which can stand before a name: "president", "reporter".
    case office
    /// One who is known by what they know or saw: "source", "witness".
    case source
    /// A form of address: "Mr.".
    case title
    /// Any other person: "woman", "hostage".
    case person
  }

  struct PersonNoun: Sendable {
    let kind: PersonClass
    let gender: Gender
    let sectors: [String]
  }

  struct GroupNoun: Sendable {
    let sectors: [String]
    let isPlural: Bool
  }

  private var persons: [String: PersonNoun] = [:]
  private var groups: [String: GroupNoun] = [:]
  private var titles: [String: Gender] = [:]
  private var givenNames: [String: Gender] = [:]
  private var speakers: Set<String> = []
  private var portfolios: Set<String> = []

  /// A lexicon without a word.
  init() {}

  init(persons: [UInt8], groups: [UInt8], givenNames: [UInt8]) {
    for row in TSV.rows(persons) {
      if row[0] == "speaker" { speakers.formUnion(TSV.parts(of: row[3])) }
      if row[0] == "portfolio" { portfolios.formUnion(TSV.parts(of: row[3])) }
      guard let kind = PersonClass(rawValue: row[0]) else { continue }
      let gender = Gender(row[1])
      let noun = PersonNoun(
        kind: kind, gender: gender, sectors: TSV.parts(of: row[2]))
      for word in TSV.parts(of: row[3]) {
        if kind == .title {
          titles[word] = gender
        } else if self.persons[word] == nil {
          self.persons[word] = noun
        }
      }
    }
    for row in TSV.rows(groups) {
      let noun = GroupNoun(
        sectors: TSV.parts(of: row[0]), isPlural: row[1] == "plural")
      for word in TSV.parts(of: row[2]) where self.groups[word] == nil {
        self.groups[word] = noun
      }
    }
    for row in TSV.rows(givenNames) {
      for name in TSV.parts(of: row[1]) {
        self.givenNames[FoldedName.key(name)] = Gender(row[0])
      }
    }
  }

  /// The noun for a person, by its lemma in small letters.
  ///
  /// A prefix as in "ex-minister" or "co-founder" is taken off; a word for persons that no table
  /// has is known by its ending in "-man", "-woman" or "-person".
  func person(_ lemma: String) -> PersonNoun? {
    if let noun = persons[lemma] { return noun }
    if let hyphen = lemma.utf8.lastIndex(of: UInt8(ascii: "-")) {
      if let noun = persons[String(lemma[lemma.index(after: hyphen)...])] { return noun }
    }
    for (ending, gender) in [
      ("woman", Gender.feminine), ("women", .feminine), ("man", .masculine), ("men", .masculine),
      ("person", .unknown), ("people", .unknown),
    ] where lemma.utf8.count > ending.utf8.count + 2 && lemma.hasSuffix(ending) {
      return Self.notPersons.contains(lemma)
        ? nil : PersonNoun(kind: .office, gender: gender, sectors: [])
    }
    return nil
  }

  private static let notPersons: Set<String> = [
    "specimen", "regimen", "acumen", "abdomen", "roman",
  ]

  /// The nouns of one word for persons and groups.
  var partyNouns: [String] {
    (Array(persons.keys) + Array(groups.keys)).filter { !$0.contains(" ") }
  }

  /// Whether reports quote such a person without a name: "official", "source".
  func isQuotedUnnamed(_ lemma: String) -> Bool {
    speakers.contains(lemma) || persons[lemma]?.kind == .source
  }

  /// Whether the word, in small letters, ends titles and begins no name: "affairs".
  func isPortfolio(_ word: String) -> Bool { portfolios.contains(word) }

  /// The noun for a group, by its lemma in small letters.
  func group(_ lemma: String) -> GroupNoun? { groups[lemma] }

  /// The gender that a form of address tells: "Mr."; nil for a word that is none.
  func title(_ word: String) -> Gender? { titles[word] }

  /// The gender that a given name hints at.
  func gender(ofGivenName name: String) -> Gender { givenName(name) ?? .unknown }

  /// Whether the word is a given name of the list.
  func isGivenName(_ name: String) -> Bool { givenName(name) != nil }

  private func givenName(_ name: String) -> Gender? {
    guard name.unicodeScalars.first?.properties.isUppercase == true else { return nil }
    return givenNames[FoldedName.key(name)]
  }
}
