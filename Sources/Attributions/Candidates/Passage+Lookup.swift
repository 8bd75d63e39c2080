import Syntax
import Text

extension Passage {
  /// The end of the words before a place, commas left out.
  func endOfWords(before place: Int) -> Int {
    sentence.tokens.last { $0.span.end <= place && $0.upos != .punct }?.span.end ?? place
  }

  /// How a predicate finds its subject.
  package enum SubjectPath: UInt32, Sendable { case own, relative, shared, possessor, none }

  /// The subject of a predicate: its own, the noun that a clause modifies, or the one that a
  /// coordinated, controlled or participial predicate shares with the clause above.
  package func subject(of token: Int) -> (token: Int, path: SubjectPath)? {
    var predicate = token
    var steps = 0
    while steps < 5 {
      if let subject = sentence.children(of: predicate).first(where: {
        sentence[$0].relation.universal == .nsubj
      }) {
        return (subject, steps == 0 ? .own : .shared)
      }
      if let owner = sentence.child(of: predicate, .nmodPoss) {
        return (owner, .possessor)
      }
      let head = sentence[predicate].head
      guard head >= 0 else { return nil }
      switch sentence[predicate].relation {
      case .acl, .aclRelcl: return (head, .relative)
      case .conj, .xcomp, .advcl, .parataxis, .obj, .obl: predicate = head
      default: return nil
      }
      steps += 1
    }
    return nil
  }

  /// A hash of what kind of word a phrase's head is: which pronoun, what name, plural or not.
  package func sort(of token: Int) -> UInt32 {
    let word = sentence[token]
    if word.upos == .pron || word.upos == .det { return lemma[token] }
    if let kind = name[token] { return 10 + UInt32(NameKind.allCases.firstIndex(of: kind) ?? 0) }
    if word.upos == .propn { return 20 }
    if word.upos == .noun { return word.xpos == "NNS" ? 21 : 22 }
    return FeatureHash.mix(23, part[token])
  }

  /// Whether a predicate is passive.
  package func isPassive(_ token: Int) -> Bool {
    sentence.children(of: token).contains {
      sentence[$0].relation == .auxPass || sentence[$0].relation == .nsubjPass
    }
  }

  /// The word that introduces a phrase or clause (preposition or conjunction), as a hash.
  package func introducer(of token: Int) -> UInt32 {
    for child in sentence.children(of: token) {
      if sentence[child].relation == .case || sentence[child].relation == .mark {
        return lemma[child]
      }
    }
    return 0
  }

  /// Whether a clause is finite: 1 finite, 2 infinitive, 3 participle, 0 no verb.
  package func finiteness(of token: Int) -> UInt32 {
    let children = sentence.children(of: token)
    let isCopular = children.contains { sentence[$0].relation == .cop }
    guard sentence[token].upos.isVerbal || isCopular else { return 0 }
    if children.contains(where: { sentence[$0].relation == .mark && sentence[$0].form == "to" }) {
      return 2
    }
    if children.contains(where: {
      [.aux, .auxPass, .cop].contains(sentence[$0].relation)
        && ["VBD", "VBZ", "VBP", "MD"].contains(sentence[$0].xpos)
    }) {
      return 1
    }
    switch sentence[token].xpos {
    case "VBD", "VBZ", "VBP": return 1
    case "VBG", "VBN": return 3
    case "VB": return 4
    default: return 0
    }
  }

  /// Whether any word of a subtree is quoted.
  package func quotes(in token: Int) -> Bool {
    extent[token].contains { quotation[$0] >= 0 }
  }
}
