/// The words, people, states and places of the made reports.
struct MadeWorld {
  let vocabulary: [String]
  let people: [String]
  let states: [(name: String, code: String)]
  let places: [String]

  static let cues = ["said", "told reporters", "says", "denied", "announced", "added", "warned"]
  static let verbs = [
    "met", "criticised", "will visit", "attacked", "aided", "called off", "urged",
  ]

  init() {
    var random = RandomSource(seed: 1)
    let syllables = [
      "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vi", "con", "ment",
      "ing", "er", "al", "tion", "ous", "en", "is", "or", "ter", "an",
    ]
    func word(_ length: Int) -> String {
      (0..<length).map { _ in syllables[random.below(syllables.count)] }.joined()
    }
    let common = [
      "the", "of", "to", "and", "in", "a", "that", "for", "on", "with", "was", "by", "at", "from",
      "as", "is", "had", "has", "have", "he", "its", "were", "been", "his", "after", "would", "be",
      "an", "it", "not", "who", "which", "their", "will", "but", "more", "they", "ceasefire",
      "government", "president", "minister", "talks", "officials", "country", "forces",
    ]
    vocabulary = common + (0..<30_000).map { _ in word(2 + random.below(3)) }
    func name() -> String {
      let plain = word(2 + random.below(2))
      return plain.prefix(1).uppercased() + plain.dropFirst()
    }
    people = (0..<20_000).map { _ in name() + " " + name() }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    states = (0..<190).map { index in
      let code = [index / 26 % 26, index % 26, index * 7 % 26].map { String(letters[$0]) }
      return ("Government of " + name(), code.joined())
    }
    places = (0..<3000).map { _ in name() }
  }

  /// Words in Zipf's proportion.
  func words(_ count: Int, _ random: inout RandomSource) -> String {
    (0..<count).map { _ in vocabulary[random.skewed(vocabulary.count)] }.joined(separator: " ")
  }

  /// A day, counted from 2020-01-01 in months of 28 days.
  func day(_ number: Int) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let year = 2020 + number / 336
    return "\(year)-\(padded(number % 336 / 28 + 1))-\(padded(number % 28 + 1))"
  }
}

/// SplitMix64: the same seed gives the same numbers everywhere.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Small numbers often, large ones seldom: about Zipf's law.
  mutating func skewed(_ bound: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    var power = 1.0
    // bound to the power of share, by squaring: no library's logarithm plays a part.
    var base = Double(bound)
    var rest = share
    for _ in 0..<24 {
      base = base.squareRoot()
      rest *= 2
      if rest >= 1 {
        power *= base
        rest -= 1
      }
    }
    return min(bound - 1, Int(power) - 1)
  }
}
