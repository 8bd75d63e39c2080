public import Records
import Text

/// Somebody's reading of a report's attributions: an annotator's or the program's.
public struct ReportReading: Sendable {
  /// Who speaks: one key for one speaker, the names where there are any, and the words that the
  /// report uses for the speaker.
  struct Speaker: Hashable, Sendable {
    let key: String
    let names: [String]
    let mentions: [String]

    /// Whether one of the names, or the words of a mention, is this name.
    func isCalled(_ name: String) -> Bool {
      names.contains { sameName($0, name) }
        || mentions.contains { $0.lowercased().contains(name.lowercased()) }
    }
  }

  /// An attribution of the reading.
  struct Item: Sendable {
    let source, cue, content: [Span]
    let form: Attribution.Form
    let kind: Attribution.Kind
    let sourceKind: Attribution.SourceKind
    let speaker: Speaker?
    let channel: String?
    let isInferred: Bool
    /// The index of the item that holds this one.
    let within: Int?
    /// Who or what decided.
    let by: String
  }

  let items: [Item]

  /// The reading of an annotator.
  public init(_ report: AnnotatedReport) {
    let places = Dictionary(
      uniqueKeysWithValues: report.attributions.enumerated().map { ($1.id, $0) })
    items = report.attributions.map { item in
      Item(
        source: item.source, cue: item.cue, content: item.content, form: item.form,
        kind: item.kind, sourceKind: item.sourceKind,
        speaker: item.speaker.map {
          Speaker(key: $0, names: $0.hasPrefix("@") ? [] : [$0], mentions: [])
        },
        channel: item.channel, isInferred: item.isInferred,
        within: item.within.flatMap { places[$0] }, by: "annotator")
    }
  }

  /// The program's reading.
  public init(_ record: Record) {
    let text = SourceText(record.text)
    let actors = Dictionary(record.actors.map { ($0.id, $0) }) { first, _ in first }
    let places = Dictionary(
      record.attributions.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    items = record.attributions.map { item in
      let actor = item.speaker.flatMap { actors[$0] }
      // A document or body without a name ("the letter") is called by what it is; a person without
      // one must not count as right by a word.
      let isUnnamed = actor?.kind == .source && item.sourceKind != .institution
      return Item(
        source: item.source, cue: item.cue, content: item.content, form: item.form,
        kind: item.kind, sourceKind: item.sourceKind,
        speaker: actor.map {
          Speaker(
            key: $0.id, names: isUnnamed ? [] : [$0.name] + $0.aliases,
            mentions: isUnnamed ? [] : $0.mentions.map { text[$0] })
        },
        channel: item.channel?.kind, isInferred: item.inferred,
        within: item.within.flatMap { places[$0] }, by: item.by)
    }
  }
}
