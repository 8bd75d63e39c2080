import Syntax
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

  /// The channel of which a noun behind a preposition is the occasion: "in a letter", "by
  /// telephone", "on television"; nil where it is none.
  func occasion(_ noun: Token, behind preposition: String) -> String? {
    let lemma = noun.lemma.lowercased()
    guard let kind = self.noun(lemma) else { return nil }
    if kind == "told" {
      if preposition == "on", Self.broadcasts.contains(lemma) { return "interview" }
      return preposition == "in" && noun.form.lowercased() == "papers" ? "document" : nil
    }
    switch preposition {
    case "in", "at", "during": return kind
    case "on": return ["post", "tweet", "interview", "call"].contains(kind) ? kind : nil
    case "via", "through": return kind == "document" ? nil : kind
    case "by", "from", "over": return kind == "call" || kind == "message" ? kind : nil
    default: return nil
    }
  }

  /// The channel of a document that is itself the source: "the report says", "the weekly reports".
  func voice(_ noun: Token) -> String? {
    let lemma = noun.lemma.lowercased()
    if Self.printed.contains(lemma) { return "document" }
    guard noun.upos == .noun || noun.upos == .propn, let kind = self.noun(lemma) else { return nil }
    // "Facebook said": there the company speaks.
    if kind == "post", noun.upos == .propn { return nil }
    return ["document", "statement", "message", "post", "tweet"].contains(kind) ? kind : nil
  }

  private static let broadcasts: Set<String> = ["television", "tv", "radio", "air"]

  /// Papers that speak for themselves, and findings that are published.
  private static let printed: Set<String> = [
    "daily", "inquiry", "journal", "magazine", "newspaper", "paper", "tabloid", "weekly",
  ]
}
