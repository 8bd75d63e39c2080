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
    /// Its object listens and is no part of what is said: "told them to go".
    case listener
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

  /// What holds inside somebody's words. The shipped lexicon stays as it is, since the models'
  /// features rest on it; this one takes rows of its own in place of some.
  package static let nested = CueLexicon(
    table: String(decoding: PackageResources.cues_tsv, as: UTF8.self),
    replacing: String(decoding: PackageResources.nested_cues_tsv, as: UTF8.self))

  /// Reads `lemma`, `part`, `kind`, `frames` from a table.
  ///
  /// - Parameter changes: a second table whose rows stand in place of those of the first; one of
  ///   the kind `none` takes the word away.
  package init(table: String, replacing changes: String = "") {
    var entries: [UInt64: Entry] = [:]
    for row in TSV.rows(table) + TSV.rows(changes) where row.cells.count >= 3 {
      let key = CueLexicon.key(FeatureHash.of(row[0]), FeatureHash.of(row[1]))
      let frames = row.cells.count > 3 ? row[3].split(separator: " ") : []
      entries[key] = Attribution.Kind(rawValue: row[2]).map {
        Entry(kind: $0, frames: Set(frames.map { CueLexicon.frame($0) }))
      }
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
    case "listener": .listener
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
