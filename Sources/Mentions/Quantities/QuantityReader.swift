public import Records
public import Syntax
import Text

/// Reads how many of something a phrase tells: "at least 12 people", "dozens of rockets".
public struct QuantityReader: Sendable {
  /// A reader.
  public init() {}

  /// The number that a noun (or a numeral, "12 were wounded") is told with; nil where none is.
  ///
  /// - Parameters:
  ///   - noun: The head of the phrase, "people" in "at least 12 people"; an adjective or verb in
  ///     a noun's place ("12 wounded", "two killed") serves too.
  ///   - sentence: Its sentence.
  public func quantity(of noun: Int, in sentence: Sentence) -> Quantity? {
    let words = sentence.tokens.map { $0.form.lowercased() }
    for candidate in numerals(of: noun, in: sentence) {
      let start = first(of: candidate, words, sentence)
      guard let number = NumberWords.read(words, at: start), number.value < 1e15,
        number.value.rounded() == number.value
      else { continue }
      let (bound, lead) = bound(before: start, after: number.end, words)
      let last = max(noun, number.end - 1)
      let from = min(lead, noun)
      return Quantity(
        number: Int(number.value), unit: unit(noun, in: sentence),
        bound: number.isVague && bound == "exact" ? "at least" : bound,
        span: Span(sentence.tokens[from].span.start, sentence.tokens[last].span.end))
    }
    return nil
  }

  /// The numerals that count a noun: its `nummod`, itself, or the noun that it completes
  /// ("dozens of rockets").
  private func numerals(of noun: Int, in sentence: Sentence) -> [Int] {
    var found = sentence.children(of: noun) { $0 == .nummod || $0 == .det || $0 == .amod }
      .filter { isNumber($0, sentence) }
    if isNumber(noun, sentence) { found.append(noun) }
    let head = sentence.tokens[noun].head
    if head >= 0, sentence.tokens[noun].relation == .nmod, isNumber(head, sentence) {
      found.append(head)
    }
    // "12 wounded", "two killed": the numeral is the subject or stands right before.
    if found.isEmpty, noun > 0, !sentence.tokens[noun].upos.isNominal,
      sentence.tokens[noun - 1].upos == .num
    {
      found.append(noun - 1)
    }
    return found
  }

  private func isNumber(_ index: Int, _ sentence: Sentence) -> Bool {
    NumberWords.read([sentence.tokens[index].form.lowercased()], at: 0) != nil
      || sentence.tokens[index].upos == .num
  }

  /// The first token of the number that holds a numeral: "two" in "two hundred".
  private func first(of numeral: Int, _ words: [String], _ sentence: Sentence) -> Int {
    var start = numeral
    while start > 0, numeral - start < 6 {
      guard let number = NumberWords.read(words, at: start - 1), number.end > numeral else { break }
      start -= 1
    }
    return start
  }

  /// Whether the number is a bound, and where its words begin.
  private func bound(before start: Int, after end: Int, _ words: [String]) -> (String, Int) {
    func word(_ back: Int) -> String { start - back >= 0 ? words[start - back] : "" }
    switch (word(3), word(2), word(1)) {
    case ("no", "fewer", "than"), ("not", "fewer", "than"), ("no", "less", "than"):
      return ("at least", start - 3)
    case ("as", "many", "as"): return ("at most", start - 3)
    case (_, "at", "least"), (_, "more", "than"): return ("at least", start - 2)
    case (_, "at", "most"), (_, "up", "to"), (_, "fewer", "than"), (_, "less", "than"):
      return ("at most", start - 2)
    default: break
    }
    switch word(1) {
    case "over", "exceeding", "above": return ("at least", start - 1)
    case "under", "below": return ("at most", start - 1)
    case "about", "around", "approximately", "roughly", "some", "nearly", "almost", "estimated":
      return ("about", start - 1)
    default: break
    }
    if end + 1 < words.count, words[end] == "or", words[end + 1] == "more" {
      return ("at least", start)
    }
    return ("exact", start)
  }

  /// What is counted: the noun with its compound parts, or "people" for a bare numeral.
  private func unit(_ noun: Int, in sentence: Sentence) -> String {
    let token = sentence.tokens[noun]
    guard token.upos.isNominal else { return "people" }
    let parts = sentence.children(of: noun) { $0 == .compound }.filter { $0 < noun } + [noun]
    return parts.map { sentence.tokens[$0].form }.joined(separator: " ")
  }
}
