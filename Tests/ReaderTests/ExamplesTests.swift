import Foundation
import Pages
import Reader
import Records
import TestSupport
import Testing
import Text

/// What must hold of the record of every example report, whatever it says.
@Suite struct ExamplesTests {
  static let reader = Result { try ReportReader() }

  static func records(published: String? = nil) throws -> [Record] {
    let reader = try reader.get()
    return try Repository.examples().map { file in
      guard case .input(let input) = IntakeSource.file(file.path).load() else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return reader.read(input, published: published)
    }
  }

  @Test func thereAreExamplesAndAllAreRead() throws {
    let records = try Self.records()
    #expect(records.count >= 6)
    for record in records {
      #expect(record.document.state != .refused, "\(record.document.source ?? "")")
      #expect(!record.attributions.isEmpty && !record.events.isEmpty)
    }
  }

  @Test func everyRecordFitsTheSchemaAndItsChecks() throws {
    let validator = try SchemaValidator(schema: RecordSchema.text)
    for record in try Self.records() {
      let json = try JSONText.of(record)
      #expect(try validator.violations(in: json) == [])
      #expect(record.violations() == [], "\(record.document.source ?? "")")
      #expect(try JSONDecoder().decode(Record.self, from: Data(json.utf8)) == record)
    }
  }

  @Test func theTextOfAPlainPageIsTheInputExactly() throws {
    for file in try Repository.examples() where file.pathExtension == "txt" {
      guard case .input(let input) = IntakeSource.file(file.path).load() else { continue }
      let record = try Self.reader.get().read(input)
      #expect(Array(record.text.utf8) == input.bytes)
    }
  }

  @Test func everySpanStartsAndEndsOnAWord() throws {
    for record in try Self.records() {
      let text = SourceText(record.text)
      var spans = record.attributions.flatMap { $0.source + $0.cue + $0.content }
      spans += record.events.flatMap { $0.trigger + $0.actorSpans + $0.recipientSpans + [$0.words] }
      spans += record.actors.flatMap { $0.mentions + $0.roles.map(\.span) }
      for span in spans {
        let words = text[span]
        #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false)
        #expect(
          !text.cutsWord(at: span.start) && !text.cutsWord(at: span.end),
          "\(span) cuts a word: \(words)")
      }
    }
  }

  @Test func nothingIsReadOutOfFurniture() throws {
    for record in try Self.records() {
      let unread = record.blocks.filter { !$0.kind.isRead }.map(\.span)
      let told =
        record.attributions.flatMap { $0.source + $0.cue } + record.events.flatMap(\.trigger)
        + record.actors.flatMap(\.mentions)
      for span in told {
        #expect(!unread.contains { $0.overlaps(span) }, "\(span) of \(record.id)")
      }
    }
  }

  @Test func readingIsTheSameEveryTimeAndOnEveryThread() async throws {
    let reader = try Self.reader.get()
    let inputs = try Repository.examples().compactMap { file -> Input? in
      if case .input(let input) = IntakeSource.file(file.path).load() { input } else { nil }
    }
    let alone = try inputs.map { try JSONText.of(reader.read($0)) }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for round in 0..<2 {
        for (index, input) in inputs.enumerated() {
          group.addTask { (index, try JSONText.of(reader.read(input))) }
        }
        _ = round
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for (index, json) in together { #expect(json == alone[index]) }
  }

  @Test func withoutAPublicationDateNoRelativeDateIsResolved() throws {
    for record in try Self.records() where record.document.published == nil {
      for date in record.events.compactMap(\.date) + record.attributions.compactMap(\.date) {
        #expect(date.basis != .resolved, "\(date.text) in \(record.document.source ?? "")")
      }
    }
  }
}

extension SourceText {
  /// Whether a code point offset lies between two letters or digits of ASCII.
  fileprivate func cutsWord(at offset: Int) -> Bool {
    guard offset > 0, offset < count else { return false }
    let around = self[Span(offset - 1, offset + 1)]
    return around.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
  }
}
