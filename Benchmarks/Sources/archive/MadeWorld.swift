import Foundation

/// The words, actors and places of the made reports.
///
/// Texts are put together from runs of two to five words of the project's own reports, so that they
/// pack and index as real ones do; every fifteenth word is a made one, rarer and rarer, since a large
/// archive has ever more of them.
struct MadeWorld {
  /// Runs of words as they stand in our reports.
  let runs: [Substring]
  /// Made words; an index drawn by Zipf's law picks one.
  let rareWords: [String]
  let people: [String]
  let organisations: [String]
  let states: [(name: String, code: String)]
  let places: [String]
  let roles: [String]
  /// What actors without a name are called: "two police officers".
  let groups: [String]

  static let cues = [
    "said", "told reporters", "says", "denied", "announced", "added", "warned", "said in a statement",
    "according to", "argued", "believes", "confirmed",
  ]
  static let verbs = [
    "met", "criticised", "will visit", "attacked", "aided", "called off", "urged", "arrested",
    "welcomed", "signed", "would meet", "is expected to see", "refused to join", "accused", "blocked",
    "withdrew from", "had promised", "could support", "detained", "asked",
  ]
  static let factualities = [
    "past", "perfect", "modal", "expect (to)", "negation", "participle", "is to", "deny (that)",
    "present of report", "condition",
  ]
  static let modes = ["visit", "meet", "arrest", "ceasefire", "release", "phone", "ban", "demo"]

  init() throws {
    var random = RandomSource(seed: 1)
    let syllables = [
      "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vi", "con", "ment",
      "ing", "er", "al", "tion", "ous", "en", "is", "or", "ter", "an",
    ]
    func word(_ length: Int) -> String {
      (0..<length).map { _ in syllables[random.below(syllables.count)] }.joined()
    }
    func name() -> String {
      let plain = word(2 + random.below(2))
      return plain.prefix(1).uppercased() + plain.dropFirst()
    }
    let own = try Self.ownTexts()
    runs = own.flatMap { Self.runs(of: $0, &random) }
    rareWords = (0..<60_000).map { _ in word(2 + random.below(3)) }
    let words = own.flatMap { $0.split(separator: " ") }.filter { $0.allSatisfy(\.isLetter) }
    people = (0..<20_000).map { _ in name() + " " + name() }
    let bodies = ["Council", "Movement", "Union", "Commission", "Party", "Agency", "Front"]
    organisations = (0..<4000).map { _ in name() + " " + bodies[random.below(bodies.count)] }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    states = (0..<190).map { index in
      let code = [index / 26 % 26, index % 26, index * 7 % 26].map { String(letters[$0]) }
      return ("Government of " + name(), code.joined())
    }
    places = (0..<3000).map { _ in name() }
    let offices = ["minister", "spokesman", "envoy", "chief", "president", "general", "deputy"]
    func described(_ nouns: [String]) -> String {
      let before = words[random.below(words.count)].lowercased()
      let noun = nouns[random.below(nouns.count)]
      return random.below(3) == 0 ? "\(before) \(noun) of \(name())" : "\(before) \(noun)"
    }
    roles = (0..<3000).map { _ in described(offices) }
    let nouns = [
      "officials", "residents", "fishermen", "diplomats", "police", "protesters", "a diplomat",
      "an official", "forces", "lawmakers", "sources", "a witness", "drivers", "families",
    ]
    groups = (0..<12_000).map { _ in described(nouns) }
  }

  /// The paragraphs of the reports in `Gold/attributions`, without their annotations.
  private static func ownTexts() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Gold/attributions/reports").standardized
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { file in
      // Annotations open with `{c1 ` and close with `}`; a table follows the text.
      try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        .prefix(upTo: "\n=====").replacing(#/\{\S+\s/#, with: "").replacing("}", with: "").split(separator: "\n")
        .map(String.init)
    }
  }

  private static func runs(of paragraph: String, _ random: inout RandomSource) -> [Substring] {
    let words = paragraph.split(separator: " ")
    var runs: [Substring] = []
    var start = 0
    while start < words.count {
      let end = min(words.count, start + 2 + random.below(4)) - 1
      runs.append(paragraph[words[start].startIndex..<words[end].endIndex])
      start = end + 1
    }
    return runs
  }

  /// Some words, at least `count`.
  func words(_ count: Int, _ random: inout RandomSource) -> String {
    var text = ""
    var left = count
    while left > 0 {
      if !text.isEmpty { text += " " }
      if random.chance(1, in: 5) {
        text += rareWords[random.skewed(rareWords.count)]
        left -= 1
      } else {
        text += random.one(of: runs)
        left -= 3
      }
    }
    return text
  }

  /// A day, counted from 2020-01-01 in months of 28 days.
  func day(_ number: Int) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let year = 2020 + number / 336
    return "\(year)-\(padded(number % 336 / 28 + 1))-\(padded(number % 28 + 1))"
  }
}

extension String {
  /// What stands before a mark; all where the mark is missing.
  fileprivate func prefix(upTo mark: String) -> String {
    String(self[..<(range(of: mark)?.lowerBound ?? endIndex)])
  }
}
