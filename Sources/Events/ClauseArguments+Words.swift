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
      if sentence[up].relation == .aclRelcl, sentence[up].head >= 0 { return sentence[up].head }
      up = sentence[up].head
      steps += 1
    }
    return word
  }

  func isRelative(_ word: Int) -> Bool {
    switch sentence[word].xpos {
    case "WDT", "WP", "WP$": true
    default: sentence[word].xpos == "WRB" && sentence[word].lemma != "how"
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
      return EventWords.parties.contains(token.lemma)
        || sentence.children(of: head).contains {
          sentence[$0].upos == .propn
            && (sentence[$0].relation == .flat || sentence[$0].relation == .appos)
        }
    default: return false
    }
  }

  /// Whether a phrase belongs to somebody: "Abbas's office", "a U.S. resolution".
  func belongsToSomebody(_ head: Int) -> Bool {
    sentence.children(of: head).contains {
      switch sentence[$0].relation {
      case .nmodPoss, .compound, .amod, .nmod, .nmodDesc, .flat: isSomebody($0)
      default: false
      }
    }
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
