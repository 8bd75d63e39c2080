import Archive
import Records
import TestSupport
import Testing

@Suite struct DecisionTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
  }

  private func add(
    _ source: String, actor name: String = "Ana Ruiz", country: String? = nil,
    tail: String = ""
  ) throws {
    var report = SmallReport(
      "\(name) met them in Oslo. \(name) left \(source).\(tail)", source: source)
    let id = report.actor(name, country: country)
    report.event(.consult, .happened, "\(name) met them", trigger: "met", actors: [id])
    report.event(.retreat, .happened, "\(name) left \(source)", trigger: "left", actors: [id])
    try archive.ingest(report.record, from: report.input)
  }

  private func found(_ query: String) throws -> [Int] {
    try archive.search(SearchQuery(query)).page.items.map(\.document.id)
  }

  private func actor(_ query: String) throws -> Int {
    let hit = try #require(try archive.search(SearchQuery(query)).page.items.first)
    return try #require(hit.facts?.actors.first?.actor)
  }

  @Test func decisionsAreKeptBesideTheLineWithWhoAndWhen() throws {
    try add("a")
    try archive.decide(.confirm, line: "e1", of: 1, who: "li", why: "seen")
    try archive.decide(.correct, line: "e2", of: 1, field: "status", value: "planned", who: "li")
    let decisions = try archive.decisions(about: 1).items
    #expect(decisions.map(\.verdict) == [.correct, .confirm])
    #expect(decisions[0].machine == "happened")
    #expect(decisions[0].value == "planned")
    #expect(decisions.map(\.line) == ["e2", "e1"])
    #expect(decisions.map(\.at) == ["2021-05-14T14:00:00Z", "2021-05-14T14:00:00Z"])
    #expect(try archive.record(of: 1)?.events[1].status == .happened)
    #expect(throws: ArchiveError.self) {
      try archive.decide(.confirm, line: "e3", of: 1, who: "li")
    }
    #expect(throws: ArchiveError.self) {
      try archive.decide(.correct, line: "e1", of: 1, field: "colour", value: "x", who: "li")
    }
  }

  @Test func theyFindTheirLineInAnotherReadingOrAreOrphaned() throws {
    try add("a")
    for line in ["e1", "e2"] { try archive.decide(.confirm, line: line, of: 1, who: "li") }
    var again = try #require(try archive.record(of: 1))
    again.reader.version = "0.2.0"
    again.events.remove(at: 0)
    again.events[0].id = "e1"
    try archive.reread(1, as: again)
    #expect(try archive.decisions(about: 1).items.map(\.line) == ["e1", nil])
    let orphans = try archive.decisions(onlyOrphaned: true).items
    #expect(orphans.map(\.isOrphaned) == [true])
    #expect(orphans.first?.decided?.words == "Ana Ruiz met them")
  }

  @Test func whatNobodyLookedAtIsLeftToReview() throws {
    try add("a")
    #expect(try archive.undecided(SearchQuery("actor:ana")).items.map(\.line) == ["e1", "e2"])
    let decision = try archive.decide(.reject, line: "e1", of: 1, who: "li")
    #expect(try archive.undecided(SearchQuery("oslo")).items.map(\.line) == ["e2"])
    try archive.undo(decision, who: "li")
    #expect(try archive.undecided(SearchQuery("oslo")).items.map(\.line) == ["e1", "e2"])
    #expect(try archive.decisions().items.last?.isUndone == true)
    #expect(throws: ArchiveError.self) { try archive.undo(decision, who: "li") }
  }

  @Test func agreementCountsLinesByTheDecisionsThatStand() throws {
    try add("a")
    try add("b")
    try archive.decide(.confirm, line: "e1", of: 1, who: "li")
    try archive.decide(.correct, line: "e2", of: 1, field: "to", value: "x", who: "li")
    let wrong = try archive.decide(.reject, line: "e1", of: 2, who: "ana")
    try archive.decide(.note, line: "e2", of: 2, who: "ana", why: "unclear")
    var agreement = try archive.agreement()
    #expect(
      [agreement.decided, agreement.confirmed, agreement.corrected, agreement.rejected] == [
        3, 1, 1, 1,
      ])
    #expect(agreement.fields == ["to": 1])
    try archive.undo(wrong, who: "ana")
    agreement = try archive.agreement()
    #expect(agreement.share == 0.5)
    #expect(try archive.agreement(who: "ana").share == nil)
  }

  @Test func fullNamesAreOneActorAndSurnamesAreNot() throws {
    try add("a")
    try add("b")
    try add("c", actor: "Ruiz")
    try add("d", actor: "Ruiz")
    #expect(
      try Set(["document:1", "document:2"].map { try actor("\($0) type:CONSULT") }).count == 1)
    #expect(try Set((1...4).map { try actor("document:\($0) type:CONSULT") }).count == 3)
  }

  @Test func bearersOfOneNameFromTwoCountriesAreTwo() throws {
    try add("a", country: "ESP")
    try add("b", country: "MEX")
    try add("c", country: "ESP")
    let actors = try (1...3).map { try actor("document:\($0) type:CONSULT") }
    #expect(actors[0] == actors[2])
    #expect(actors[0] != actors[1])
  }

  @Test func aMergeJoinsAndItsUndoingParts() throws {
    try add("a")
    try add("b", actor: "Ruiz")
    let (ana, ruiz) = (try actor("document:1 type:CONSULT"), try actor("document:2 type:CONSULT"))
    #expect(try found("actor:#\(ruiz)") == [2, 2])
    let merge = try archive.merge(ruiz, into: ana, who: "li")
    #expect(try found("actor:#\(ruiz)") == [2, 2, 1, 1])
    #expect(try archive.actor(ruiz)?.summary.id == ana)
    #expect(try archive.actor(ana)?.names == ["Ana Ruiz", "Ruiz"])
    #expect(try archive.actor(ana)?.merged == [ruiz])
    #expect(try archive.actors(named: "ru").map(\.reports) == [2])
    #expect(try found("actor:\"Ana Ruiz\" type:CONSULT") == [2, 1])
    #expect(try actor("document:2 type:CONSULT") == ana)
    #expect(throws: ArchiveError.self) { try archive.merge(ana, into: ruiz, who: "li") }
    try archive.undo(merge, who: "li")
    #expect(try found("actor:\"Ana Ruiz\" type:CONSULT") == [1])
    #expect(try actor("document:2 type:CONSULT") == ruiz)
  }

  @Test func aSplitHoldsInLaterReadingsUntilItIsUndone() throws {
    try add("a")
    try add("b")
    let ana = try actor("document:1 type:CONSULT")
    let split = try archive.split(ana, in: 2, who: "li", why: "a namesake")
    #expect(try actor("document:2 type:CONSULT") != ana)
    try add("b", tail: " Later.")
    #expect(try archive.document(2)?.versions.count == 2)
    #expect(try actor("document:2 type:CONSULT") != ana)
    try archive.undo(split, who: "li")
    #expect(try actor("document:2 type:CONSULT") == ana)
  }
}
