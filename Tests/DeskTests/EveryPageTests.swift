import Archive
import Desk
import Foundation
import Records
import Text
import TestSupport
import Testing

/// Every page of the desk in a browser: narrow, wide, light and dark.
extension BrowserTests {
  /// Every page, with what stands on a full archive.
  private static let pages = [
    "/", "/?group=claimed", "/reports", "/reports/1", "/reports/1?line=e1#lit",
    "/reports/1/versions/1", "/reports/1/versions/2/changes", "/reports/1/lines/e1",
    "/reports/1/lines/a1", "/statements", "/actors", "/actors/1", "/calendar",
    "/calendar?state=overdue", "/calendar?state=happened", "/stories", "/stories/1", "/sources",
    "/map", "/network", "/follows", "/review", "/review?q=kind%3Aspeech", "/review/decisions",
    "/review/decisions?orphaned=true", "/ledger", "/search", "/search?q=met",
    "/search?q=type%3ACONSULT", "/search?q=status%3Amaybe", "/search?q=nothinglikeit", "/reports/4",
    "/nowhere",
  ]

  private static let emptyPages = [
    "/", "/reports", "/statements", "/actors", "/calendar", "/stories", "/sources", "/map",
    "/network", "/follows", "/review", "/review/decisions", "/ledger", "/search",
  ]

  /// An archive in which every page has something to show, long words and other scripts among it.
  private func fullRoom() throws -> DeskRoom {
    let room = try DeskRoom()
    let archive = room.archive
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    try room.keep(.saying("We shall see.", published: "2021-05-14T12:30:00+03:00"))
    try room.keep(.saying("We shall see.", number: 2))
    try room.keep(.saying(long, number: 3))
    try room.keep(.saying("gone", number: 4))
    try room.keep(.saying("שלום עכשיו", number: 5, published: nil))
    try room.keep(.expecting(number: 6))
    try archive.refuse(
      LedgerLine(
        source: "/a/long/path/that/does/not/break/" + long + ".html", state: .refused,
        reasons: ["not-found"], message: "no such file or folder"))
    try archive.decide(.confirm, line: "e1", of: 1, who: "ana")
    try archive.decide(
      .correct, line: "a1", of: 1, field: "speaker", value: "Li", who: "li", why: "as said above")
    var changed = try #require(try archive.record(of: 1))
    changed.reader.version = "0.2.0"
    changed.events[0].status = .happened
    try archive.reread(1, as: changed)
    try archive.takedown(4, reason: "asked for by the publisher")
    try archive.addFollow("talks", SearchQuery("type:CONSULT"), includesPresent: true)
    try archive.addDelivery(to: "talks", .atom, target: "/var/feeds/" + long + "/talks.xml")
    try archive.matchFollows()
    return room
  }

  @Test func everyPageCanBeReadAndUsedByEverybody() async throws {
    try await serving(fullRoom()) { browser, address in
      for (width, dark) in [(1280, false), (1280, true), (390, false), (390, true)] {
        try browser.resize(width: width, height: 844)
        try browser.prefer(dark: dark)
        for page in Self.pages {
          try browser.open(address + page)
          let faults = try browser.evaluate(PageAudit.faults) as? String
          #expect(faults == "", "\(page), \(width) wide, \(dark ? "dark" : "light")")
        }
      }
    }
  }

  @Test func everyEmptyPageCanToo() async throws {
    try await serving(DeskRoom()) { browser, address in
      try browser.resize(width: 390, height: 844)
      for page in Self.emptyPages {
        try browser.open(address + page)
        let faults = try browser.evaluate(PageAudit.faults) as? String
        #expect(faults == "", "\(page)")
      }
    }
  }

