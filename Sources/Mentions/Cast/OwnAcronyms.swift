import Syntax

/// What a report's acronyms stand for by its own words: where it spells out "Rapid Support Forces",
/// its "RSF" is they, whatever a table has under those letters.
struct OwnAcronyms {
  /// A name that the report spells out.
  private struct FullName {
    let words: NameWords
    /// What the tables know it as; empty where they don't.
    let senses: [FormSense]
  }

  private var fullNames: [FullName] = []

  /// Fewer letters are the initials of too many names.
  private static let fewestLetters = 3

  /// Reads the names that a report spells out.
  ///
  /// - Parameter matches: the known forms of each sentence.
  init(_ parsed: ParsedText, matches: [[FormMatcher.Match]]) {
    let lengths = Set(
      parsed.sentences.flatMap { $0.tokens.filter(Self.isAcronym).map { $0.form.utf8.count } })
    guard !lengths.isEmpty else { return }
    for (sentence, known) in zip(parsed.sentences, matches) {
      for match in known where match.tokens.count > 1 {
        add(match.tokens, in: sentence, senses: match.senses)
      }
      for length in lengths {
        for start in 0..<sentence.count {
          guard let window = Self.window(from: start, capitals: length, in: sentence),
            !known.contains(where: { $0.tokens.overlaps(window) }),
            !sentence.names.contains(where: { $0.kind == .person && $0.tokens.overlaps(window) })
          else { continue }
          add(window, in: sentence, senses: [])
        }
      }
    }
  }

  private mutating func add(_ tokens: Range<Int>, in sentence: Sentence, senses: [FormSense]) {
    let words = NameWords(sentence.words(of: tokens))
    fullNames.append(FullName(words: words, senses: senses))
  }

  /// The known forms of a sentence, with its acronyms read as the report spells them out.
  func settled(_ matches: [FormMatcher.Match], in sentence: Sentence) -> [FormMatcher.Match] {
    guard !fullNames.isEmpty else { return matches }
    var settled = matches
    for (index, token) in sentence.tokens.enumerated() where Self.isAcronym(token) {
      let own = NameWords(token.form)
      let spelt = fullNames.filter { own.isAcronym(of: $0.words) }
      let known = settled.firstIndex { $0.tokens == index..<index + 1 }
      guard let first = spelt.first(where: { !$0.senses.isEmpty }) ?? spelt.first,
        known != nil || !settled.contains(where: { $0.tokens.contains(index) })
      else { continue }
      if let known {
        if spelt.contains(where: { $0.senses == settled[known].senses }) { continue }
        settled.remove(at: known)
      }
      if !first.senses.isEmpty {
        settled.append(FormMatcher.Match(tokens: index..<index + 1, senses: first.senses))
      }
    }
    return settled.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func isAcronym(_ token: Token) -> Bool {
    token.form.utf8.count >= fewestLetters
      && token.form.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// The words from a capitalised one to the last of so many capitalised words, with small joints
  /// between them ("Forces for the Liberation of"); a word in capitals alone tells nothing about names.
  private static func window(from start: Int, capitals: Int, in sentence: Sentence) -> Range<Int>? {
    var found = 0
    for index in start..<sentence.count {
      let token = sentence[index]
      if token.isCapitalised, !token.isAllCapitals {
        found += 1
        if found == capitals { return start..<index + 1 }
      } else if found == 0 || !isJoint(token.form) {
        return nil
      }
    }
    return nil
  }

  private static func isJoint(_ word: String) -> Bool {
    switch word {
    case "of", "for", "and", "the", "in", "on": true
    default: false
    }
  }
}
