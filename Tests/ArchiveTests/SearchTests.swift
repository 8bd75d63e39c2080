import Archive
import Records
import TestSupport
import Testing
import Text

@Suite struct SearchTests {
  let folder: ScratchFolder
  let archive: Archive

  /// Two reports: a briefing on a truce with a visit to come, and a meeting that took place.
  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
    var briefing = SmallReport(
      "Jen Psaki said the truce will hold. She said Hady Amr will meet Benny Gantz in Tel Aviv. "
        + "Officials denied talks.",
      source: "briefing.txt", title: "White House on the truce", published: "2021-05-14")
    let psaki = briefing.actor("Jen Psaki", country: "USA", role: nil)
    let amr = briefing.actor("Hady Amr", country: "USA")
    let gantz = briefing.actor("Benny Gantz", country: "ISR")
    briefing.says(psaki, "Jen Psaki", "said", "the truce will hold", form: .direct)
    let second = briefing.says(
      psaki, "She", "said", "Hady Amr will meet Benny Gantz in Tel Aviv", channel: "briefing")
    briefing.says(nil, "Officials", "denied", "talks", kind: .anonymous)
    briefing.event(
      .consult, .expected, "Hady Amr will meet Benny Gantz in Tel Aviv", trigger: "meet",
      actors: [amr], recipients: [gantz], on: ("2021-05-16", "2021-05-17"),
      place: Place(
        text: "Tel Aviv", span: briefing.span("Tel Aviv"), name: "Tel Aviv", country: "ISR",
        precision: .city), authority: [second])
    briefing.event(.consult, .denied, "talks", trigger: "talks")
    try archive.ingest(briefing.record, from: briefing.input)

    var meeting = SmallReport(
      "Hady Amr met Zoë Grannò in Oslo. A truce was not discussed.", source: "meeting.txt",
      url: "https://www.news.example/oslo", title: "Amr in Oslo", published: "2021-05-20")
    let envoy = meeting.actor("Hady Amr", country: "USA")
    let host = meeting.actor("Zoë Grannò", country: "NOR")
    meeting.event(
      .consult, .happened, "Hady Amr met Zoë Grannò in Oslo", trigger: "met", actors: [envoy],
      recipients: [host])
    try archive.ingest(meeting.record, from: meeting.input)
  }

  private func found(_ query: String, unit: SearchUnit? = nil) throws -> [String] {
    try archive.search(SearchQuery(query), unit: unit).page.items.map {
      "\($0.document.id)\($0.line.map { "." + $0 } ?? "")"
    }
  }

  @Test(arguments: [
    ("truce", ["2", "1"]), ("TRUCE -oslo", ["1"]), ("\"the truce\"", ["1"]), ("tru*", ["2", "1"]),
    ("\"truce the\"", []), ("granno", ["2"]), ("title:truce", ["1"]),
    ("oslo OR psaki", ["2", "1"]),
    ("truce (oslo OR lima)", ["2"]), ("after:2021-05-20", ["2"]), ("before:2021-05-20", ["1"]),
    ("after:2021-05 before:2021-06", ["2", "1"]), ("site:news.example", ["2"]),
    ("document:1", ["1"]),
    ("language:en oslo", ["2"]), ("-truce", []),
  ])
  func reportsAreFoundByTheirWords(query: String, expected: [String]) throws {
    #expect(try found(query) == expected)
  }

  @Test(arguments: [
    ("speaker:psaki", ["1.a1", "1.a2"]), ("speaker:\"Jen Psaki\" form:direct", ["1.a1"]),
    ("speaker:USA about:truce", ["1.a1"]), ("source:anonymous", ["1.a3"]),
    ("channel:briefing", ["1.a2"]), ("about:\"Benny Gantz\"", ["1.a2"]),
    ("about:\"Gantz Benny\"", []),
    ("type:CONSULT", ["2.e1", "1.e1", "1.e2"]), ("type:CONSULT -status:denied", ["2.e1", "1.e1"]),
    ("status:expected actor:USA to:ISR place:\"Tel Aviv\"", ["1.e1"]), ("place:ISR", ["1.e1"]),
    ("actor:ISR", []), ("to:NOR", ["2.e1"]), ("actor:amr status:happened", ["2.e1"]),
    ("day:2021-05-17", ["1.e1"]), ("day:2021-05-18", []), ("day:2021-05", ["1.e1"]),
    ("type:CONSULT oslo", ["2.e1"]), ("type:CONSULT about:talks", ["1.e2"]),
    ("type:PROTEST", []), ("status:happened OR status:denied", ["2.e1", "1.e2"]),
  ])
  func linesAreFoundByTheirFields(query: String, expected: [String]) throws {
    #expect(try found(query) == expected)
  }

  @Test func fieldsOfBothKindsAskForEventsOnSomebodysWord() throws {
    #expect(try found("speaker:psaki status:expected") == ["1.e1"])
    #expect(try found("speaker:psaki status:denied") == [])
    #expect(try found("speaker:psaki status:expected channel:briefing form:direct") == [])
  }

  @Test func anyQueryCanAskForReports() throws {
    #expect(try found("status:expected", unit: .report) == ["1"])
    #expect(try found("type:CONSULT", unit: .report) == ["2", "1"])
    // One event must be both: the expected one has no Zoë.
    #expect(try found("status:expected to:NOR", unit: .report) == [])
    #expect(try found("-status:expected", unit: .report) == ["2"])
  }

  @Test func aHitShowsItsWordsAndFacts() throws {
    let hit = try #require(
      try archive.search(SearchQuery("status:expected about:gantz")).page.items.first)
    #expect(hit.words == "Hady Amr will meet Benny Gantz in Tel Aviv")
    #expect(hit.matches == [Span(25, 30)])
    #expect(hit.facts?.actors.map(\.name) == ["Hady Amr"])
    #expect(hit.facts?.recipients.map(\.name) == ["Benny Gantz"])
    #expect(hit.facts?.authority == ["a2"])
    #expect(hit.facts?.firstDay == "2021-05-16")
    #expect(hit.document.title == "White House on the truce")
  }

  @Test func aChangedReportIsFoundByItsNewWordsOnly() throws {
    var later = SmallReport("Nothing was said of it.", source: "briefing.txt", title: "Corrected")
    later.event(.agree, .happened, "Nothing was said", trigger: "said")
    try archive.ingest(later.record, from: later.input)
    #expect(try found("psaki") == [])
    #expect(try found("speaker:psaki") == [])
    #expect(try found("about:truce") == [])
    #expect(try found("title:corrected") == ["1"])
    #expect(try found("type:AGREE") == ["1.e1"])
  }

  @Test func pagesCoverAllLinesOnce() throws {
    for number in 0..<9 {
      var report = SmallReport(
        "Ana Ruiz met them. Ana Ruiz met us. No. \(number)", source: "\(number)",
        title: "\(number)",
        published: "2021-06-0\(number / 2 + 1)")
      for words in ["met them", "met us"] {
        report.event(.consult, .ongoing, words, trigger: "met")
      }
      try archive.ingest(report.record, from: report.input)
    }
    let whole = try archive.search(SearchQuery("status:ongoing"), limit: 100)
    #expect(whole.count == 18)
    #expect(!whole.isMore)
    for size in 1...5 {
      var items: [SearchHit] = []
      var cursor: Cursor?
      repeat {
        let page = try archive.search(SearchQuery("status:ongoing"), after: cursor, limit: size)
        items += page.page.items
        cursor = page.page.next
      } while cursor != nil
      #expect(items == whole.page.items)
    }
  }
}
