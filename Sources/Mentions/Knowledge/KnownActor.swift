import Records

/// A state, organisation or other actor that a table knows.
struct KnownActor: Sendable {
  /// The name that the record uses.
  var name: String
  /// The kind of actor.
  var kind: ActorKind
  /// ISO 3166-1 alpha-3, where it belongs to one state.
  var country: String?
  /// PLOVER's sectors.
  var sectors: [String]
  /// Its duty in the state ("military"), where a state has only one such body.
  var duty: String?
}

/// What a form of words can stand for.
enum FormSense: Hashable, Sendable {
  /// A state by its name: "Israel", "the U.S.".
  case state(Int)
  /// A nationality word: "Israeli", "Israelis".
  case nationality(Int)
  /// A capital or seat of power, which stands for the government where it acts: "Moscow".
  case seat(Int)
  /// A part of a state, or of several: "the West Bank".
  case region(Int)
  /// A known organisation or group, or an actor of the user's own table.
  case actor(Int)
}
