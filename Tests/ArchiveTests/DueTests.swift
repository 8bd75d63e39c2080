import Archive
import Records
import TestSupport
import Testing

@Suite struct DueTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
  }

  /// A report of one meeting, or of none that came about.
  private func tell(
    _ status: EventStatus, _ source: String, _ first: String = "Hady Amr",
    _ second: String = "Benny Gantz", published: String, on days: (String, String)? = nil,
    type: EventType = .consult
  ) throws {
    var report = SmallReport(
      "\(first) and \(second) meet, says \(source).", source: source, published: published)
    let one = report.actor(first)
    let other = report.actor(second)
    report.event(
      type, status, "\(first) and \(second) meet", trigger: "meet", actors: [one],
      recipients: [other], on: days)
    try archive.ingest(report.record, from: report.input)
  }

  private func states(on day: String) throws -> [DueState: Int] {
    try archive.dueCounts(on: day).filter { $0.value > 0 }
  }

  @Test func whatIsExpectedIsNextAndThenOverdue() throws {
    try tell(.expected, "a", published: "2021-05-14", on: ("2021-05-16", "2021-05-16"))
    #expect(try states(on: "2021-05-16") == [.next: 1])
    #expect(try states(on: "2021-05-17") == [.overdue: 1])
  }

  @Test func aLaterReportSettlesIt() throws {
    try tell(.expected, "a", published: "2021-05-14", on: ("2021-05-16", "2021-05-16"))
    try tell(.happened, "b", published: "2021-05-17", on: ("2021-05-16", "2021-05-16"))
    #expect(try states(on: "2021-05-20") == [.happened: 1])
    let due = try #require(try archive.due(.happened, on: "2021-05-20").items.first)
    #expect(due.expected.document.address == "a")
    #expect(due.outcome?.document.address == "b")
    #expect(due.why.contains { $0.contains("Benny Gantz, Hady Amr") })
  }

  @Test func theOrderOfIngestPlaysNoPartAndSidesOfAMeetingNeither() throws {
    try tell(
      .happened, "b", "Benny Gantz", "Hady Amr", published: "2021-05-17",
      on: ("2021-05-16", "2021-05-16"))
    try tell(.planned, "a", published: "2021-05-14", on: ("2021-05-16", "2021-05-16"))
    #expect(try states(on: "2021-05-20") == [.happened: 1])
  }

  @Test func aCalledOffMeetingIsCancelled() throws {
    try tell(.planned, "a", published: "2021-05-14", on: ("2021-05-20", "2021-05-20"))
    try tell(.cancelled, "b", published: "2021-05-15")
    #expect(try states(on: "2021-05-16") == [.cancelled: 1])
  }

  @Test func aDeniedEventWaitsForOneThatHappensAfterAll() throws {
    try tell(.denied, "a", published: "2021-05-14")
    #expect(try states(on: "2021-05-14") == [.refused: 1])
    try tell(.happened, "b", published: "2021-05-20", on: ("2021-05-19", "2021-05-19"))
    #expect(try states(on: "2021-05-20") == [.happened: 1])
  }

  @Test func otherPartiesDaysTypesAndEarlierReportsSettleNothing() throws {
    try tell(.expected, "a", published: "2021-05-14", on: ("2021-05-16", "2021-05-16"))
    try tell(.happened, "b", "Hady Amr", "Ana Ruiz", published: "2021-05-17")
    try tell(.happened, "c", published: "2021-05-30", on: ("2021-05-29", "2021-05-29"))
    try tell(.happened, "d", published: "2021-05-10")
    try tell(.happened, "e", published: "2021-05-17", type: .aid)
    try tell(.claimed, "f", published: "2021-05-17")
    #expect(try states(on: "2021-05-20") == [.overdue: 1])
  }

  @Test func surnamesAloneSettleNothing() throws {
    try tell(.expected, "a", "Amr", "Gantz", published: "2021-05-14")
    try tell(.happened, "b", "Amr", "Gantz", published: "2021-05-15")
    #expect(try states(on: "2021-05-20") == [.next: 1])
  }

  @Test func aCorrectionOfTheLaterReportOpensItAgain() throws {
    try tell(.expected, "a", published: "2021-05-14", on: ("2021-05-16", "2021-05-16"))
    try tell(.happened, "b", published: "2021-05-17")
    #expect(try states(on: "2021-05-20") == [.happened: 1])
    try tell(.happened, "b", "Ana Ruiz", "Li Wei", published: "2021-05-17")
    #expect(try states(on: "2021-05-20") == [.overdue: 1])
    try tell(.happened, "c", published: "2021-05-17")
    #expect(try states(on: "2021-05-20") == [.happened: 1])
    try archive.takedown(3, reason: "asked for")
    #expect(try states(on: "2021-05-20") == [.overdue: 1])
  }

  @Test func pagesOfTheLedgerCoverIt() throws {
    for number in 10..<20 {
      try tell(
        .planned, "\(number)", "Ana Ruiz", "Person Number\(number)", published: "2021-05-01",
        on: ("2021-05-\(number)", "2021-05-\(number)"))
    }
    var seen: [String] = []
    var cursor: Cursor?
    repeat {
      let page = try archive.due(.next, on: "2021-05-13", after: cursor, limit: 3)
      seen += page.items.compactMap(\.lastDay)
      cursor = page.next
    } while cursor != nil
    #expect(seen == (13..<20).map { "2021-05-\($0)" })
  }
}
