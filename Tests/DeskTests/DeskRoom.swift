import Archive
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Records
import TestSupport
import Text

/// A desk on an archive of hand-made reports, for one test.
final class DeskRoom: Sendable {
  let archive: Archive
  let accounts: Accounts?
  private let folder: ScratchFolder

  /// An empty archive, and accounts where the test wants a desk that others reach.
  init(withAccounts: Bool = false) throws {
    folder = try ScratchFolder()
    archive = try Archive(
      at: folder.file("archive"), now: { Date(timeIntervalSince1970: 1_621_000_800) })
    // The cheapest scrypt: what a guess costs isn't what these tests are about.
    accounts = withAccounts ? Accounts(at: folder.file("accounts.json"), rounds: 2) : nil
  }

  /// The desk without login on this machine, or the one with accounts.
  func desk(
    names: [String] = [], now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) throws -> Desk {
    let host = accounts == nil ? "127.0.0.1" : "0.0.0.0"
    // Any free port: another run of the tests, or a desk, may have the usual one.
    var settings = DeskSettings(
      host: host, port: 0, names: names, localName: "ana", version: "test")
    settings.now = now
    return try Desk(archive: archive, settings: settings, accounts: accounts)
  }

  /// Runs a test against the desk's routes.
  func visit(_ test: @Sendable (DeskClient) async throws -> Void) async throws {
    try await test(DeskClient(desk()))
  }

  @discardableResult
  func keep(_ record: Record) throws -> Int {
    let bytes = Array(record.text.utf8)
    let input = Input(
      source: record.document.source, bytes: bytes, format: .text, url: record.document.url,
      published: record.document.published, title: record.document.title,
      sha256: SHA256.hex(bytes))
    return try archive.ingest(record, from: input).document ?? 0
  }
}

extension Record {
  /// A report in which every field that a stranger decides holds `words`.
  static func saying(_ words: String, number: Int = 0, published: String? = "2021-05-14") -> Record
  {
    let text = "Ana met Li in Oslo. \(words) said Ana. Read on. (\(number))"
    func span(_ part: String) -> Span {
      let range = text.range(of: part)!
      let scalars = text.unicodeScalars
      let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
      return Span(start, start + part.unicodeScalars.count)
    }
    let hash = SHA256.hex(Array(text.utf8))
    let date = DateInterval(
      text: words, span: span(words), from: nil, to: nil, basis: .open, why: words)
    let place = Place(
      text: words, span: span(words), name: words, country: words, lat: nil, lon: nil,
      precision: .city)
    let end = text.unicodeScalars.count
    return Record(
      id: hash, reader: ReaderInfo(version: words, model: words),
      document: Document(
        source: words, url: "https://news.example/\(number)?\(words)", title: words,
        byline: [words], published: published, language: words, state: .whole, reasons: [words],
        sha256: hash, textSHA256: hash),
      text: text,
      blocks: [
        Block(kind: .body, span: Span(0, span("Read on.").start - 1), why: words),
        Block(kind: .furniture, span: Span(span("Read on.").start, end), why: words),
      ],
      actors: [
        Actor(
          id: "x1", name: words, aliases: [words], kind: .person, country: words,
          sectors: [words], roles: [Role(title: words, span: span(words))],
          mentions: [span("Ana")]),
        Actor(id: "x2", name: "Li " + words, kind: .person, mentions: [span("Li")]),
      ],
      attributions: [
        Attribution(
          id: "a1", source: [span("said Ana")], cue: [span("said")], content: [span(words)],
          form: .direct, sourceKind: .named, speaker: "x1",
          channel: Attribution.Channel(kind: words, name: words), date: date, by: words)
      ],
      unnamed: UnnamedCount(atLeast: 1, atMost: 2, why: words),
      events: [
        Event(
          id: "e1", type: .consult, mode: words, contexts: [words], actors: ["x1"],
          recipients: ["x2"], actorSpans: [span("Ana")], recipientSpans: [span("Li")],
          trigger: [span("met")], words: span("Ana met Li in Oslo"), status: .claimed,
          certainty: .certain, polarity: .positive, tense: .past, date: date, place: place,
          size: EventSize(
            dead: Quantity(number: 3, unit: words, bound: words, span: span(words))),
          authority: ["a1"], by: words)
      ])
  }
}
