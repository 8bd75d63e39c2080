import Archive
import Foundation
import Pages
import Records
import Text

/// A clock that stands still.
let noon: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_621_000_800) }

/// A report made by hand: the text, and lines over words of it.
struct SmallReport {
  var input: Input
  var record: Record

  /// A report of nothing but its text.
  init(
    _ text: String, source: String? = "report.txt", url: String? = nil, title: String? = nil,
    published: String? = "2021-05-14", reader: String = "0.1.0"
  ) {
    let bytes = Array(text.utf8)
    let hash = SHA256.hex(bytes)
    input = Input(
      source: source, bytes: bytes, format: .text, url: url, published: published, title: title,
      sha256: hash)
    record = Record(
      id: hash, reader: ReaderInfo(version: reader, model: "made by hand"),
      document: Document(
        source: source, url: url, title: title, published: published, language: "en",
        state: .whole, sha256: hash, textSHA256: hash),
      text: text,
      blocks: [
        Block(kind: .body, span: Span(0, text.unicodeScalars.count), why: "made by hand")
      ])
  }

  /// The span of the first place where the words stand.
  func span(_ words: String) -> Span {
    guard let range = record.text.range(of: words) else {
      preconditionFailure("the text doesn't say ‘\(words)’")
    }
    let scalars = record.text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return Span(start, start + words.unicodeScalars.count)
  }

  /// Adds an actor over its name in the text, and gives its id.
  mutating func actor(
    _ name: String, _ kind: ActorKind = .person, country: String? = nil, role: String? = nil
  ) -> String {
    let id = "x\(record.actors.count + 1)"
    record.actors.append(
      Actor(
        id: id, name: name, kind: kind, country: country,
        roles: role.map { [Role(title: $0, span: span($0))] } ?? [],
        mentions: record.text.contains(name) ? [span(name)] : []))
    return id
  }

  /// Adds an attribution, and gives its id.
  @discardableResult
  mutating func says(
    _ speaker: String?, _ source: String, _ cue: String, _ content: String,
    form: Attribution.Form = .indirect, kind: Attribution.SourceKind = .named,
    channel: String? = nil
  ) -> String {
    let id = "a\(record.attributions.count + 1)"
    record.attributions.append(
      Attribution(
        id: id, source: [span(source)], cue: [span(cue)], content: [span(content)], form: form,
        sourceKind: kind, speaker: speaker,
        channel: channel.map { Attribution.Channel(kind: $0) }, by: "made by hand"))
    return id
  }

  /// Adds an event, and gives its id.
  @discardableResult
  mutating func event(
    _ type: EventType, _ status: EventStatus, _ words: String, trigger: String,
    actors: [String] = [], recipients: [String] = [], on days: (String, String)? = nil,
    place: Place? = nil, size: EventSize = EventSize(), authority: [String] = []
  ) -> String {
    let id = "e\(record.events.count + 1)"
    let tense: Tense = status.isFact ? .past : .future
    record.events.append(
      Event(
        id: id, type: type, actors: actors, recipients: recipients, trigger: [span(trigger)],
        words: span(words), status: status, certainty: .certain,
        polarity: status == .denied || status == .cancelled ? .negative : .positive, tense: tense,
        date: days.map {
          DateInterval(
            text: words, span: span(words), from: $0.0, to: $0.1, basis: .stated,
            why: "made by hand")
        }, place: place, size: size, authority: authority, by: "made by hand"))
    return id
  }
}
