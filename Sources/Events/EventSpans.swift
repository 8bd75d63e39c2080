import Mentions
import Syntax
import Text

/// The words of parties, predicates and tellings.
struct EventSpans {
  let sentence: Sentence

  /// The span of a noun phrase: its modifiers with it, relative clauses and appositions left out.
  func nounPhrase(_ head: Int) -> Span {
    var first = head
    var last = head
    var reached = [head]
    while let word = reached.popLast() {
      for child in sentence.children(of: word) {
        let relation = sentence[child].relation
        // "his counterpart, Mostafa Najjar": the name tells who it is.
        if relation == .appos, word == head, child > head, sentence[head].upos == .noun,
          sentence[child].upos == .propn, sentence.subtree(of: child).first ?? 0 <= last + 2
        {
          last = max(last, child)
          reached.append(child)
          continue
        }
        // "accused *Israel* of bombing": what it is accused of is no part of its name.
        if relation == .acl, word == head, ClauseArguments.isGerundOfObject(child, in: sentence) {
          continue
        }
        switch relation {
        case .aclRelcl, .appos, .conj, .cc, .parataxis, .advcl, .cop, .nsubj, .nsubjPass, .aux,
          .auxPass, .mark, .dep, .list, .discourse, .ccomp, .advmod, .orphan, .obl, .csubj:
          if word == head || relation == .aclRelcl || relation == .parataxis { continue }
          if relation == .appos || relation == .cop { continue }
        case .nmod, .nmodUnmarked:
          // "the president on Tuesday": the day is the verb's.
          if word == head, child > head,
            EventWords.times.contains(sentence[child].lemma.lowercased())
          {
            continue
          }
        case .case:
          if word == head, !sentence.beginsQuantity(child) { continue }
        case .punct: continue
        default: break
        }
        first = min(first, child)
        last = max(last, child)
        reached.append(child)
      }
    }
    if sentence[last].xpos == "POS", last > head { last -= 1 }
    return Span(sentence[first].span.start, sentence[last].span.end)
  }

  /// The spans of tokens, those that stand side by side as one.
  func joined(_ tokens: [Int]) -> [Span] {
    var spans: [Span] = []
    var previous = -2
    for token in tokens.sorted() where token != previous {
      let span = sentence[token].span
      if token == previous + 1, let last = spans.popLast() {
        spans.append(last.union(span))
      } else {
        spans.append(span)
      }
      previous = token
    }
    return spans
  }

  /// The stretch that tells an event: from its governing words or its subject to the end of its
  /// own phrase, its adverbial clauses and what is told beside it left out.
  func telling(_ predicate: Int, parties: [Int]) -> Span {
    var first = predicate
    var last = predicate
    var top = predicate
    while sentence[top].relation == .xcomp, sentence[top].head >= 0 { top = sentence[top].head }
    for word in [predicate, top] {
      for child in sentence.children(of: word) {
        let relation = sentence[child].relation
        switch relation {
        case .aux, .auxPass, .cop, .advmod, .compoundPrt, .det, .compound, .amod, .nummod,
          .nmodPoss:
          first = min(first, child)
          if relation == .compoundPrt { last = max(last, child) }
        case .obj, .iobj, .obl, .oblAgent, .oblUnmarked, .nmod:
          guard child > predicate || word == predicate else { continue }
          let span = reach(child)
          first = min(first, span.lowerBound)
          last = max(last, span.upperBound)
        case .nsubj, .nsubjPass:
          let span = reach(child)
          if span.count <= 14 { first = min(first, span.lowerBound) }
        default: break
        }
      }
    }
    for party in parties {
      if party < first, first - party < 14 { first = min(party, beginning(of: party)) }
      last = max(last, party)
    }
    while last > first, sentence[last].upos == .punct { last -= 1 }
    while first < last, sentence[first].upos == .punct { first += 1 }
    return Span(sentence[first].span.start, sentence[last].span.end)
  }

  /// The first word of a name or noun with what stands before it: "*Saudi* Arabia".
  private func beginning(of head: Int) -> Int {
    let before = sentence.children(of: head).first {
      switch sentence[$0].relation {
      case .det, .amod, .compound, .nummod, .nmodPoss, .nmodDesc, .flat: true
      default: false
      }
    }
    return min(head, before ?? head)
  }

  /// The tokens of a phrase without its relative clauses, appositions and clauses beside it.
  private func reach(_ head: Int) -> ClosedRange<Int> {
    var first = head
    var last = head
    var reached = [head]
    while let word = reached.popLast() {
      for child in sentence.children(of: word) {
        switch sentence[child].relation {
        case .aclRelcl, .appos, .parataxis, .advcl, .punct, .ccomp: continue
        default: break
        }
        first = min(first, child)
        last = max(last, child)
        reached.append(child)
      }
    }
    return first...last
  }
}
