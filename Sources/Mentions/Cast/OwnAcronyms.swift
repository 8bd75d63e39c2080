import Syntax

/// What a report's acronyms stand for by its own words: where it spells out "Rapid Support Forces",
/// its "RSF" is they, whatever a table has under those letters.
struct OwnAcronyms {
  /// What the tables know the names as that are spelt out for an acronym, each once; empty where they
  /// don't know one.
  private var meanings: [String: [[FormSense]]] = [:]

  /// Fewer letters are the initials of too many names, more those of none.
  private static let letters = 3...10

  /// Reads the names that a report spells out.
  ///
  /// - Parameter matches: the known forms of each sentence.
  init(_ parsed: ParsedText, matches: [[FormMatcher.Match]]) {
    let acronyms = Set(
      parsed.sentences.flatMap { $0.tokens.filter(Self.isAcronym).map(\.form) })
    guard !acronyms.isEmpty else { return }
    let lengths = Set(acronyms.map(\.utf8.count))
    func add(_ tokens: Range<Int>, in sentence: Sentence, _ senses: [FormSense]) {
      for initials in NameWords(sentence.words(of: tokens)).initials
      where acronyms.contains(initials) && meanings[initials]?.contains(senses) != true {
        meanings[initials, default: []].append(senses)
      }
    }
    for (sentence, known) in zip(parsed.sentences, matches) {
      for match in known where match.tokens.count > 1 {
        add(match.tokens, in: sentence, match.senses)
      }
      for length in lengths {
        for start in 0..<sentence.count {
          guard let window = Self.window(from: start, capitals: length, in: sentence),
            !known.contains(where: { $0.tokens.overlaps(window) }),
            !sentence.names.contains(where: { $0.kind == .person && $0.tokens.overlaps(window) })
          else { continue }
          add(window, in: sentence, [])
        }
      }
    }
  }

  /// The known forms of a sentence, with its acronyms read as the report spells them out.
  func settled(_ matches: [FormMatcher.Match], in sentence: Sentence) -> [FormMatcher.Match] {
    guard !meanings.isEmpty else { return matches }
    var settled = matches
    for (index, token) in sentence.tokens.enumerated() where Self.isAcronym(token) {
      guard let spelt = meanings[token.form] else { continue }
      let known = settled.firstIndex { $0.tokens == index..<index + 1 }
      guard known != nil || !settled.contains(where: { $0.tokens.contains(index) })
      else { continue }
      if let known {
        if spelt.contains(settled[known].senses) { continue }
        settled.remove(at: known)
      }
      if let senses = spelt.first(where: { !$0.isEmpty }) {
        settled.append(FormMatcher.Match(tokens: index..<index + 1, senses: senses))
      }
    }
    return settled.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func isAcronym(_ token: Token) -> Bool {
    letters.contains(token.form.utf8.count)
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
