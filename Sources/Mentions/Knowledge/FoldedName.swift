import Foundation

/// Names without the marks that reports leave out or put in: "Raúl" and "Raul" are one.
enum FoldedName {
  /// A name in small letters without accents, as the table's keys are.
  static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var plain = name.folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    for (old, new) in [
      ("ı", "i"), ("ł", "l"), ("ø", "o"), ("đ", "d"), ("ß", "ss"), ("‘", "'"), ("’", "'"),
      ("ə", "e"), ("æ", "ae"), ("ʻ", "'"),
    ] where plain.contains(old) {
      plain = plain.replacingOccurrences(of: old, with: new)
    }
    return plain
  }
}
