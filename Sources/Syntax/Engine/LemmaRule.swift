/// How a word's dictionary form is made from the word: an ending cut, another put on.
package enum LemmaRule: Sendable, Hashable {
  /// The lemma itself.
  case whole(String)
  /// The word without its last `cut` scalars, then `ending`.
  case ending(letters: Letters, cut: Int, ending: String)

  /// Which letters the lemma has: lower case, the word's own, or lower with a capital first.
  package enum Letters: Character, Sendable { case lower = "k", own = "K", title = "T" }

  /// Reads a rule as the model file writes it; what is no rule changes nothing.
  package init(_ text: String) {
    if text.hasPrefix("abs:") {
      self = .whole(String(text.dropFirst(4)))
      return
    }
    let rest = text.dropFirst(2)
    if let plus = rest.firstIndex(of: "+"), let first = text.first,
      let letters = Letters(rawValue: first), let cut = Int(rest[..<plus]), cut >= 0
    {
      self = .ending(letters: letters, cut: cut, ending: String(rest[rest.index(after: plus)...]))
    } else {
      self = .ending(letters: .own, cut: 0, ending: "")
    }
  }

  /// The dictionary form of a word in normal form.
  package func lemma(of word: String) -> String {
    switch self {
    case .whole(let lemma): return lemma
    case .ending(let letters, let cut, let ending):
      var scalars = letters == .own ? word.unicodeScalars : WordForm.lower(word).unicodeScalars
      scalars.removeLast(min(cut, scalars.count))
      scalars.append(contentsOf: ending.unicodeScalars)
      let lemma = String(scalars)
      if lemma.isEmpty { return word }
      guard letters == .title, let first = scalars.first else { return lemma }
      return first.properties.uppercaseMapping + String(lemma.unicodeScalars.dropFirst())
    }
  }
}
