import Syntax
import Text

/// Finds the forms that the tables know in a sentence.
struct FormMatcher {
  let knowledge: Knowledge

  /// A known form over tokens of a sentence.
  struct Match {
    let tokens: Range<Int>
    let senses: [FormSense]
  }

  /// The longest known forms from left to right, not overlapping.
  func matches(in sentence: Sentence) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < sentence.count {
      if let match = match(in: sentence, at: index) {
        matches.append(match)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The longest known form that starts at a token.
  private func match(in sentence: Sentence, at start: Int) -> Match? {
    let first = sentence[start]
    if let found = match(in: sentence, at: start, from: first.form, transform: { $0 }) {
      return found
    }
    // A headline or dateline in capitals: "WASHINGTON".
    guard first.isAllCapitals, first.form.utf8.count > 3 else { return nil }
    return match(
      in: sentence, at: start, from: Self.capitalised(first.form), transform: Self.capitalised)
  }

  private func match(
    in sentence: Sentence, at start: Int, from first: String, transform: (String) -> String
  ) -> Match? {
    let longest = knowledge.longestForm(from: first)
    guard longest > 0 else { return nil }
    var form = ""
    var best: Match?
    for index in start..<sentence.count {
      if index > start && sentence[index - 1].span.end < sentence[index].span.start { form += " " }
      let word = sentence[index].form
      form += transform(word == "’" ? "'" : word)
      if form.utf8.count > longest { break }
      let senses = knowledge.senses(of: form)
      if !senses.isEmpty { best = Match(tokens: start..<index + 1, senses: senses) }
    }
    return best
  }

  private static func capitalised(_ word: String) -> String {
    guard let first = word.first else { return word }
    return String(first) + word.dropFirst().lowercased()
  }
}
