import Records
import Text

/// An actor or recipient of an event, as rows in other formats name it.
struct Party {
  /// The actor's name, else the words of the text.
  var name = ""
  /// The words of the text.
  var words = ""
  /// ISO 3166-1 alpha-3.
  var country = ""
  /// PLOVER's sectors, the first one the main one.
  var sectors: [String] = []
  /// The role that the text gives first.
  var title = ""
}

/// A record's text and actors, for looking up what its events point at.
struct RecordIndex {
  let record: Record
  let text: SourceText
  private let actors: [String: Actor]

  init(_ record: Record) {
    self.record = record
    text = SourceText(record.text)
    actors = Dictionary(uniqueKeysWithValues: record.actors.map { ($0.id, $0) })
  }

  func actor(_ id: String?) -> Actor? { id.flatMap { actors[$0] } }

  /// The names of these actors, else the words at `spans`, joined by semicolons.
  func names(_ ids: [String], _ spans: [Span]) -> String {
    let known = ids.compactMap { actors[$0]?.name }
    return (known.isEmpty ? spans.map { text.words([$0]) } : known).joined(separator: "; ")
  }

  /// The first of the actors, which formats with one place a side take; an empty one if there is
  /// none.
  func party(_ ids: [String], _ spans: [Span]) -> Party {
    let words = spans.first.map { text.words([$0]) } ?? ""
    guard let actor = ids.lazy.compactMap({ actors[$0] }).first else {
      return Party(name: words, words: words)
    }
    return Party(
      name: actor.name, words: words, country: actor.country ?? "", sectors: actor.sectors,
      title: actor.roles.first?.title ?? "")
  }
}
