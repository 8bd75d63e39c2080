package import Syntax

extension Sentence {
  /// Whether a preposition begins a number: "at least six", "up to 20", "over a dozen".
  package func beginsQuantity(_ word: Int) -> Bool {
    guard word + 2 < count else { return false }
    let next = self[word + 1]
    switch self[word].lemma {
    case "at": return next.lemma == "least" || next.lemma == "most" || next.form == "least"
    case "up": return next.form == "to" && self[word + 2].upos == .num
    case "over", "about", "around", "under", "nearly", "between": return next.upos == .num
    default: return false
    }
  }
}
