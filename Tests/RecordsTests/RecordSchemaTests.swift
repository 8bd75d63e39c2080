import Foundation
import Records
import TestSupport
import Testing
import Text

@Suite struct RecordSchemaTests {
  private static func sample() -> Record {
    let text = "Ana Belo landed in Tel Aviv on Friday."
    var record = Record(
      id: "r", reader: ReaderInfo(version: "0", model: "none"),
      document: Document(
        source: nil, state: .whole, sha256: String(repeating: "0", count: 64),
        textSHA256: String(repeating: "a", count: 64)),
      text: text)
    record.blocks = [Block(kind: .body, span: Span(0, 38), why: "sentence")]
    record.actors = [
      Actor(id: "x1", name: "Ana Belo", kind: .person, mentions: [Span(0, 8)])
    ]
    record.attributions = [
      Attribution(
        id: "a1", source: [], cue: [], content: [Span(0, 37)], form: .indirect,
        sourceKind: .unwritten, channel: .init(kind: "tweet"), by: "hand")
    ]
    record.events = [
      Event(
        id: "e1", type: .consult, mode: "visit", actors: ["x1"], actorSpans: [Span(0, 8)],
        trigger: [Span(9, 15)], words: Span(0, 37), status: .happened, certainty: .certain,
        polarity: .positive, tense: .past,
        date: DateInterval(
          text: "Friday", span: Span(31, 37), from: nil, to: nil, basis: .open, why: "no date"),
        place: Place(
          text: "Tel Aviv", span: Span(19, 27), country: "ISR", lat: 32.1, lon: 34,
          precision: .city),
        size: EventSize(
          other: Quantity(number: 1, unit: "envoy", bound: "exact", span: Span(0, 3))),
        by: "hand")
    ]
    return record
  }

  @Test func aFullRecordFitsTheSchemaAndReadsBack() throws {
    let record = Self.sample()
    let json = try JSONText.of(record)
    #expect(try SchemaValidator(schema: RecordSchema.text).violations(in: json) == [])
    #expect(try JSONDecoder().decode(Record.self, from: Data(json.utf8)) == record)
    #expect(record.violations() == [])
  }

  @Test(arguments: [
    (#""kind":"body""#, #""kind":"boddy""#),
    (#""state":"whole","#, ""),
    (#""words":[0,37]"#, #""words":[0]"#),
    (#""lat":32.1"#, #""lat":321"#),
    (#""schema":"verbale/1""#, #""schema":"verbale/9""#),
    (#""inferred":false"#, #""inferred":0"#),
    (#""mode":"visit""#, #""mode":"visit","extra":1"#),
  ])
  func aBrokenRecordDoesNotFitTheSchema(part: String, broken: String) throws {
    let json = try JSONText.of(Self.sample())
    #expect(json.contains(part))
    let bad = json.replacing(part, with: broken)
    #expect(try !SchemaValidator(schema: RecordSchema.text).violations(in: bad).isEmpty)
  }

  @Test func checksFindWhatTheSchemaCannotSay() {
    var record = Self.sample()
    record.blocks[0].span = Span(4, 38)
    record.events[0].actors = ["x7"]
    record.events[0].tense = .future
    record.events[0].date?.text = "Monday"
    record.attributions[0].content = [Span(30, 99)]
    #expect(record.violations().count == 5)
  }
}
