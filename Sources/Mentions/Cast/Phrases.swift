import Syntax
import Text

/// Noun phrases read off a dependency tree.
extension Sentence {
  /// The relations of a noun's own modifiers, as against clauses and further members.
  private static func isModifier(_ relation: Relation) -> Bool {
    switch relation {
    case .det, .detPredet, .amod, .compound, .nummod, .nmod, .nmodPoss, .nmodDesc, .nmodUnmarked,
      .flat, .fixed, .goeswith, .dep:
      true
    default: false
    }
  }

  /// The tokens of the noun phrase headed by `head`: its title, modifiers and prepositional
  /// phrases, without clauses, appositions and coordinated phrases, in one stretch around the head.
  func nounPhrase(_ head: Int) -> Range<Int> {
    var included: Set<Int> = [head]
    for child in children(of: head)
    where Self.isModifier(tokens[child].relation) && !(child > head && saysWhen(child)) {
      let descends: (Int) -> Bool = { index in
        switch tokens[index].relation {
        case .aclRelcl, .appos, .parataxis: false
        default: true
        }
      }
      for token in subtree(of: child, where: descends) {
        included.insert(token)
      }
    }
    if included.count == 1 { return head..<head + 1 }
    return stretch(of: included, around: head)
  }

  /// Whether a modifier tells a day: "on Thursday" behind a subject says when it acts, though
  /// parsers like to hang it on the noun.
  private func saysWhen(_ index: Int) -> Bool {
    switch tokens[index].relation {
    case .nmod, .nmodUnmarked: DateWords.isDay(tokens[index])
    default: false
    }
  }

  /// The noun phrase without what follows its head, except for a name's further words.
  func premodified(_ head: Int) -> Range<Int> {
    let phrase = nounPhrase(head)
    var end = head + 1
    while end < phrase.upperBound,
      tokens[end].relation == .flat
        || tokens[end].upos == .propn && tokens[end].head == head
          && tokens[end].relation != .nmod && tokens[end].relation != .nmodPoss
    {
      end += 1
    }
    return phrase.lowerBound..<end
  }

  /// The longest unbroken stretch of `included` tokens around `middle`; a hyphen or a quotation
  /// mark between two of them doesn't break it.
  private func stretch(of included: Set<Int>, around middle: Int) -> Range<Int> {
    func joins(_ index: Int) -> Bool {
      tokens[index].upos == .punct && tokens[index].form != "," && tokens[index].form != ";"
    }
    var start = middle
    while start > 0 {
      if included.contains(start - 1) {
        start -= 1
      } else if start > 1 && joins(start - 1) && included.contains(start - 2) {
        start -= 2
      } else {
        break
      }
    }
    var end = middle + 1
    while end < count {
      if included.contains(end) {
        end += 1
      } else if end + 1 < count && joins(end) && included.contains(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The token of a range whose head lies outside it: the head of the phrase.
  func head(of range: Range<Int>) -> Int {
    range.first { !range.contains(tokens[$0].head) } ?? range.lowerBound
  }

  /// The run of proper nouns around a token: "Deir ez-Zor", "San José".
  func run(ofProperNounsAround index: Int) -> Range<Int> {
    var start = index
    while start > 0, tokens[start - 1].upos == .propn, tokens[start - 1].isCapitalised {
      start -= 1
    }
    var end = index + 1
    while end < count, tokens[end].upos == .propn, tokens[end].isCapitalised { end += 1 }
    return start..<end
  }

  /// The span of a range of tokens.
  func span(of range: Range<Int>) -> Span {
    Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// The words of a range as the text writes them, any white space between two as one space.
  func words(of range: Range<Int>) -> String {
    var words = ""
    for index in range {
      if index > range.lowerBound && tokens[index - 1].span.end < tokens[index].span.start {
        words += " "
      }
      words += Self.straightened(tokens[index].form)
    }
    return words
  }

  /// A word with straight apostrophes.
  private static func straightened(_ form: String) -> String {
    guard form.utf8.contains(0xE2) else { return form }
    return String(String.UnicodeScalarView(form.unicodeScalars.map { $0 == "’" ? "'" : $0 }))
  }

  /// The first preposition that stands before the phrase headed by `head`, in small letters.
  func preposition(of head: Int) -> String? {
    child(of: head, .case).map { tokens[$0].form.lowercased() }
  }

  /// Whether a possessive mark follows the phrase headed by `head`.
  func isPossessive(_ head: Int) -> Bool { tokens[head].relation == .nmodPoss }
}

extension Token {
  /// Whether the word begins with a capital letter.
  var isCapitalised: Bool { form.unicodeScalars.first?.properties.isUppercase ?? false }

  /// Whether the word has no small letter and at least two capitals.
  var isAllCapitals: Bool {
    var capitals = 0
    for scalar in form.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals >= 2
  }

  /// Whether the noun is plural by its tag.
  var isPlural: Bool { xpos == "NNS" || xpos == "NNPS" || features.contains("Number=Plur") }

  /// The dictionary form in small letters; the word itself where there is none.
  var plainLemma: String {
    lemma.isEmpty || lemma == "_" ? form.lowercased() : lemma.lowercased()
  }
}
