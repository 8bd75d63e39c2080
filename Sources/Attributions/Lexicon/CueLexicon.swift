package import Records
package import Syntax
import Text

/// Words that report, written by hand: what kind they are and what they take.
package struct CueLexicon: Sendable {
  /// What a word that reports takes as its content.
  package enum Frame: Hashable, Sendable {
    /// A finite clause: "said that it rains".
    case clause
    /// An infinitive: "urged them to go".
    case infinitive
    /// An object: "praised the deal".
    case object
    /// Quotation marks beside it.
    case quotation
    /// The clause that it modifies: "reportedly", "according to".
    case host
    /// A predicate of the object: "called him a liar".
    case objectPredicate
    /// A phrase with this preposition or particle: "pointed to".
    case preposition(String)
  }

  /// One word's entry.
  package struct Entry: Sendable {
    package let kind: Attribution.Kind
    package let frames: Set<Frame>
  }

  private let entries: [UInt64: Entry]

  /// The lexicon that ships.
  package static let standard = CueLexicon(
    table: String(decoding: PackageResources.cues_tsv, as: UTF8.self))

  /// Reads `lemma`, `part`, `kind`, `frames` from a table.
  package init(table: String) {
    var entries: [UInt64: Entry] = [:]
    for row in TSV.rows(table) where row.cells.count == 4 {
      guard let kind = Attribution.Kind(rawValue: row[2]) else { continue }
      entries[CueLexicon.key(FeatureHash.of(row[0]), FeatureHash.of(row[1]))] = Entry(
        kind: kind, frames: Set(row[3].split(separator: " ").map { CueLexicon.frame($0) }))
    }
    self.entries = entries
  }

  private static func frame(_ word: Substring) -> Frame {
    switch word {
    case "clause": .clause
    case "infinitive": .infinitive
    case "object": .object
    case "quote": .quotation
    case "host": .host
    case "object-predicate": .objectPredicate
    default: .preposition(String(word))
    }
  }

  /// The entry of a word, where it has one.
  package func entry(lemma: String, part: PartOfSpeech) -> Entry? {
    entry(lemma: FeatureHash.of(lemma.lowercased()), part: FeatureHash.of(part.rawValue))
  }

  /// The entry of a word by the hashes of its lemma in lower case and of its part of speech.
  package func entry(lemma: UInt32, part: UInt32) -> Entry? {
    entries[CueLexicon.key(lemma, part)]
  }

  private static func key(_ lemma: UInt32, _ part: UInt32) -> UInt64 {
    UInt64(lemma) << 32 | UInt64(part)
  }
}
