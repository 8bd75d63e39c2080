import Mentions
import Records
import Syntax

/// What kind of word a word is: where it points, what stands before it, whether it can act.
extension ClauseArguments {
  /// The antecedent of a relative pronoun, else the word itself.
  func resolved(_ word: Int) -> Int {
    guard isRelative(word) else { return word }
    var up = sentence[word].head
    var steps = 0
    while up >= 0, steps < 6 {
      let relation = sentence[up].relation
      if relation == .aclRelcl || relation == .acl, sentence[up].head >= 0 {
        return sentence[up].head
      }
      up = sentence[up].head
      steps += 1
    }
    return word
  }

  func isRelative(_ word: Int) -> Bool {
    let token = sentence[word]
    switch token.xpos {
    case "WDT", "WP", "WP$": return true
    case "WRB": return token.lemma != "how"
    default:
      // "a verdict *that* they condemned", whatever a tagger made of "that".
      return token.form == "that" && (token.relation == .obj || token.relation == .nsubj)
        && token.head > word && sentence[token.head].relation.universal == .acl
    }
  }

  func hasCase(_ preposition: String, _ noun: Int) -> Bool {
    sentence.children(of: noun).contains {
      let child = sentence[$0]
      return (child.relation == .case || child.relation == .mark) && $0 < noun
        && child.lemma.utf8.count == preposition.utf8.count && child.lemma == preposition
    }
  }

  func hasAnyCase(_ noun: Int) -> Bool {
    sentence.children(of: noun).contains { sentence[$0].relation == .case }
  }

  func hasMark(_ word: String, _ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      sentence[$0].relation == .mark && sentence[$0].lemma == word
    }
  }

  func isClause(_ noun: Int) -> Bool {
    sentence.children(of: noun).contains {
      sentence[$0].relation == .cop || sentence[$0].relation == .nsubj
    }
  }

  func isPleonastic(_ word: Int) -> Bool {
    sentence[word].relation == .expl || sentence[word].lemma == "there"
  }

  /// Whether a noun names a time, not a party.
  func isTime(_ word: Int) -> Bool {
    let token = sentence[word]
    if token.upos == .num {
      if !token.form.utf8.contains(where: { $0 > 0x39 }), token.form.count == 4 { return true }
      // "Dec. 10", "January 17".
      return word > 0 && token.head >= 0
        && EventWords.times.contains(sentence[word - 1].lemma.lowercased())
    }
    return token.upos.isNominal && EventWords.times.contains(token.lemma.lowercased())
  }

  /// Whether a phrase names somebody who can act or be acted upon.
  func isSomebody(_ head: Int) -> Bool {
    if cast.entity(at: TokenAddress(index, head)) != nil { return true }
    let token = sentence[head]
    switch token.upos {
    case .propn: return !isTime(head)
    case .pron:
      return token.xpos == "PRP" || token.lemma == "who" || token.lemma == "those"
        || token.lemma == "everyone" || token.lemma == "someone"
    case .num:
      switch token.relation {
      case .nsubj, .nsubjPass, .obj, .conj: return !isTime(head)
      default: return false
      }
    case .noun:
      return PartyNouns.shared.contains(token.lemma)
        || sentence.children(of: head).contains {
          sentence[$0].upos == .propn
            && (sentence[$0].relation == .flat || sentence[$0].relation == .appos)
        }
    default: return false
    }
  }

  /// The entity of the cast that a word mentions.
  func entity(at word: Int) -> Int? { cast.entity(at: TokenAddress(index, word)) }

  /// Phrases with those that are joined to them.
  func withConjuncts(_ heads: [Int]) -> [Int] {
    var found = heads
    for head in heads {
      for child in conjuncts(of: head) where !found.contains(child) { found.append(child) }
    }
    return found
  }

  /// What is joined to a phrase, in text order.
  ///
  /// A conjunct with a preposition of its own is joined to the phrase that has the same: in "with
  /// members of the council and *with the mayor*" the mayor is no part of the council.
  func conjuncts(of head: Int) -> [Int] {
    let preposition = preposition(of: head)
    var found = sentence.children(of: head).filter {
      guard sentence[$0].relation == .conj, !sentence[$0].upos.isVerbal else { return false }
      let own = self.preposition(of: $0)
      return own == nil || own == preposition || preposition == nil
    }
    guard let preposition else { return found }
    var reached = sentence.children(of: head).filter { sentence[$0].relation == .nmod && $0 > head }
    while let word = reached.popLast() {
      for child in sentence.children(of: word) where child > word {
        switch sentence[child].relation {
        case .nmod: reached.append(child)
        case .conj
        where self.preposition(of: child) == preposition
          && self.preposition(of: word) != preposition:
          found.append(child)
        default: break
        }
      }
    }
    return found.sorted()
  }

  private func preposition(of word: Int) -> String? {
    sentence.children(of: word).first { sentence[$0].relation == .case && $0 < word }
      .map { sentence[$0].lemma }
  }

  /// Whether a phrase belongs to somebody: "Abbas's office", "a U.S. resolution".
  func belongsToSomebody(_ head: Int) -> Bool { owner(of: head) != nil }

  /// Whom a phrase belongs to: "*Abbas*'s office", "a *U.S.* resolution".
  func owner(of head: Int) -> Int? {
    sentence.children(of: head).first {
      switch sentence[$0].relation {
      case .nmodPoss, .compound, .amod, .nmod, .nmodDesc, .flat: isSomebody($0)
      default: false
      }
    }
  }

  /// Whether a phrase names a single person.
  func isPerson(_ head: Int) -> Bool {
    guard sentence[head].upos == .propn || sentence[head].upos == .pron,
      let entity = entity(at: head)
    else { return false }
    return cast.entities[entity].kind == .person
  }

  /// Whether a phrase names a place that one can go to.
  func isPlace(_ head: Int) -> Bool {
    let token = sentence[head]
    if token.upos == .noun { return EventWords.places.contains(token.lemma) }
    guard token.upos == .propn, !isTime(head) else { return false }
    if let entity = cast.entity(at: TokenAddress(index, head)) {
      return cast.entities[entity].kind != .person
    }
    for name in sentence.names where name.tokens.contains(head) { return name.kind != .person }
    return true
  }
}
