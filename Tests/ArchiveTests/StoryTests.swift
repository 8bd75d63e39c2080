import Archive
import Records
import TestSupport
import Testing

@Suite struct StoryTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
  }

  private static let agencyText = (0..<30).map {
    "Sentence \($0) of the agency's report tells more."
  }
  .joined(separator: " ")

  private func add(
    _ source: String, text: String, day: String = "2021-05-14", title: String? = nil,
    parties: (String, String) = ("Ana Ruiz", "Li Wei"), status: EventStatus = .happened,
    dead: Int? = nil
  ) throws {
    let lead = "\(parties.0) met \(parties.1)."
    var report = SmallReport("\(lead) \(text)", source: source, title: title, published: day)
    let one = report.actor(parties.0)
    let other = report.actor(parties.1)
    let words = report.span(lead)
    report.event(
      .consult, status, lead, trigger: "met", actors: [one], recipients: [other],
      on: ("2021-05-14", "2021-05-14"),
      size: EventSize(
        dead: dead.map { Quantity(number: $0, unit: "people", bound: "exact", span: words) }))
    try archive.ingest(report.record, from: report.input)
  }

  @Test func aCopyIsNoSourceOfItsOwn() throws {
    try add("agency", text: Self.agencyText, title: "Ruiz meets Li in Oslo")
    try add("customer", text: Self.agencyText + " Edited by us.", title: "Something else")
    try add("other", text: "We were there.", title: "When Ruiz and Li met: Oslo meets history")
    let story = try #require(try archive.story(1))
    #expect(story.reports.map(\.document.id) == [1, 2, 3])
    #expect(story.reports.map(\.original) == [1, 1, 3])
    #expect(story.sources == 2)
    #expect(story.events.map(\.sources) == [2])
    #expect(story.events[0].tellings.count == 3)
    #expect(try archive.stories().items.map(\.reports) == [3])
  }

  @Test func differingNumbersAndStatusAreTold() throws {
    try add("a", text: "First.", title: "Ruiz meets Li after attack", dead: 3)
    try add("b", text: "Second.", title: "After attack Ruiz meets Li", status: .claimed, dead: 5)
    let event = try #require(try archive.story(1)?.events.first)
    #expect(event.differs == ["status", "size"])
    #expect(event.tellings.map(\.size) == ["dead 3 people", "dead 5 people"])
  }

  @Test func otherDaysPartiesAndSurnamesAreOtherStories() throws {
    try add("a", text: "First.", title: "Meeting held in Oslo today")
    try add("b", text: "Second.", day: "2021-05-24", title: "Meeting held in Oslo today")
    try add("c", text: "Third.", title: "Meeting held in Oslo today", parties: ("Bo Ek", "Li Wei"))
    try add("d", text: "Fourth.", title: "Meeting held in Oslo today", parties: ("Ruiz", "Wei"))
    #expect(try (1...4).map { try archive.story(ofDocument: $0) } == [1, 2, 3, 4])
    #expect(try archive.stories().items.isEmpty)
  }

  @Test func aTakenDownOriginalLeavesItsStoryToTheOthers() throws {
    try add("agency", text: Self.agencyText)
    try add("customer", text: Self.agencyText + " Edited.")
    try add("customer2", text: Self.agencyText + " Edited by others.")
    try archive.takedown(1, reason: "asked for")
    let story = try #require(try archive.story(2))
    #expect(story.reports.map(\.document.id) == [2, 3])
    #expect(story.sources == 1)
    try archive.checkIntegrity()
  }
}
