import Syntax
import Text

/// What the finders share while they read one report.
struct ReportReading {
  let parsed: ParsedText
  let knowledge: Knowledge
  /// The known forms of each sentence.
  let matches: [[FormMatcher.Match]]
  /// All referents found so far.
  var referents: [Referent] = []
  /// For each sentence and token: whether a name or institution covers it.
  private var covered: [[Bool]]

  init(parsed: ParsedText, knowledge: Knowledge) {
    self.parsed = parsed
    self.knowledge = knowledge
    let matcher = FormMatcher(knowledge: knowledge)
    let known = parsed.sentences.map { matcher.matches(in: $0) }
    let acronyms = OwnAcronyms(parsed, matches: known)
    matches = zip(parsed.sentences, known).map { acronyms.settled($1, in: $0) }
    covered = parsed.sentences.map { [Bool](repeating: false, count: $0.count) }
  }

  mutating func cover(_ sentence: Int, _ tokens: Range<Int>) {
    for token in tokens { covered[sentence][token] = true }
  }

  func isCovered(_ sentence: Int, _ tokens: Range<Int>) -> Bool {
    tokens.contains { covered[sentence][$0] }
  }

  /// Puts the referents in text order, the longer before the shorter.
  mutating func sort() {
    referents.sort { left, right in
      let (l, r) = (left.mention, right.mention)
      return (l.sentence, l.tokens.lowerBound, -l.tokens.count, l.head)
        < (r.sentence, r.tokens.lowerBound, -r.tokens.count, r.head)
    }
  }

  /// A mention over a range of tokens.
  func mention(_ kind: MentionKind, _ sentence: Int, _ tokens: Range<Int>, head: Int) -> Mention {
    Mention(
      kind: kind, sentence: sentence, tokens: tokens, head: head,
      span: parsed.sentences[sentence].span(of: tokens))
  }

  /// "No group", "every minister", "nobody": whether a phrase stands for nobody in particular.
  func isNobody(_ referent: Referent) -> Bool {
    let sentence = parsed.sentences[referent.mention.sentence]
    switch sentence[referent.mention.head].form.lowercased() {
    case "nobody", "none", "everyone", "everybody", "anyone", "anybody": return true
    default: break
    }
    let determiner = sentence.child(of: referent.mention.head, .det)
    return determiner.map {
      ["no", "any", "every", "each", "neither"].contains(sentence[$0].form.lowercased())
    } ?? false
  }

  /// The state that the phrase around `head` belongs to, from the words before the head
  /// ("Israeli", "Israel's", "White House") and from an "of" behind it ("of Israel"); nil where
  /// two states are named, or none.
  ///
  /// What the phrase is *about* doesn't count: "for Israel", "Palestinian affairs".
  func country(of head: Int, in phrase: Range<Int>, sentence index: Int) -> String? {
    let sentence = parsed.sentences[index]
    var found: String?
    for match in matches[index] {
      let tokens = match.tokens
      guard phrase.lowerBound <= tokens.lowerBound, tokens.upperBound <= phrase.upperBound,
        !tokens.contains(head)
      else { continue }
      if tokens.lowerBound < head {
        if isInsidePostmodifier(tokens.lowerBound, of: head, in: phrase, sentence) { continue }
      } else if !followsOf(tokens.lowerBound, head: head, sentence) {
        continue
      }
      let next = tokens.upperBound
      if next < sentence.count, sentence[next].form.lowercased() == "affairs" { continue }
      guard let country = country(of: match) else { continue }
      if let other = found, other != country { return nil }
      found = country
    }
    return found
  }

  /// The one state that a known form belongs to.
  func country(of match: FormMatcher.Match) -> String? {
    var codes: [String] = []
    for sense in match.senses {
      switch sense {
      case .state(let state), .nationality(let state), .seat(let state):
        codes.append(knowledge.states[state].code)
      case .region(let region):
        if let country = knowledge.regions[region].country { codes.append(country) }
      case .actor(let actor):
        if let country = knowledge.actors[actor].country { codes.append(country) }
      }
    }
    return Set(codes).count == 1 ? codes[0] : nil
  }

  /// Whether the token stands before the head and yet behind a preposition of the phrase: "Israel"
  /// in "Secretary for Israel Hady Amr".
  private func isInsidePostmodifier(
    _ token: Int, of head: Int, in phrase: Range<Int>, _ sentence: Sentence
  ) -> Bool {
    for index in phrase.lowerBound..<token where sentence[index].upos == .adp {
      if index > phrase.lowerBound { return true }
    }
    return false
  }

  /// Whether only "of", "of the" and capitalised words stand between the head and the token.
  private func followsOf(_ token: Int, head: Int, _ sentence: Sentence) -> Bool {
    guard head + 1 < token, sentence[head + 1].form.lowercased() == "of" else { return false }
    return (head + 2..<token).allSatisfy {
      sentence[$0].upos == .det || sentence[$0].isCapitalised
    }
  }
}
