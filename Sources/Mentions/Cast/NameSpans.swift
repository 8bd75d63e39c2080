import Syntax
import Text

/// The stretches of a sentence that are names: the tagger's, the tables' and chains of proper
/// nouns that neither knows.
struct NameSpans {
  let nouns: NounLexicon

  /// A name without its title.
  struct NameSpan {
    var tokens: Range<Int>
    var kind: NameKind?
    var senses: [FormSense]
  }

  /// The names of a sentence, in text order, not overlapping.
  func names(in sentence: Sentence, matches: [FormMatcher.Match]) -> [NameSpan] {
    var names: [NameSpan] = []
    var used = holders(in: sentence, matches: matches)
    names += used.map { NameSpan(tokens: $0, kind: .person, senses: []) }
    for name in sentence.names {
      guard let tokens = trimmed(name, in: sentence) else { continue }
      let wider = matches.first {
        $0.tokens.overlaps(tokens) && !tokens.properlyContains($0.tokens)
          && !(name.kind == .person && $0.tokens.lowerBound > tokens.lowerBound)
      }
      if let wider {
        if used.contains(where: { $0.overlaps(wider.tokens) }) { continue }
        used.append(wider.tokens)
        names.append(NameSpan(tokens: wider.tokens, kind: name.kind, senses: wider.senses))
      } else {
        if used.contains(where: { $0.overlaps(tokens) }) { continue }
        used.append(tokens)
        names.append(NameSpan(tokens: tokens, kind: name.kind, senses: []))
      }
    }
    for match in matches where !used.contains(where: { $0.overlaps(match.tokens) }) {
      if continuesName(match.tokens.lowerBound, in: sentence) { continue }
      used.append(match.tokens)
      names.append(NameSpan(tokens: match.tokens, kind: nil, senses: match.senses))
    }
    names += chains(in: sentence, besides: used)
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A tagger's name without article, title and possessive mark, and with the proper nouns that
  /// the tree ties to it.
  private func trimmed(_ name: Name, in sentence: Sentence) -> Range<Int>? {
    var start = name.tokens.lowerBound
    var end = name.tokens.upperBound
    while end > start, sentence[end - 1].xpos == "POS" || sentence[end - 1].upos == .punct {
      end -= 1
    }
    while start < end, sentence[start].upos == .det || sentence[start].upos == .punct { start += 1 }
    guard start < end else { return nil }
    if name.kind == .person {
      // Behind a given name stands no title: "Hassan Sheikh Mohamud".
      let given = (start..<end).first { nouns.isGivenName(sentence[$0].form) } ?? end
      let last = (start..<given).last { index in
        index + 1 < end && isTitle(index, in: sentence)
      }
      if let last { start = last + 1 }
      while start + 1 < end, nouns.isPortfolio(sentence[start].form.lowercased()) { start += 1 }
      while start > 0, sentence[start - 1].upos == .propn, sentence[start - 1].isCapitalised,
        !isTitle(start - 1, in: sentence), beginsName(start - 1, before: start, in: sentence)
      {
        start -= 1
      }
      while end < sentence.count, sentence[end].upos == .propn, sentence[end].relation == .flat,
        sentence[end].head >= start, sentence[end].head < end
      {
        end += 1
      }
      while goesOnOverHyphen(end, in: sentence) { end += 2 }
    }
    return (start..<end).contains { sentence[$0].isCapitalised } ? start..<end : nil
  }

  /// Whether a hyphen without spaces ties the next word to a name that ends: "Lam Cheuk | -ting".
  private func goesOnOverHyphen(_ end: Int, in sentence: Sentence) -> Bool {
    end > 0 && end + 1 < sentence.count && sentence[end].form == "-"
      && sentence[end + 1].upos == .propn
      && sentence[end - 1].span.end == sentence[end].span.start
      && sentence[end].span.end == sentence[end + 1].span.start
  }

  /// Whether the tree, or a list of given names, ties a proper noun to the name right behind it:
  /// "*Carmen* Aliaga", "*Itamar* Ben-Gvir".
  private func beginsName(_ index: Int, before start: Int, in sentence: Sentence) -> Bool {
    let (first, next) = (sentence[index], sentence[start])
    if next.relation == .flat, next.head == index || first.relation == .flat { return true }
    return first.head == start && first.relation == .compound
      && nouns.isGivenName(first.form)
  }

  private func isTitle(_ index: Int, in sentence: Sentence) -> Bool {
    // "Carmen" is no policeman.
    if nouns.isGivenName(sentence[index].form) { return false }
    let word = sentence[index].form.lowercased()
    return nouns.title(word) != nil || nouns.person(word)?.kind == .office
  }

  /// Whether a proper noun right before ties this one to its name: "Jordan" in "Michael Jordan".
  private func continuesName(_ index: Int, in sentence: Sentence) -> Bool {
    guard index > 0, sentence[index - 1].upos == .propn else { return false }
    return sentence[index].relation == .flat && sentence[index].head < index
      && nouns.isGivenName(sentence[index - 1].form)
  }

  /// The capitalised words between commas right behind an office, whatever the tagger takes them for: "the
  /// spokesman, *Majed al-Ansari*, said".
  private func holders(
    in sentence: Sentence, matches: [FormMatcher.Match]
  ) -> [Range<Int>] {
    sentence.tokens.indices.dropFirst().compactMap { comma in
      guard sentence[comma].form == ",", !sentence[comma - 1].isPlural,
        nouns.person(sentence[comma - 1].plainLemma)?.kind == .office
      else { return nil }
      var start = comma + 1
      // "Gen. Mark Milley", "Republican Greg Abbott".
      while start < sentence.count,
        isTitle(start, in: sentence)
          || [.adj, .noun].contains(sentence[start].upos)
      {
        start += 1
      }
      var end = start
      while end < sentence.count,
        sentence[end].isCapitalised && !Self.isCalendar(sentence[end].form)
          || end > start && Self.isInnerJoint(sentence[end])
      {
        end += 1
      }
      guard 2...6 ~= end - start, end < sentence.count, sentence[end].form == ",",
        sentence[end - 1].isCapitalised,
        !matches.contains(where: { $0.tokens.overlaps(start..<end) }),
        !sentence.names.contains(where: { isWhole($0, within: start..<end, in: sentence) })
      else { return nil }
      return start..<end
    }
  }

  /// Whether a tagger found a person's name of several words there, and so knows better.
  private func isWhole(_ name: Name, within span: Range<Int>, in sentence: Sentence) -> Bool {
    name.kind == .person && name.tokens.overlaps(span)
      && name.tokens.count { sentence[$0].isCapitalised } > 1
  }

  /// Unbroken chains of proper nouns that no other name covers.
  private func chains(in sentence: Sentence, besides used: [Range<Int>]) -> [NameSpan] {
    var chains: [NameSpan] = []
    var index = 0
    func isFree(_ index: Int) -> Bool {
      sentence[index].upos == .propn && sentence[index].isCapitalised
        && !used.contains { $0.contains(index) }
    }
    while index < sentence.count {
      guard isFree(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.count {
        if isFree(end), isTied(end, to: index..<end, in: sentence) {
          end += 1
        } else if end + 1 < sentence.count, Self.isInnerJoint(sentence[end]), isFree(end + 1),
          isTied(end + 1, to: index..<end, in: sentence)
        {
          end += 2
        } else {
          break
        }
      }
      while goesOnOverHyphen(end, in: sentence) { end += 2 }
      var start = index
      while start < end, isTitle(start, in: sentence) || Self.isCalendar(sentence[start].form) {
        start += 1
      }
      if start < end, let last = (start..<end - 1).last(where: { isTitle($0, in: sentence) }),
        last + 1 < end, sentence[last + 1].upos == .propn
      {
        start = last + 1
      }
      // "the President", "the Deputy Secretary": an office without a name is a common noun.
      let isOffice =
        start == end || isTitle(end - 1, in: sentence)
        || (start..<end).allSatisfy { nouns.isPortfolio(sentence[$0].form.lowercased()) }
      if !isOffice { chains.append(NameSpan(tokens: start..<end, kind: nil, senses: [])) }
      index = end
    }
    return chains
  }

  /// Whether a token belongs to one tree with a token of the range.
  private func isTied(_ token: Int, to range: Range<Int>, in sentence: Sentence) -> Bool {
    func joins(_ relation: Relation) -> Bool {
      switch relation {
      case .flat, .compound, .nmodDesc, .amod, .goeswith, .dep: true
      default: false
      }
    }
    if range.contains(sentence[token].head), joins(sentence[token].relation) { return true }
    return range.contains { index in
      joins(sentence[index].relation)
        && (sentence[index].head == token
          || sentence[token].head == sentence[index].head
            && joins(sentence[token].relation)
          || sentence[index].head > token)
    }
  }

  private static func isInnerJoint(_ token: Token) -> Bool {
    token.form == "-" || token.form == "bin" || token.form == "al" || token.form == "van"
      || token.form == "de" || token.form == "von" || token.form == "der"
  }

  /// Days, months and feasts are no actors.
  static func isCalendar(_ word: String) -> Bool { calendar.contains(word) }

  private static let calendar: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.",
    "Sep.", "Oct.", "Nov.", "Dec.", "Christmas", "Easter", "Ramadan", "Eid", "Hanukkah",
    "Passover", "Thanksgiving", "GMT", "UTC", "EST", "EDT", "BST", "a.m.", "p.m.", "English",
    "Arabic", "Hebrew", "Covid-19", "COVID-19", "Covid", "COVID", "Internet", "Islam",
    "Christianity", "Judaism", "Quran", "Koran", "Bible", "God",
  ]
}

extension Range where Bound == Int {
  /// Whether `other` lies inside and is shorter.
  func properlyContains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound && other.count < count
  }
}
