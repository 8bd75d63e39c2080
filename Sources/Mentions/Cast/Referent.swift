import Records
import Syntax
import Text

/// A mention with all that its own words tell, before it is known whom it refers to.
struct Referent: Sendable {
  /// What kind of thing the words can name.
  enum Kind: Sendable {
    case person, organisation, location, state, government, group
    /// A name of which nothing is known.
    case unknown
    /// Things and matters, which a pronoun may refer to but which never act.
    case thing
  }

  /// The first, second or third person of a pronoun; nouns are third.
  enum GrammaticalPerson: Sendable { case first, second, third }

  /// What grammatical number the words have.
  enum Number: Sendable {
    case singular, plural
    /// A group noun or a "who", which either agrees with.
    case either

    func agrees(with other: Number) -> Bool { self == other || self == .either || other == .either }
  }

  var mention: Mention
  /// The tokens of the name without title, or of the noun.
  var core: Range<Int>
  /// The words of the core.
  var name: String
  var kind: Kind
  /// The known state (index), for a state's name, a nationality or a seat.
  var state: Int?
  /// The known actor (index).
  var actor: Int?
  /// The body of a state that the words describe, by its duty.
  var duty: String?
  /// The referent's own leader: "Biden" in "the Biden administration".
  var leader: TokenAddress?
  /// The noun before the name that says what it names: the office of a person, "newspaper".
  var office: Int?
  var gender: Gender = .unknown
  var number: Number = .singular
  var person: GrammaticalPerson = .third
  /// ISO 3166-1 alpha-3, from modifiers.
  var country: String?
  var sectors: [String] = []
  var roles: [Role] = []
  /// The lemma of a nominal's head, in small letters.
  var lemma = ""
  /// Further lemmas that describe the referent: heads of its titles.
  var roleLemmas: [String] = []
  /// For nominals: whether the phrase is definite ("the", "this", "his").
  var isDefinite = false
  /// For nominals: the words of its modifiers in small letters, sorted.
  var modifiers: [String] = []
  /// For nominals: whether the noun is one for persons who are sources.
  var personClass: NounLexicon.PersonClass?

  var address: TokenAddress { mention.address }
}
