public import Records
import Text

/// Who said what, one attribution a row.
public enum QuotesTable {
  /// The columns.
  public static let columns = [
    "document", "id", "speaker", "role", "source", "source_kind", "cue", "words", "form", "kind",
    "channel", "date", "within", "inferred", "start", "end", "by",
  ]

  /// The rows of a record, in text order; spans count code points of the record's text.
  public static func rows(_ record: Record) -> [[String]] {
    let text = SourceText(record.text)
    return record.attributions.map { attribution in
      let speaker = record.actors.first { $0.id == attribution.speaker }
      let span = attribution.content.reduce(attribution.content.first) { $0?.union($1) }
      return [
        record.id, attribution.id, speaker?.name ?? "", speaker?.roles.first?.title ?? "",
        text.words(attribution.source), attribution.sourceKind.rawValue,
        text.words(attribution.cue), text.words(attribution.content), attribution.form.rawValue,
        attribution.kind.rawValue,
        [attribution.channel?.kind, attribution.channel?.name].compactMap { $0 }
          .joined(separator: ": "),
        attribution.date?.from ?? attribution.date?.text ?? "", attribution.within ?? "",
        attribution.inferred ? "yes" : "no", span.map { "\($0.start)" } ?? "",
        span.map { "\($0.end)" } ?? "", attribution.by,
      ]
    }
  }
}
