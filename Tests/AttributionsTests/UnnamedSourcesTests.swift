import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct UnnamedSourcesTests {
  private func said(by entity: Int?, inferred: Bool = false) -> FoundAttribution {
    FoundAttribution(
      attribution: Attribution(
        source: [Span(0, 1)], cue: [Span(2, 3)], content: [Span(4, 5)], form: .indirect,
        sourceKind: .anonymous, inferred: inferred, kind: .speech, channel: nil, by: "test"),
      entity: entity)
  }

  private func source(_ name: String, country: String? = nil, isPlural: Bool = false) -> Entity {
    Entity(name: name, kind: .source, isNamed: false, isPlural: isPlural, country: country)
  }

  @Test func whoMayBeOneCountsOnceFromBelow() {
    let cast = Cast(entities: [source("official"), source("diplomat")])
    let count = UnnamedSources.count([said(by: 0), said(by: 1)], cast: cast)
    #expect(count.atLeast == 1 && count.atMost == 2)
  }

  @Test func countriesTellSourcesApart() {
    let cast = Cast(
      entities: [source("Israeli source", country: "ISR"), source("official", country: "USA")])
    let count = UnnamedSources.count([said(by: 0), said(by: 1), said(by: 1)], cast: cast)
    #expect(count.atLeast == 2 && count.atMost == 2)
    #expect(count.why.contains("Israeli source") && count.why.contains("official"))
  }

  @Test func aPluralIsAtLeastTwo() {
    let cast = Cast(entities: [source("officials", isPlural: true)])
    let count = UnnamedSources.count([said(by: 0)], cast: cast)
    #expect(count.atLeast == 2 && count.atMost == 2)
  }

  @Test func anotherIsSomebodyElse() {
    let cast = Cast(entities: [source("official"), source("another official")])
    #expect(UnnamedSources.count([said(by: 0), said(by: 1)], cast: cast).atLeast == 2)
  }

  @Test func aNumberCountsAsItIs() {
    let cast = Cast(entities: [source("four people with knowledge of the talks", isPlural: true)])
    let count = UnnamedSources.count([said(by: 0)], cast: cast)
    #expect(count.atLeast == 4 && count.atMost == 4)
  }

  @Test func someOfAGroupAreNobodyNew() {
    let cast = Cast(
      entities: [
        source("four people", isPlural: true), source("Two of the four", isPlural: true),
        source("other two", isPlural: true), source("third official"),
      ])
    let count = UnnamedSources.count((0..<4).map { said(by: $0) }, cast: cast)
    #expect(count.atLeast == 5 && count.atMost == 5)
    #expect(count.why.contains("“Two of the four” (some of those counted before)"))
  }

  @Test func oneOfAnotherGroupIsSomebodyNew() {
    let cast = Cast(
      entities: [source("outside experts", isPlural: true), source("one of the co-authors")])
    let count = UnnamedSources.count([said(by: 0), said(by: 1)], cast: cast)
    #expect(count.atMost == 3)
  }

  @Test func anIsraeliSourceAndAFormerAmericanOfficialAreTwoPersons() {
    let cast = Cast(
      entities: [
        source("One Israeli source", country: "ISR"),
        source("former U.S. official", country: "USA"),
      ])
    let count = UnnamedSources.count([said(by: 0), said(by: 1), said(by: 1)], cast: cast)
    #expect(count.atLeast == 2 && count.atMost == 2)
  }

  @Test func whoIsLeftOpenRaisesTheUpperBoundAlone() {
    let cast = Cast(entities: [source("official")])
    let count = UnnamedSources.count([said(by: 0), said(by: nil)], cast: cast)
    #expect(count.atLeast == 1 && count.atMost == 2)
  }

  @Test func anInferredSpeakerAddsNobody() {
    let cast = Cast(entities: [source("official")])
    let count = UnnamedSources.count([said(by: 0), said(by: nil, inferred: true)], cast: cast)
    #expect(count.atLeast == 1 && count.atMost == 1)
  }

  @Test func aReportWithoutUnnamedSourcesSaysSo() {
    let count = UnnamedSources.count([], cast: Cast(entities: []))
    #expect(count.atLeast == 0 && count.atMost == 0 && count.why == "no unnamed source")
  }
}
