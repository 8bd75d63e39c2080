/// The dictionary forms that a rule-based lemmatiser may give for an inflected word it has not
/// learned: "plann" for "planning", "welcom" for "welcomed", "presse" for "pressed". A lexicon
/// that also listens to them misses none of its words.
public enum LemmaVariants {
  /// The variants of a dictionary form, itself not among them.
  public static func variants(of lemma: String) -> [String] {
    let bytes = Array(lemma.utf8)
    guard bytes.count > 2, let last = bytes.last, lemma.utf8.allSatisfy({ $0 < 0x80 }) else {
      return []
    }
    var variants: [String] = []
    if last == UInt8(ascii: "e") {
      variants += [String(lemma.dropLast()), lemma + "d", lemma.dropLast() + "ing"]
    } else if last == UInt8(ascii: "y") {
      variants.append(String(lemma.dropLast()) + "i")
      variants.append(String(lemma.dropLast()) + "ie")
    } else {
      variants += [lemma + "e", lemma + "ed", lemma + "ing"]
      let vowels = "aeiou".utf8
      if !vowels.contains(last), vowels.contains(bytes[bytes.count - 2]) {
        let doubled = lemma + lemma.suffix(1)
        variants += [doubled, doubled + "e", doubled + "ed", doubled + "ing"]
      }
    }
    return variants
  }
}
