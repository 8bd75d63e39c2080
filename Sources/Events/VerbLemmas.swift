import Text

/// The base forms of inflected verbs, for those that a lemmatiser gets wrong ("f" for "fed",
/// "acquitte" for "acquitted").
package struct VerbLemmas: Sendable {
  private let irregular: [String: String]

  /// The table that ships with the room.
  package static let shared = VerbLemmas(PackageResources.irregular_verbs_tsv)

  /// Reads a table of base form, past and participle.
  init(_ table: [UInt8]) {
    var irregular: [String: String] = [:]
    for row in TSV.rows(table) {
      for form in row.cells.dropFirst() where form != row[0] && irregular[form] == nil {
        irregular[form] = row[0]
      }
    }
    self.irregular = irregular
  }

  /// The base form of a form in small letters that `isVerb` knows; nil where there is none.
  package func base(of form: String, where isVerb: (String) -> Bool) -> String? {
    if let base = irregular[form] { return isVerb(base) ? base : nil }
    for (ending, plain) in [
      ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
    ]
    where form.utf8.count > ending.utf8.count + 2 && form.hasSuffix(ending) {
      let stem = form.dropLast(ending.utf8.count) + plain
      var candidates = [String(stem)]
      if plain.isEmpty, ending != "s" {
        candidates.append(stem + "e")
        // "acquitted", "barring": the consonant doubled before the ending.
        let letters = stem.utf8.suffix(2)
        if letters.count == 2, letters.first == letters.last {
          candidates.append(String(stem.dropLast()))
        }
      }
      if let base = candidates.first(where: isVerb) { return base }
    }
    return nil
  }
}