  /// A look that finds nothing wrong anywhere would pass everything.
  @Test func theAuditFindsWhatIsWrong() async throws {
    try await serving(fullRoom()) { browser, address in
      let spoils = [
        ("document.querySelector('.lede').style.color = '#aaa'", "text "),
        ("document.querySelector('.find input').style.borderColor = '#ddd'", "edge "),
        ("document.querySelector('.find label').remove()", "no label at input#q"),
        ("document.querySelector('h1').remove()", "not one h1"),
        ("document.querySelector('.lede').style.minWidth = '3000px'", "wide on"),
        ("document.querySelector('nav').remove()", "no nav"),
        ("document.querySelector('.lede').id = 'q'", "twice #q"),
      ]
      for (script, fault) in spoils {
        try browser.open(address + "/reports")
        #expect(try browser.evaluate(PageAudit.faults) as? String == "")
        _ = try browser.evaluate(script)
        let faults = try browser.evaluate(PageAudit.faults) as? String ?? ""
        #expect(faults.contains(fault), "\(script): \(faults)")
      }
    }
  }

  @Test func theSignInPageCanToo() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .admin, password: "a long password")
    try await serving(room) { browser, address in
      try browser.resize(width: 390, height: 844)
      try browser.open(address + "/accounts")
      let before = try browser.evaluate(PageAudit.faults) as? String
      #expect(before == "")
      try browser.type("ana", into: "input[name=name]")
      try browser.type("a long password", into: "input[name=password]")
      try browser.press("Enter")
      try browser.wait(
        for: "location.pathname === '/accounts' && document.readyState === 'complete'")
      let after = try browser.evaluate(PageAudit.faults) as? String
      #expect(after == "")
    }
  }

  @Test func theKeyboardReachesEverythingAndShowsWhereItIs() async throws {
    try await serving(fullRoom()) { browser, address in
      try browser.prefer(dark: false)
      for page in ["/", "/reports/1", "/actors/1", "/follows", "/map", "/review/decisions"] {
        try browser.open(address + page)
        // The first stop leads past the pages' row.
        try browser.pressTab()
        let first = try browser.evaluate("document.activeElement.className") as? String
        #expect(first == "skip", "\(page)")
        for stop in 1...30 {
          let focus = try browser.evaluate(PageAudit.focus) as? String ?? ""
          if focus == "nothing" { break }
          #expect(focus.hasPrefix("shown"), "\(page), stop \(stop): \(focus)")
          try browser.pressTab()
        }
      }
      try browser.open(address + "/reports")
      try browser.pressTab()
      try browser.press("Enter")
      try browser.wait(for: "document.activeElement.id === 'content'")
    }
  }

  @Test func onPaperTheTextIsBlackAndNothingIsCutOff() async throws {
    try await serving(fullRoom()) { browser, address in
      try browser.printed()
      try browser.resize(width: 700, height: 1000)
      for page in ["/reports/1", "/", "/reports/1/lines/e1"] {
        try browser.open(address + page)
        let shown =
          try browser.evaluate(
            "getComputedStyle(document.querySelector('.masthead')).display") as? String
        #expect(shown == "none", "\(page)")
        let ink = try browser.evaluate("getComputedStyle(document.body).color") as? String
        #expect(ink == "rgb(0, 0, 0)", "\(page)")
        let hidden =
          "[...document.querySelectorAll('main *')].filter(e => e.scrollHeight > e.clientHeight + 2"
          + " && ['auto', 'hidden', 'scroll'].includes(getComputedStyle(e).overflowY)"
          + " && !e.closest('.quiet, select')).map(e => e.className).join()"
        #expect(try browser.evaluate(hidden) as? String == "", "\(page)")
      }
    }
  }
}

extension Record {
  /// A report of one planned meeting at a place on the map.
  fileprivate static func expecting(number: Int) -> Record {
    var record = Record.saying("soon", number: number, published: "2021-05-10")
    record.events[0].status = .planned
    record.events[0].authority = []
    record.events[0].tense = .future
    record.events[0].date = DateInterval(
      text: "soon", span: record.events[0].date?.span ?? Span(0, 1), from: "2021-05-12",
      to: "2021-05-12",
      basis: .stated, why: "stated")
    record.events[0].place = Place(
      text: "Oslo", span: record.events[0].place?.span ?? Span(0, 1), name: "Oslo", country: "NOR",
      lat: 59.91, lon: 10.75, precision: .city)
    return record
  }
}
