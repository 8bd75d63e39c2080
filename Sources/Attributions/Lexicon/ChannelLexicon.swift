/// Verbs and nouns that tell how something was said.
struct ChannelLexicon: Sendable {
  private let kinds: [String: String]

  /// The lexicon that ships.
  static let standard = ChannelLexicon(
    table: String(decoding: PackageResources.channels_tsv, as: UTF8.self))

  /// Reads `lemma`, `part`, `channel` from lines parted by tabs, the first a heading.
  init(table: String) {
    var kinds: [String: String] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t")
      guard fields.count == 3 else { continue }
      kinds[fields[0] + "/" + fields[1]] = String(fields[2])
    }
    self.kinds = kinds
  }

  /// The channel of a verb of saying, `told` for those that name whom they tell.
  func verb(_ lemma: String) -> String? { kinds[lemma.lowercased() + "/VERB"] }

  /// The channel that a noun names.
  func noun(_ lemma: String) -> String? { kinds[lemma.lowercased() + "/NOUN"] }
}
