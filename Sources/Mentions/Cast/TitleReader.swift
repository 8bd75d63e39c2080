import Syntax
import Text

/// Reads the title before a person's name: "U.S. President | Joe Biden".
struct TitleReader {
  let nouns: NounLexicon

  /// A title before a name.
  struct Title {
    /// The words of the role, without article; nil where only a form of address stands.
    let role: Range<Int>?
    /// The tokens of the whole phrase up to the name.
    let start: Int
    /// The noun that names the office.
    let head: Int?
    /// What a form of address or the office tells.
    let gender: Gender
  }

  /// The title that ends right before the token `name`, or nil.
  ///
  /// Only the order of words is looked at: before a name, trees are least to be trusted.
  func title(before name: Int, in sentence: Sentence) -> Title? {
    guard name > 0 else { return nil }
    var end = name
    var gender = Gender.unknown
    // "Brig. Gen.", "Mr. Justice".
    while end > 0, sentence[end - 1].isCapitalised,
      let told = nouns.title(sentence[end - 1].form.lowercased())
    {
      if gender == .unknown { gender = told }
      end -= 1
    }
    guard end > 0, let head = office(before: end, in: sentence) else {
      return end < name ? Title(role: nil, start: end, head: nil, gender: gender) : nil
    }
    let start = start(of: head, in: sentence)
    if let noun = nouns.person(sentence[head].plainLemma), gender == .unknown {
      gender = noun.gender
    }
    var role = start
    while role < head,
      sentence[role].upos == .det || sentence[role].upos == .num || sentence[role].upos == .punct
    {
      role += 1
    }
    if role < head, sentence[role].xpos == "PRP$" { role += 1 }
    return Title(role: role..<end, start: start, head: head, gender: gender)
  }

  /// The office noun whose phrase ends at `end`: the word before it, or one further left with a
  /// capitalised prepositional phrase between ("Secretary of State", "Minister for Trade").
  private func office(before end: Int, in sentence: Sentence) -> Int? {
    if isOffice(end - 1, in: sentence) { return end - 1 }
    var index = end - 1
    while index >= 0, end - index <= 10 {
      let token = sentence[index]
      if isOffice(index, in: sentence), index + 1 < end, sentence[index + 1].upos == .adp {
        return token.isCapitalised ? index : nil
      }
      guard token.isCapitalised || Self.joinsTitle(token) else { return nil }
      index -= 1
    }
    return nil
  }

  private func isOffice(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence[index]
    guard token.upos.isNominal || token.isCapitalised, !token.isPlural else { return false }
    guard let noun = nouns.person(token.form.lowercased()) ?? nouns.person(token.plainLemma)
    else { return false }
    if noun.kind == .office { return true }
    return noun.kind == .person && !token.isCapitalised || nouns.title(token.plainLemma) != nil
  }

  private static func joinsTitle(_ token: Token) -> Bool {
    switch token.form {
    case "of", "for", "the", "and", "to", "on", "&", "-", "at", "in", "'s", "’s": true
    default: false
    }
  }

  /// The first token of the title whose office noun is `head`: its modifiers to the left.
  private func start(of head: Int, in sentence: Sentence) -> Int {
    var start = head
    while start > 0 {
      let token = sentence[start - 1]
      if NameSpans.isCalendar(token.form) { return start }
      switch token.upos {
      case .propn, .noun, .adj:
        // Another phrase's noun is no modifier: "told reporters President Biden would …".
        if !token.isCapitalised && token.isPlural { return start }
        start -= 1
      case .punct
      where token.form == "-" && start > 1 && token.span.end == sentence[start].span.start
        && token.span.start == sentence[start - 2].span.end:
        start -= 1
      case .part where token.xpos == "POS":
        start -= 1
      case .det, .num:
        return token.upos == .det ? start - 1 : start
      case .pron where token.xpos == "PRP$":
        return start - 1
      case .cconj where token.form == "and" || token.form == "&":
        // "Defense and Foreign Minister": a modifier before and behind.
        guard start > 1, sentence[start - 2].upos == .propn || sentence[start - 2].upos == .adj,
          sentence[start - 2].head >= start, sentence[start - 2].head <= head
        else { return start }
        start -= 1
      case .verb
      where token.xpos == "VBN" && token.head <= head && token.head >= start
        && token.relation == .amod:
        start -= 1
      case .verb where token.form.lowercased() == "acting":
        start -= 1
      default:
        return start
      }
    }
    return start
  }
}
