import Archive
import Desk
import Foundation
import Hummingbird
import Records
import Testing

/// The desk in a real browser, driven by pointer and keys.
@Suite(
  .serialized,
  .enabled(
    if: Browser.path != nil,
    "NOT TESTED IN A BROWSER: no Chromium here; on Debian: apt-get install chromium"))
struct BrowserTests {
  /// Serves the desk on some port of loopback while `test` runs.
  func serving(
    _ room: DeskRoom, _ test: (_ browser: Browser, _ address: String) async throws -> Void
  ) async throws {
    let address = Box("")
    let failure = Box<(any Error)?>(nil)
    let desk = try room.desk()
    let serving = Task {
      do { try await desk.run { address.set($0) } } catch { failure.set(error) }
    }
    defer { serving.cancel() }
    let end = ContinuousClock.now + .seconds(60)
    while address.value.isEmpty {
      if let error = failure.value { throw error }
      guard ContinuousClock.now < end else {
        throw Browser.Trouble(what: "the desk doesn't start")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    let port = address.value.split(separator: ":").last ?? ""
    try await withTaskExecutorPreference(OwnThread()) {
      try await test(Browser(), "http://127.0.0.1:\(port)")
    }
  }

  @Test func aLineLightsItsWordsAndWordsLightTheirLines() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await serving(room) { browser, address in
      try browser.open(address + "/reports/1")
      let lit = "[...document.querySelectorAll('.text .lit')].map(e => e.textContent).join('|')"
      #expect(try browser.evaluate(lit) as? String == "")
      try browser.point(at: ".record [data-line=e1] .claim")
      try browser.wait(for: "document.querySelector('.text .lit') !== null")
      #expect((try browser.evaluate(lit) as? String)?.hasPrefix("Ana| |met| |Li| in Oslo") == true)
      try browser.point(at: ".record [data-line=a1] .claim")
      try browser.wait(for: "!document.querySelector('.text [data-lines=e1].lit')")
      #expect((try browser.evaluate(lit) as? String)?.contains("We shall see.") == true)
      try browser.point(at: ".text a.pred[href='#e1']")
      try browser.wait(for: "document.querySelector('.record [data-line=e1]').matches('.lit')")
      #expect(
        try browser.evaluate("document.querySelectorAll('.record .line.lit').length") as? Int == 1)
      try browser.point(at: "h1")
      try browser.wait(for: "document.querySelectorAll('.record .lit, .text .lit').length === 0")
    }
  }

  @Test func linesAreReviewedByKeyboard() async throws {
    let room = try DeskRoom()
    for number in 1...3 { try room.keep(.saying("We shall see.", number: number)) }
    try await serving(room) { browser, address in
      try browser.open(address + "/review")
      let current = "document.querySelector('[data-review] [aria-current]').id"
      #expect(try browser.evaluate(current) as? String == "d3-e1")
      try browser.press("j")
      #expect(try browser.evaluate(current) as? String == "d2-e1")
      try browser.press("k")
      #expect(try browser.evaluate(current) as? String == "d3-e1")
      // The page comes anew, and its script with it.
      func waitForPage(_ what: String) throws {
        try browser.wait(
          for: "\(what) && document.querySelector('[data-review] [aria-current]') !== null")
      }
      try browser.press("c")
      try waitForPage("document.getElementById('d3-e1') === null")
      let confirmed = try room.archive.decisions().items
      #expect(confirmed.map(\.verdict) == [.confirm] && confirmed.first?.document == 3)
      try browser.press("x")
      try waitForPage("document.getElementById('d2-e1') === null")
      try browser.press("u")
      try waitForPage("document.getElementById('d2-e1') !== null")
      let told1 = try room.archive.decisions().items.map(\.verdict)
      #expect(told1 == [.undo, .reject, .confirm])
      try browser.press("/")
      #expect(try browser.evaluate("document.activeElement.id") as? String == "q")
      // In a field keys are letters.
      try browser.press("c")
      #expect(try browser.evaluate("document.activeElement.value") as? String == "c")
      let told2 = try room.archive.decisions().items.count
      #expect(told2 == 3)
    }
  }

  @Test func somebodySignsInAndOut() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reviewer, password: "a long password")
    try room.keep(.saying("We shall see."))
    try await serving(room) { browser, address in
      try browser.open(address + "/review")
      try browser.wait(for: "location.pathname === '/sign-in'")
      try browser.type("ana", into: "input[name=name]")
      try browser.type("a wrong password", into: "input[name=password]")
      try browser.press("Enter")
      try browser.wait(for: "document.querySelector('[role=alert]') !== null")
      try browser.type("a long password", into: "input[name=password]")
      try browser.press("Enter")
      try browser.wait(for: "location.pathname === '/review'")
      #expect(
        try browser.evaluate("document.querySelector('.account').textContent.includes('ana')")
          as? Bool == true)
      _ = try browser.evaluate("document.querySelector('.account button').click()")
      try browser.wait(for: "location.pathname === '/sign-in'")
      try browser.open(address + "/reports/1")
      try browser.wait(for: "location.pathname === '/sign-in'")
    }
  }

  @Test func strangeTextRunsNothingAndTimesAreTheReaders() async throws {
    let room = try DeskRoom()
    let strange =
      "</title><script>window.ran=1</script><img src=x onerror=window.ran=1><svg onload=window.ran=1>"
    try room.keep(.saying(strange, published: "2021-05-14T12:30:00+03:00"))
    try await serving(room) { browser, address in
      for page in ["/", "/reports/1", "/reports/1/lines/e1", "/actors/1", "/search?q=see"] {
        try browser.open(address + page)
        #expect(try browser.evaluate("typeof window.ran") as? String == "undefined", "\(page)")
        #expect(
          try browser.evaluate("document.querySelector('main img') === null") as? Bool == true)
      }
      // Even a script that got into the page would not run: the policy names the desk's own alone.
      _ = try browser.evaluate(
        """
        (() => { const script = document.createElement('script');
          script.textContent = 'window.ran = 1'; document.body.append(script); })()
        """)
      #expect(try browser.evaluate("typeof window.ran") as? String == "undefined")
      try browser.open(address + "/reports/1")
      let times = try browser.evaluate("document.querySelector('time').textContent") as? String
      #expect(times?.contains("your time; given as 14 May 2021, 12:30 UTC+03:00") == true)
    }
  }
}
