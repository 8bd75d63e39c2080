import Archive
import TestSupport
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("ceasefire", SearchUnit.report), ("\"cease fire\" truce*", .report),
    ("speaker:\"Jen Psaki\" form:direct", .attribution), ("about:cease*", .attribution),
    ("status:expected -type:CONSULT", .event), ("status:Expected type:consult", .event),
    ("(oslo OR bergen) speaker:psaki status:denied", .event),
    ("after:2021-05 before:2022", .report),
    ("day:2021-05-10..2021-05-16", .event), ("-oslo", .report), ("NOT (a OR b)", .report),
    ("x AND y OR z", .report), ("title:peace language:en site:news.example document:3", .report),
  ])
  func aQueryAsksForItsHighestUnit(query: String, unit: SearchUnit) throws {
    #expect(try SearchQuery(query).unit == unit)
  }

  @Test(arguments: [
    ("", 0), ("   ", 3), ("(oslo", 0), ("oslo)", 4), ("()", 1), ("a (b (c) d", 2),
    ("\"oslo", 0), ("x \"y", 2), ("foo:bar", 0), ("a http://b", 2), ("status:", 7),
    ("status: expected", 7), ("x status:done", 9), ("form:direct*", 5), ("after:yesterday", 6),
    ("after:2021-02-30", 6), ("after:2021..2022", 6), ("day:2022..2021", 4), ("OR x", 0),
    ("x OR", 4), ("x OR OR y", 5), ("x AND", 5), ("-", 1), ("*", 0), ("--", 2), ("…", 0),
    ("about:\"…\"", 6), ("document:x", 9), ("a*b", 2), ("a**", 2), ("speaker:\"\"", 8),
  ])
  func whatIsWrongIsToldWithItsPlace(query: String, position: Int) {
    let error = #expect(throws: QueryError.self, "‘\(query)’") { try SearchQuery(query) }
    #expect(error?.position == position, "‘\(query)’: \(error?.message ?? "")")
    #expect(error?.message.isEmpty == false)
  }

  /// Whatever is typed is read or refused at a place within it, and what is read can be run.
  @Test func noQueryCrashesTheParserOrTheDatabase() throws {
    let folder = try ScratchFolder()
    let archive = try Archive(at: folder.file(), now: noon)
    var random = SplitMix(seed: 7)
    let pieces = [
      "oslo", "\"", "(", ")", "-", "*", ":", " ", " OR ", " AND ", "NOT ", "status:", "expected",
      "type:CONSULT", "actor:", "USA", "about:", "day:", "2021", "..", "'", ";", "^", "NEAR(a b)",
      "{", "+", "é", "👩‍👩‍👧", "\u{0}", "\\", "title:", "speaker:", "%", "to:", "\n", "--", "/*",
    ]
    for _ in 0..<1500 {
      let query = (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
      do {
        let read = try SearchQuery(query)
        #expect(try archive.search(read).count == 0)
      } catch let error as QueryError {
        #expect((0...query.count).contains(error.position), "‘\(query)’")
      }
    }
  }

  @Test func deepNestingIsRefusedAndDoesNotExhaustTheStack() {
    for query in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "a",
      String(repeating: "NOT ", count: 100_000),
    ] {
      #expect(throws: QueryError.self) { try SearchQuery(query) }
    }
  }
}

/// A small random source of its own, so that every run tests the same cases.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
