import Mentions
import Records
import Syntax

/// Whether a frame of the lexicon fits around a predicate.
extension SentenceEvents {
  /// The nouns that the frame takes with the predicate; nil where it does not fit.
  func fit(_ frame: EventFrame, at predicate: Int) -> [Int]? {
    if frame.needsPassive, !arguments.isPassive(predicate) { return nil }
    for absent in frame.absent
    where arguments.heads(absent.path, of: predicate).contains(where: {
      passing(absent.test, at: $0) != nil
    }) {
      return nil
    }
    if frame.needsClause, !hasClause(predicate) { return nil }
    if frame.needsSubjunctive, !hasSubjunctive(predicate) { return nil }
    if frame.needsGerund, !hasGerund(predicate) { return nil }
    var nouns: [Int] = []
    for constraint in frame.constraints {
      var heads = arguments.heads(constraint.path, of: predicate)
      if heads.isEmpty, constraint.path.count == 1, case .preposition(let word) = constraint.path[0]
      {
        heads = arguments.loose(word, of: predicate)
      }
      var passes = false
      for head in heads {
        guard let found = passing(constraint.test, at: head) else { continue }
        passes = true
        nouns += found
      }
      guard passes else { return nil }
    }
    return nouns
  }

  /// The nouns by which a word passes a test, none where it passes as it stands; nil where it fails.
  private func passing(_ test: FrameTest, at head: Int) -> [Int]? {
    let passes: Bool
    switch test {
    case .any: passes = true
    case .somebody: passes = arguments.isSomebody(head)
    case .person:
      passes = arguments.isPerson(head) || EventWords.envoys.contains(sentence[head].lemma)
    case .place: passes = arguments.isPlace(head)
    case .hostile: passes = isHostile(head)
    case .member(let lemmas):
      let nouns = ([head] + contents(of: head)).filter {
        self.lemmas(of: $0).contains(where: lemmas.contains)
      }
      return nouns.isEmpty ? nil : nouns
    }
    return passes ? [] : nil
  }

  /// The lemmas that a lexicon may have a noun under: joined over a hyphen ("cease-fire"), its own
  /// in small letters, the singular of what a lemmatiser left in the plural, and what a name says
  /// that it names ("the destroyer USS Mobile").
  func lemmas(of index: Int) -> [String] {
    var lemma = sentence[index].lemma
    if let first = lemma.utf8.first, first < 0x5B { lemma = lemma.lowercased() }
    var lemmas = [lemma]
    if index > 1, sentence[index - 1].form == "-" {
      lemmas.insert(sentence[index - 2].form.lowercased() + "-" + lemma, at: 0)
    }
    if sentence[index].upos == .propn {
      lemmas += sentence.children(of: index).filter {
        sentence[$0].upos == .noun
          && (sentence[$0].relation == .compound || sentence[$0].relation == .nmodDesc)
      }.map { sentence[$0].lemma }
    }
    if sentence[index].xpos == "NNS", lemma.hasSuffix("s") {
      lemmas.append(String(lemma.dropLast()))
      if lemma.hasSuffix("ies") { lemmas.append(lemma.dropLast(3) + "y") }
    }
    return lemmas
  }

  /// What a measuring noun holds: "a round of talks", "dozens of rockets".
  private func contents(of head: Int) -> [Int] {
    EventWords.measures.contains(sentence[head].lemma)
      ? sentence.children(of: head).filter {
        sentence[$0].relation == .nmod && arguments.hasCase("of", $0)
      } : []
  }

  private func hasClause(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      sentence[$0].relation == .ccomp && !arguments.hasMark("to", $0)
    }
  }

  private func hasSubjunctive(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains { clause in
      guard sentence[clause].relation == .ccomp, !arguments.hasMark("to", clause) else {
        return false
      }
      let verbs = sentence.children(of: clause) {
        $0 == .aux || $0 == .auxPass || $0 == .cop
      }
      guard let first = verbs.first else { return sentence[clause].xpos == "VB" }
      return sentence[first].form == "be" || ["should", "must"].contains(sentence[first].lemma)
    }
  }

  private func hasGerund(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      let relation = sentence[$0].relation
      return sentence[$0].xpos == "VBG"
        && (relation == .xcomp || relation == .ccomp || relation == .obj)
    }
  }

  private func isHostile(_ verb: Int) -> Bool {
    guard let entries = entries(at: verb), let (entry, _) = best(of: entries, at: verb) else {
      return false
    }
    return entry.type.isHostile
  }
}

extension EventType {
  /// Whether it is done to harm somebody or to make them yield.
  var isHostile: Bool {
    switch self {
    case .assault, .coerce, .sanction, .threaten, .mobilize: true
    default: false
    }
  }
}
