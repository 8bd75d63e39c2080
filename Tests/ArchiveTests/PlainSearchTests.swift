import Archive
import Records
import TestSupport
import Testing
import Text

/// A search finds what looking at every line finds, whichever lists lead it and however its pages are
/// cut.
@Suite struct PlainSearchTests {
  let folder: ScratchFolder
  let archive: Archive
  let reports: [PlainReport]

  /// Reports whose days don't follow their numbers, some without one, some read anew with other lines,
  /// some taken down.
  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
    var random = SeededNumbers(seed: 7)
    var plain: [PlainReport] = []
    for number in 1...220 {
      var made = MadeReading(number, &random)
      try archive.ingest(made.report.record, from: made.report.input)
      if number % 9 == 0 {
        made = MadeReading(number, &random)
        try archive.ingest(made.report.record, from: made.report.input)
      }
      plain.append(made.plain)
    }
    for number in [3, 50, 120] {
      try archive.takedown(number, reason: "asked for")
      plain.removeAll { $0.id == number }
    }
    reports = plain
  }

  @Test func searchesFindWhatLookingAtEveryLineFinds() throws {
    var random = SeededNumbers(seed: 11)
    var efforts = [SearchEffort(), SearchEffort(), SearchEffort()]
    // Short lists only, so that days are walked first; no list at all.
    (efforts[1].longList, efforts[1].longWords, efforts[1].newest) = (5, 5, 40)
    (efforts[1].stretch, efforts[1].lookups, efforts[1].fewCandidates) = (4, 12, 3)
    (efforts[2].longList, efforts[2].longWords, efforts[2].newest) = (-1, -1, 5000)
    (efforts[2].stretch, efforts[2].lookups) = (16, 0)
    var (found, empty) = (0, 0)
    for round in 0..<240 {
      let query = MadeReading.query(&random, depth: round % 4)
      let asked = try SearchQuery(query.text)
      for unit in SearchUnit.allCases {
        let expected = query.places(in: reports, unit)
        if expected.isEmpty { empty += 1 } else { found += 1 }
        for effort in efforts {
          let limit = 9 + random.below(90)
          let places = try pages(asked, unit, limit, effort)
          #expect(places == expected, "\(query.text) for \(unit), \(limit) on a page")
        }
      }
    }
    #expect(found > 200)
    #expect(empty > 50)
  }

  /// The items of all pages.
  private func pages(
    _ query: SearchQuery, _ unit: SearchUnit, _ limit: Int, _ effort: SearchEffort
  ) throws -> [String] {
    var places: [String] = []
    var cursor: Cursor?
    repeat {
      let answer = try archive.search(
        query, unit: unit, after: cursor, limit: limit, effort: effort)
      let items = answer.page.items
      #expect(items.count == limit || answer.page.next == nil)
      #expect(answer.count >= min(items.count, effort.counted))
      places += items.map { "\($0.document.id)" + ($0.line.map { ".\($0)" } ?? "") }
      cursor = answer.page.next
    } while cursor != nil && places.count < 5000
    return places
  }

  @Test func aCountedAnswerIsCountedWhole() throws {
    for text in ["the", "status:denied", "speaker:\"Ana Ruiz\"", "type:AGREE status:happened"] {
      let answer = try archive.search(SearchQuery(text), limit: 3)
      let all = try archive.search(SearchQuery(text), limit: 5000).page.items.count
      #expect(answer.count == all)
      #expect(!answer.isMore)
    }
  }

  @Test func aLongAnswerTellsThatThereIsMore() throws {
    var effort = SearchEffort()
    (effort.counted, effort.fewCandidates) = (5, 2)
    for text in ["the", "status:denied", "type:AGREE -status:denied"] {
      let answer = try archive.search(
        SearchQuery(text), unit: nil, after: nil, limit: 9, effort: effort)
      #expect(answer.count == 5)
      #expect(answer.isMore)
    }
  }

  @Test(arguments: [SearchUnit.report, .attribution, .event])
  func whatWasTakenDownIsOnNoPage(unit: SearchUnit) throws {
    let places = try pages(SearchQuery("-nowhere"), unit, 7, SearchEffort())
    #expect(places == PlainQuery.not(.words(["nowhere"])).places(in: reports, unit))
  }

  @Test func choicesOfManyPartsAreAnswered() throws {
    let wanted = (0..<600).map { PlainQuery.document($0) } + [.words(["treaty"])]
    let places = try pages(
      SearchQuery(PlainQuery.any(wanted).text), .report, 50, SearchEffort())
    #expect(places == PlainQuery.any(wanted).places(in: reports, .report))
  }

  @Test func exportsHoldWhatSearchesFind() throws {
    var random = SeededNumbers(seed: 5)
    for round in 0..<40 {
      let query = MadeReading.query(&random, depth: round % 3)
      let asked = try SearchQuery(query.text)
      let expected = query.places(in: reports, .report).compactMap { Int($0) }.sorted()
      var found: [Int] = []
      try archive.records(matching: asked) { document, _ in found.append(document) }
      #expect(found == expected, "\(query.text)")
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
