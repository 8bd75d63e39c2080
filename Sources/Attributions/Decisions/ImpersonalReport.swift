import Syntax

extension Passage {
  /// Whether a word is the verb of "it is alleged that …": a passive of saying or believing with an
  /// empty "it" and a clause with "that". Whatever the odds, the report doesn't tell it as its own.
  func isImpersonalReport(_ token: Int) -> Bool {
    guard sentence[token].upos == .verb, isPassive(token),
      let entry = CueLexicon.standard.entry(lemma: lemma[token], part: part[token]),
      entry.frames.contains(.clause)
    else { return false }
    let children = sentence.children(of: token)
    return children.contains { sentence[$0].form.lowercased() == "it" && $0 < token }
      && children.contains { child in
        child > token
          && [.ccomp, .csubj, .csubjPass].contains(sentence[child].relation)
          && sentence.children(of: child).contains { sentence[$0].form.lowercased() == "that" }
      }
  }
}
