import Syntax
import Text

/// Lists the words that may report, and for each the phrases that may take part.
package struct ArgumentFinder: Sendable {
  package init() {}

  /// Whether a word may be the head of a cue.
  package func mayReport(_ token: Int, in passage: Passage) -> Bool {
    let word = passage.sentence[token]
    switch word.upos {
    case .verb, .noun, .adj: return true
    case .adv: return word.relation == .advmod && word.lemma.count > 4
    case .aux: return ![.aux, .auxPass, .cop].contains(word.relation)
    case .adp, .sconj: return word.lemma.lowercased() == "according"
    case .punct: return word.form == ":" && token > 0
    default: return false
    }
  }

  /// The phrases around a word, with the quotations in its sentence and beside it.
  ///
  /// - Parameter isScored: whether the network's scores of the words around are asked for, which
  ///   takes most of the time.
  package func candidate(
    _ token: Int, in passage: Passage, of report: Report, isScored: Bool = true
  ) -> Candidate {
    var list = Listing(passage: passage, token: token)
    if passage.sentence[token].upos == .punct {
      list.addSidesOfColon()
    } else {
      list.addDependents()
      list.addAncestors()
    }
    list.addQuotations(of: report)
    return Candidate(
      passage: passage.index, token: token, arguments: list.arguments,
      parts: isScored ? report.reading?.parts(beside: token, in: passage) : nil)
  }
}

/// The arguments of one word while they are gathered.
private struct Listing {
  let passage: Passage
  let token: Int
  var arguments: [Argument] = []

  init(passage: Passage, token: Int) {
    self.passage = passage
    self.token = token
  }

  private var sentence: Sentence { passage.sentence }

  /// The relations under which a dependent's own dependents may take part.
  private static let opened: Set<Relation> = [
    .obj, .iobj, .obl, .oblAgent, .xcomp, .nmod, .nsubj, .nsubjPass, .advcl, .acl, .ccomp, .csubj,
  ]

  mutating func addDependents() {
    for child in sentence.children(of: token) where sentence[child].upos != .punct {
      let path = passage.relation[child]
      arguments.append(Argument(reach: .child, head: child, path: path))
      guard Self.opened.contains(sentence[child].relation) else { continue }
      let parent = arguments.count - 1
      for grandchild in sentence.children(of: child) where sentence[grandchild].upos != .punct {
        switch sentence[grandchild].relation {
        case .det, .amod, .compound, .flat, .nummod, .fixed, .cc, .cop: continue
        default:
          arguments.append(
            Argument(
              reach: .grandchild, head: grandchild,
              path: FeatureHash.mix(path, passage.relation[grandchild]), parent: parent))
        }
      }
    }
  }

  mutating func addAncestors() {
    let head = sentence[token].head
    guard head >= 0 else { return }
    let path = passage.relation[token]
    arguments.append(Argument(reach: .head, head: head, path: path, branch: token))
    let parent = arguments.count - 1
    for sibling in sentence.children(of: head)
    where sibling != token && sentence[sibling].upos != .punct {
      arguments.append(
        Argument(
          reach: .sibling, head: sibling, path: FeatureHash.mix(path, passage.relation[sibling]),
          parent: parent))
    }
    var below = head
    var above = sentence[head].head
    var climb = FeatureHash.mix(path, passage.relation[head])
    if above >= 0 {
      arguments.append(Argument(reach: .grandhead, head: above, path: climb, branch: head))
    }
    for _ in 0..<2 where above >= 0 {
      for subject in sentence.children(of: above)
      where subject != below && sentence[subject].relation.universal == .nsubj {
        arguments.append(Argument(reach: .subjectAbove, head: subject, path: climb))
      }
      below = above
      above = sentence[below].head
      climb = FeatureHash.mix(climb, passage.relation[below])
    }
  }

  mutating func addSidesOfColon() {
    arguments.append(Argument(reach: .before, head: token - 1, path: 1))
    if token + 1 < sentence.count {
      arguments.append(Argument(reach: .after, head: token + 1, path: 2))
    }
  }

  /// Quotations in the sentence, right before it, and right behind its colon.
  ///
  /// What else follows is left to `StandAloneQuotations`.
  mutating func addQuotations(of report: Report) {
    let span = sentence.span
    var low = 0
    var high = report.quotations.count
    while low < high {
      let middle = (low + high) / 2
      if report.quotations[middle].marks.end <= span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for number in max(0, low - 1)..<report.quotations.count {
      let marks = report.quotations[number].marks
      if marks.overlaps(span) {
        if marks.contains(sentence[token].span.start) { continue }
        arguments.append(Argument(reach: .quotation, head: number, path: path(to: number)))
      } else if marks.end <= span.start {
        if isBeside(report, Span(marks.end, span.start), lines: 0) {
          arguments.append(Argument(reach: .quotation, head: number, path: 3))
        }
      } else {
        if sentence[sentence.count - 1].form == ":",
          isBeside(report, Span(span.end, marks.start), lines: 2)
        {
          arguments.append(Argument(reach: .quotation, head: number, path: 5))
        }
        break
      }
    }
  }

  /// Whether nothing but white space, with at most `lines` line breaks, fills a gap.
  private func isBeside(_ report: Report, _ gap: Span, lines: Int) -> Bool {
    let bytes = report.text.utf8[report.text.bytes(of: gap)]
    guard bytes.count <= 8 else { return false }
    return bytes.allSatisfy { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }
      && bytes.count { $0 == UInt8(ascii: "\n") } <= lines
  }

  /// How a quotation in the sentence hangs together with the cue.
  private func path(to quotation: Int) -> UInt32 {
    var top: Int?
    for index in sentence.tokens.indices
    where passage.quotation[index] == quotation && sentence[index].upos != .punct {
      let head = sentence[index].head
      if head < 0 || passage.quotation[head] != quotation {
        top = index
        if head == token || passage.extent[index].contains(token) { break }
      }
    }
    guard let top else { return 6 }
    if sentence[top].head == token { return FeatureHash.mix(7, passage.relation[top]) }
    if sentence.ancestors(of: token).contains(top) {
      return FeatureHash.mix(8, passage.relation[token])
    }
    return sentence.ancestors(of: top).contains(token) ? 9 : 10
  }
}
