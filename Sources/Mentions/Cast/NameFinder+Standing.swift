import Syntax

/// What the place of a name in its sentence tells: a modifier, somewhere, a government that acts.
extension NameFinder {
  /// "In El Fasher": a name of which nothing is known but that something is in it.
  func isSomewhere(_ name: Range<Int>, in sentence: Sentence) -> Bool {
    let head = sentence.head(of: name)
    return sentence[head].relation == .obl && sentence.preposition(of: head) == "in"
      && knowledge.nouns.group(sentence[name.upperBound - 1].form.lowercased()) == nil
  }

  /// "A spokesman in Baku, *Aykhan Hajizada*, said": a name of several words that no map has, in
  /// apposition to the phrase of an office, is its holder's, whatever the tagger says.
  func holdsOffice(_ name: Range<Int>, in sentence: Sentence) -> Bool {
    var word = sentence.head(of: name)
    guard name.count > 1, sentence[word].relation == .appos, name.lowerBound > 0,
      sentence[name.lowerBound - 1].form == ",",
      CityTable.cities(named: sentence.words(of: name)).isEmpty
    else { return false }
    for _ in 0..<4 {
      word = sentence[word].head
      guard word >= 0, sentence[word].upos.isNominal else { return false }
      if knowledge.nouns.person(sentence[word].plainLemma)?.kind == .office {
        return !sentence[word].isPlural
      }
    }
    return false
  }

  /// Whether a name stands before a noun as its modifier.
  static func modifies(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence[head].relation {
    case .amod, .compound, .nmodPoss, .nmodDesc: true
    case .flat: sentence[head].head > head
    default: false
    }
  }

  /// Whether a phrase tells where something is.
  static func isLocative(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence.preposition(of: head) {
    case "in", "at", "near", "outside", "inside", "around", "into", "through", "across", "over":
      true
    default: false
    }
  }

  /// Whether a capital's name stands for its government: it is the agent, the possessor, or the
  /// other side of talks.
  func acts(_ head: Int, in sentence: Sentence) -> Bool {
    switch sentence[head].relation {
    case .nsubj, .oblAgent, .nsubjOuter: return true
    case .nmodPoss: return ownsAsGovernment(head, in: sentence)
    case .conj:
      let first = sentence[head].head
      return sentence.preposition(of: head) == nil && acts(first, in: sentence)
    case .obl, .nmod:
      switch sentence.preposition(of: head) {
      case "with", "between", "against", "by": return true
      case "on", "upon": return sentence[sentence[head].head].plainLemma == "call"
      case "to": return sentence[sentence[head].head].plainLemma == "appeal"
      default: return false
      }
    case .obj, .iobj: return isAddressed(head, in: sentence)
    default: return false
    }
  }

  /// Whether a capital stands for its government as the object of a verb: what is urged, accused or
  /// told to do something is no town ("urged Baku to return", "accused Cairo of").
  private func isAddressed(_ head: Int, in sentence: Sentence) -> Bool {
    let verb = sentence[head].head
    guard verb >= 0, sentence[verb].upos == .verb else { return false }
    return sentence.children(of: verb).contains { child in
      guard child > head else { return false }
      switch sentence[child].relation {
      case .xcomp, .advcl, .ccomp, .acl:
        return sentence.children(of: child).contains {
          sentence[$0].relation == .mark
            && ["to", "of", "that", "against"].contains(sentence[$0].form)
        }
      default: return false
      }
    }
  }

  /// Whether what a capital owns is a government's: its envoy, its ministry, its offer.
  private func ownsAsGovernment(_ head: Int, in sentence: Sentence) -> Bool {
    guard sentence[head].head >= 0 else { return false }
    let owned = sentence[sentence[head].head].plainLemma
    if knowledge.nouns.person(owned) != nil { return true }
    if let group = knowledge.nouns.group(owned) { return !group.sectors.isEmpty }
    return Self.statecraft.contains(owned)
  }

  private static let statecraft: Set<String> = [
    "decision", "stance", "offer", "demand", "position", "response", "claim", "proposal", "refusal",
    "statement", "announcement", "plan", "policy", "support", "role", "influence", "interest",
    "criticism", "concern", "commitment", "reaction", "rejection", "involvement", "invasion",
    "strategy", "approach", "effort", "warning", "threat", "pressure", "aid", "backing", "view",
  ]
}
