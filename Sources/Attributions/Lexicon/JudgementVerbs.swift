import Text

/// Verbs that judge, compare or voice what their object names ("slammed the deal"): with them a
/// noun alone can be what is attributed.
struct JudgementVerbs: Sendable {
  private let verbs: Set<String>

  /// The list that ships.
  static let standard = JudgementVerbs(
    table: String(decoding: PackageResources.judgements_tsv, as: UTF8.self))

  /// Reads one verb a line.
  init(table: String) { verbs = Set(TSV.rows(table).map { $0[0] }) }

  /// Whether a verb is listed, also where its lemma kept the doubled consonant of its form
  /// ("slamm").
  func contains(_ lemma: String) -> Bool {
    if verbs.contains(lemma) { return true }
    let shorter = lemma.dropLast()
    return lemma.last == shorter.last && verbs.contains(String(shorter))
  }
}
