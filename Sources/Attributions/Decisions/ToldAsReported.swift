import Syntax

extension Passage {
  /// Whether a word tells that something was reported, rather than that it was not, may be, shall
  /// be, or whether it was.
  func isToldAsReported(_ token: Int) -> Bool {
    for child in sentence.children(of: token) {
      switch sentence[child].relation {
      case .aux:
        if Self.modals.contains(sentence[child].lemma.lowercased()) { return false }
      case .advmod, .det:
        // Who has no doubt believes.
        if sentence[token].lemma != "doubt",
          Self.negations.contains(sentence[child].lemma.lowercased())
        {
          return false
        }
      case .nsubj, .nsubjPass, .obj, .iobj:
        if isNobody(child) { return false }
      case .mark:
        if Self.openings.contains(sentence[child].lemma.lowercased()) { return false }
      default: break
      }
    }
    if sentence[token].upos.isVerbal, isBareOrInfinitive(token) { return false }
    if sentence[token].relation == .amod { return false }
    return !isSupposed(token)
  }

  private static let modals: Set<String> = [
    "will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "'d",
  ]
  private static let negations: Set<String> = ["not", "n't", "never", "no", "neither", "hardly"]
  private static let openings: Set<String> = ["if", "whether", "unless", "until", "before"]

  /// Whether a phrase says that there is none: "nobody", "no group".
  func isNobody(_ token: Int) -> Bool {
    if ["nobody", "none", "nothing", "no-one"].contains(sentence[token].lemma.lowercased()) {
      return true
    }
    return sentence.children(of: token).contains {
      sentence[$0].relation == .det && sentence[$0].lemma.lowercased() == "no"
    }
  }

  /// An infinitive tells what shall be done, unless it is a perfect one ("is said to have told"), a
  /// gerund behind a preposition what is thought of ("accused of pledging").
  private func isBareOrInfinitive(_ token: Int) -> Bool {
    let children = sentence.children(of: token)
    let auxiliaries = children.filter {
      sentence[$0].relation == .aux || sentence[$0].relation == .auxPass
    }
    if auxiliaries.contains(where: { sentence[$0].lemma.lowercased() == "have" }) { return false }
    if children.contains(where: {
      sentence[$0].relation == .mark && sentence[$0].form.lowercased() == "to"
    }) {
      return true
    }
    if sentence[token].xpos == "VBG" && auxiliaries.isEmpty {
      return children.contains {
        sentence[$0].relation == .mark || sentence[$0].relation == .case
      }
    }
    return sentence[token].xpos == "VB" && auxiliaries.isEmpty
  }

  /// Whether a clause around, up to the next finite complement, is a condition or a question.
  private func isSupposed(_ token: Int) -> Bool {
    var place = token
    while sentence[place].relation == .conj || sentence[place].relation == .xcomp {
      place = sentence[place].head
      if sentence.children(of: place).contains(where: {
        sentence[$0].relation == .mark
          && Self.openings.contains(sentence[$0].lemma.lowercased())
      }) {
        return true
      }
    }
    return false
  }
}
