public import Records
import Text

/// A grid of sentences that crosses verbs and nouns with frames of status: what each sentence's
/// predicate must be read as.
public struct StatusGrid: Sendable {
  /// A sentence of the grid.
  public struct Item: Sendable {
    /// The sentence.
    public let text: String
    /// The frame it was made from.
    public let frame: String
    /// The right statuses, the strictest first.
    public let statuses: [String]
    /// Where the predicate's word starts, in code points.
    public let predicate: Int
    /// The act's type, where the grid tells it; any of several is right.
    public let types: [String]
  }

  /// The sentences.
  public let items: [Item]

  /// Crosses the tables of `Gold/status-grid`: `frames.tsv` with `verbs.tsv`, and `nouns.tsv`.
  public init(frames: String, verbs: String, nouns: String) {
    var items: [Item] = []
    let slots = ["{S}", "{base}", "{third}", "{past}", "{part}", "{ing}", "{O}", "{pass}"]
    let verbs = Self.rows(verbs)
    for frame in Self.rows(frames) where frame.count == 2 {
      for verb in verbs where verb.count >= slots.count - 1 {
        let passive = verb.count > 8 && verb[8] != "-" ? verb[8] : nil
        if passive == nil, frame[1].contains("{pass}") { continue }
        items.append(
          Self.item(
            frame[1], statuses: frame[0], slots: zip(slots, verb.prefix(7) + [passive ?? ""]),
            predicate: [1, 2, 3, 4, 5, 7], types: verb.count > 7 ? verb[7] : ""))
      }
    }
    for frame in Self.rows(nouns) where frame.count == 3 {
      for entry in frame[2].split(separator: "|") {
        let parts = entry.split(separator: ":").map(String.init)
        let noun = parts[0]
        let article = "aeiou".contains(noun.prefix(1)) ? "an" : "a"
        let text = frame[1].replacing(" an {N}", with: " a {N}")
          .replacing(" a {N}", with: " \(article) {N}").replacing(
            "A {N}", with: "\(article == "a" ? "A" : "An") {N}")
        items.append(
          Self.item(
            text, statuses: frame[0], slots: zip(["{N}"], [noun]), predicate: [0],
            types: parts.count > 1 ? parts[1] : ""))
      }
    }
    self.items = items
  }

  private static func rows(_ table: String) -> [[String]] {
    TSV.rows(table).map(\.cells)
  }

  private static func item(
    _ frame: String, statuses: String, slots: Zip2Sequence<[String], [String]>,
    predicate: Set<Int>, types: String
  ) -> Item {
    var words: [String] = []
    var start = 0
    var length = 0
    for word in frame.split(separator: " ").map(String.init) {
      var written = word
      for (index, (slot, value)) in slots.enumerated() where word.hasPrefix(slot) {
        written = Self.cased(value, isFirst: words.isEmpty) + word.dropFirst(slot.count)
        if predicate.contains(index) { start = words.isEmpty ? 0 : length + 1 }
      }
      // Clitics and full stops stand close to the word before them.
      if let last = words.last,
        [".", ",", "?", "!", "'s"].contains(written)
      {
        words[words.count - 1] = last + written
        length += written.count
        continue
      }
      length += (words.isEmpty ? 0 : 1) + written.count
      words.append(written)
    }
    return Item(
      text: words.joined(separator: " "), frame: frame,
      statuses: statuses.split(separator: " ").map(String.init), predicate: start,
      types: types.split(separator: "|").map(String.init))
  }

  /// An article begins with a capital where it begins the sentence, and only there.
  private static func cased(_ value: String, isFirst: Bool) -> String {
    for (capital, small) in [("The ", "the "), ("A ", "a "), ("Her ", "her ")] {
      if !isFirst, value.hasPrefix(capital) { return small + value.dropFirst(capital.count) }
      if isFirst, value.hasPrefix(small) { return capital + value.dropFirst(small.count) }
    }
    return value
  }
}

extension StatusGrid.Item {
  /// What a record of the sentence tells of the act: the event at its predicate, of the right type
  /// where the grid tells one. A fact told in vain counts whatever its type.
  public func event(in record: Record) -> Event? {
    let events = record.events.filter { event in
      event.trigger.contains { $0.overlaps(Span(predicate, predicate + 1)) }
    }
    return events.first { types.isEmpty || types.contains($0.type.rawValue) }
      ?? events.first { $0.status.isFact }
  }
}
