public import Records
public import Syntax

/// A named place in a report, and what it could be.
public struct PlaceMention: Sendable {
  /// A place that bears the name.
  public struct Candidate: Hashable, Sendable {
    /// The known name.
    public let name: String
    /// ISO 3166-1 alpha-3; nil for what lies in several countries.
    public let country: String?
    /// How closely the coordinates tell it.
    public let precision: Place.Precision
    /// Degrees north.
    public let lat: Double
    /// Degrees east.
    public let lon: Double
    /// The inhabitants of a city, else 0.
    public let population: Int
  }

  /// The sentence, counted from 0.
  public let sentence: Int
  /// The tokens of the name.
  public let tokens: Range<Int>
  /// The head of the name.
  public let head: Int
  /// The place as the record tells it; its precision is `open` where nothing decides.
  public let place: Place
  /// All that bears the name, most likely first.
  public let candidates: [Candidate]
  /// What decided, or why it is open.
  public let why: String

  /// The head's place in the text.
  public var address: TokenAddress { TokenAddress(sentence, head) }
}
