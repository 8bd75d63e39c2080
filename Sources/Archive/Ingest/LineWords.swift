import Records
import Text

/// The words by which a line is found with `about:`: what is said, or what is told as done.
enum LineWords {
  /// Each line of a record with its words.
  static func all(of record: Record, _ text: SourceText) -> [(line: LineName, words: String)] {
    let said = record.attributions.enumerated().map { index, attribution in
      (LineName(.attribution, index + 1), text.words(attribution.content))
    }
    let done = record.events.enumerated().map { index, event in
      (LineName(.event, index + 1), text.words([event.words]))
    }
    return said + done
  }

  /// From the first to the last word of an attribution.
  static func extent(of attribution: Attribution) -> Span {
    let spans = attribution.source + attribution.cue + attribution.content
    return spans.dropFirst().reduce(spans.first ?? Span(0, 0)) { $0.union($1) }
  }
}

/// A line of a record by its kind and place.
struct LineName: Hashable, Sendable {
  enum Kind: Int, Sendable { case attribution, event }

  let kind: Kind
  /// Counted from 1 in the order of the record.
  let number: Int

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// The line's row in the index of line words. The nearer the rows of two documents, the smaller
  /// the index: eight bits hold the kind and the first 127 lines of it; what a longer document has
  /// more stands in a space of its own behind all others, with twenty bits.
  func rowid(in document: Int) -> Int {
    number < 0x80
      ? document << 8 | kind.rawValue << 7 | number
      : Self.space | document << 20 | kind.rawValue << 19 | number & 0x7FFFF
  }

  private static let space = 1 << 52

  /// Document, kind and number of a row of `line_words`, in SQL.
  static let (document, kind, number) = (
    "iif(rowid < \(space), rowid >> 8, (rowid - \(space)) >> 20)",
    "iif(rowid < \(space), rowid >> 7, rowid >> 19) & 1",
    "iif(rowid < \(space), rowid & 127, rowid & 524287)"
  )
}
