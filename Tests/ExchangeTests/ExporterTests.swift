import Exchange
import Foundation
import Records
import Testing
import Text

@Suite struct ExporterTests {
  static func export(_ format: ExportFormat, _ records: [Record]) throws -> String {
    var exporter = Exporter(format)
    return try records.map { try exporter.add($0) }.joined() + exporter.end()
  }

  @Test(arguments: ExportFormat.allCases)
  func sameRecordsGiveTheSameBytes(format: ExportFormat) throws {
    let records = [SmallRecord.record, SmallRecord.record]
    #expect(try Self.export(format, records) == Self.export(format, records))
  }

  @Test(arguments: [ExportFormat.annotations, .map])
  func jsonDocumentsParseWithNoneOneAndTwoRecords(format: ExportFormat) throws {
    for count in 0...2 {
      let text = try Self.export(format, Array(repeating: SmallRecord.record, count: count))
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  @Test func annotationsQuoteTheWordsAtTheirPositions() throws {
    let text = SourceText(SmallRecord.text)
    let json = try JSONSerialization.jsonObject(
      with: Data(try Self.export(.annotations, [SmallRecord.record]).utf8))
    let items = try #require((json as? [String: Any])?["items"] as? [[String: Any]])
    #expect(items.count == 5)
    for target in items.flatMap({ $0["target"] as? [[String: Any]] ?? [] }) {
      let selectors = try #require(target["selector"] as? [[String: Any]])
      // Of a page only the words are known, not their places.
      if target["source"] is String {
        #expect(selectors.map { $0["type"] as? String } == ["TextQuoteSelector"])
        continue
      }
      let start = try #require(selectors[0]["start"] as? Int)
      let end = try #require(selectors[0]["end"] as? Int)
      #expect(selectors[1]["exact"] as? String == text[Span(start, end)])
      let before = try #require(selectors[1]["prefix"] as? String)
      #expect(text[Span(0, start)].hasSuffix(before))
    }
  }

  @Test func calendarTellsPlannedMeetingsAndCalledOffOnes() throws {
    let text = try Self.export(.calendar, [SmallRecord.record])
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.filter { $0.hasPrefix("STATUS:") } == ["STATUS:CONFIRMED", "STATUS:CANCELLED"])
    #expect(lines.contains("DTSTART;VALUE=DATE:20240531"))
    #expect(lines.contains("DTEND;VALUE=DATE:20240601"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.dropLast().last == "END:VCALENDAR")
  }

  @Test func networkIsWellFormedAndCountsWhatRepeats() throws {
    let text = try Self.export(.network, [SmallRecord.record, SmallRecord.record])
    #expect(text.contains("label=\"Ben &quot;B&quot; Omar &lt;PM&gt;\""))
    #expect(text.components(separatedBy: "<node ").count - 1 == 4)
    #expect(text.contains("weight=\"2\" kind=\"ASSAULT happened\""))
  }

  @Test func mapHasTheEventsWithCoordinates() throws {
    let text = try Self.export(.map, [SmallRecord.record])
    #expect(text.contains("\"coordinates\":[-77.02824,-12.04318]"))
    #expect(text.components(separatedBy: "\"Feature\"").count - 1 == 2)
  }
}
