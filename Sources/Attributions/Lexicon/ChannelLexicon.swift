import Text

/// Verbs and nouns that tell how something was said.
struct ChannelLexicon: Sendable {
  private let kinds: [String: String]

  /// The lexicon that ships.
  static let standard = ChannelLexicon(
    table: String(decoding: PackageResources.channels_tsv, as: UTF8.self))

  /// Reads `lemma`, `part`, `channel` from a table.
  init(table: String) {
    var kinds: [String: String] = [:]
    for row in TSV.rows(table) where row.cells.count == 3 {
      kinds[row[0] + "/" + row[1]] = row[2]
    }
    self.kinds = kinds
  }

  /// The channel of a verb of saying, `told` for those that name whom they tell.
  func verb(_ lemma: String) -> String? { kinds[lemma.lowercased() + "/VERB"] }

  /// The channel that a noun names.
  func noun(_ lemma: String) -> String? { kinds[lemma.lowercased() + "/NOUN"] }
}
