import Archive
import Records
import TestSupport
import Testing

/// Answers that words of lines lead to are those of the general form, item by item.
@Suite struct WordLeaderTests {
  static let queries = [
    "about:the", "about:treaty", "about:\"the treaty\"", "about:\"treaty the\"", "about:trea*",
    "about:the about:harbour", "about:the about:the", "about:treaty about:harbour",
    "about:harbour OR about:treaty", "speaker:\"Ana Ruiz\" about:the",
    "speaker:\"Ana Ruiz\" (about:treaty OR about:harbour)", "form:direct about:the",
    "about:the harbour", "about:the -harbour", "about:the -about:treaty",
    "about:the after:2021-05-03", "about:the OR form:direct", "about:nothing", "about:the nothing",
    "status:denied about:the", "status:denied (about:treaty OR about:harbour)",
    "actor:\"Ana Ruiz\" about:the about:treaty", "speaker:\"Ana Ruiz\" status:denied about:the",
    "type:ASSAULT about:the",
  ]

  let folder: ScratchFolder
  let archive: Archive

  /// Two hundred reports whose days don't follow their numbers, most with a line of several words,
  /// words that stand between lines or in headlines only, and some taken down.
  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file(), now: noon)
    for number in 0..<200 {
      let thing = number % 7 == 0 ? "treaty" : number % 3 == 0 ? "harbour" : "road"
      let other = number % 5 == 0 ? "harbour" : "bridge"
      var report = SmallReport(
        "Ana Ruiz said the \(thing) is near the \(other). Bo Lind said no \(thing) is shut. "
          + "They signed the \(thing) at noon. The \(other) \(number).",
        source: "\(number)", title: "Of the \(other)",
        published: number % 11 == 0 ? nil : "2021-05-0\(number * 37 % 8 + 1)")
      let ruiz = report.actor("Ana Ruiz")
      let lind = report.actor("Bo Lind")
      report.says(
        ruiz, "Ana Ruiz", "said", "the \(thing) is near the \(other)",
        form: number % 2 == 0 ? .direct : .indirect)
      let second = report.says(lind, "Bo Lind", "said", "no \(thing) is shut")
      report.event(
        .agree, number % 4 == 0 ? .denied : .happened, "They signed the \(thing) at noon",
        trigger: "signed", actors: [number % 6 == 0 ? ruiz : lind], authority: [second])
      report.event(
        .agree, .happened, "the \(thing) is near the \(other)", trigger: "is", actors: [ruiz])
      try archive.ingest(report.record, from: report.input)
    }
    for document in [3, 50, 120] { try archive.takedown(document, reason: "asked for") }
  }

  @Test(arguments: queries)
  func wordsLeadToWhatTheGeneralFormFinds(text: String) throws {
    let query = try SearchQuery(text)
    // What is refused twice has no leader.
    let general = try SearchQuery("-(-(\(text)))")
    for unit in [SearchUnit.attribution, .event] {
      let whole = try archive.search(general, unit: unit, after: nil, limit: 5000, few: 5000)
      let expected = places(whole)
      // Sorted whole, and found by walking the days, as many as fill a few pages.
      for (few, limit) in [(2000, 70), (60, 40), (5, 9), (0, 33)] {
        var found: [String] = []
        var cursor: Cursor?
        repeat {
          let answer = try archive.search(
            query, unit: unit, after: cursor, limit: limit, few: few)
          #expect(answer.count == min(few, expected.count - found.count))
          #expect(answer.page.items.count == limit || answer.page.next == nil)
          found += places(answer)
          cursor = answer.page.next
        } while cursor != nil && found.count <= expected.count
        #expect(found == expected)
      }
    }
  }

  @Test(arguments: [SearchUnit.report, .attribution, .event])
  func whatWasTakenDownIsOnNoPage(unit: SearchUnit) throws {
    let query = try SearchQuery("-nowhere")
    var seen: Set<Int> = []
    var cursor: Cursor?
    repeat {
      let answer = try archive.search(query, unit: unit, after: cursor, limit: 7)
      seen.formUnion(answer.page.items.map(\.document.id))
      cursor = answer.page.next
    } while cursor != nil
    #expect(seen.count == 197)
    #expect(seen.isDisjoint(with: [3, 50, 120]))
  }

  private func places(_ answer: SearchAnswer) -> [String] {
    answer.page.items.map { "\($0.document.id).\($0.line ?? "")" }
  }

  @Test func theQueriesFindSomethingAndNotAll() throws {
    for (text, count) in [
      ("about:the", 197), ("about:nothing", 0), ("about:the about:treaty", 27),
    ] {
      #expect(try archive.search(SearchQuery(text), unit: .attribution).count == count)
    }
  }
}
