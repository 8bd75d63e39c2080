import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Testing

@Suite struct PagesTests {
  @Test(arguments: [
    "/", "/reports", "/statements", "/sources", "/ledger", "/actors", "/calendar",
    "/stories", "/map", "/network", "/follows", "/review",
  ]) func anEmptyArchiveSaysWhatToDo(page: String) async throws {
    try await DeskRoom().visit { client in
      let html = try await client.page(page)
      #expect(html.contains("class=\"empty\""))
      #expect(html.contains("<h1>"))
    }
  }

  @Test func aReportShowsItsTextBesideItsRecord() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let html = try await client.page("/reports/1")
      // The predicate leads to its line, the line's words to the text.
      #expect(html.contains("href=\"#e1\" class=\"pred\" data-lines=\"e1\">met</a>"))
      #expect(html.contains("id=\"e1\" data-line=\"e1\""))
      #expect(html.contains("href=\"/reports/1/versions/1?line=e1#lit\""))
      #expect(html.contains("left out: We shall see."))
      #expect(html.contains("Only on somebody’s word"))
      #expect(!html.contains(" id=\"lit\""))
    }
  }

  @Test func theWordsOfAChosenLineAreLitWithoutAScript() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let html = try await client.page("/reports/1/versions/1?line=e1")
      #expect(html.components(separatedBy: " id=\"lit\"").count == 2)
      #expect(html.contains("class=\"pred lit\" data-lines=\"e1\">met</a>"))
      #expect(html.contains("<li class=\"line lit\" id=\"e1\""))
    }
  }

  @Test func aLineHasAStableAddressAMailAndACitation() async throws {
    let room = try DeskRoom()
    var record = Record.saying("We shall see.")
    record.document.title = "A meeting"
    record.document.byline = ["Mara Holt"]
    try room.keep(record)
    let hash = record.document.textSHA256
    try await room.visit { client in
      let html = try await client.page("/reports/1/versions/1/lines/a1")
      #expect(html.contains("Mara Holt. “A meeting”, 14 May 2021, characters "))
      let mail = try #require(
        html.firstMatch(of: /href="(mailto:[^"]*)"/)?.1.removingPercentEncoding)
      for part in [
        "Status: said", "Speaker: We shall see.", "Words: “We shall see.”", "Characters: ",
        "SHA-256: \(hash)", "/reports/1/versions/1/lines/a1",
      ] {
        #expect(mail.contains(part), "\(part)")
      }
    }
  }

  @Test func aFilterKeepsOnlyItsLines() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    let wanted = [
      ("/?group=claimed", "Ana met Li"), ("/?group=happened", "class=\"empty\""),
      ("/?type=AID", "class=\"empty\""), ("/statements?form=direct", "We shall see."),
      ("/statements?source=anonymous", "class=\"empty\""),
    ]
    try await room.visit { client in
      for (path, words) in wanted {
        let html = try await client.page(path)
        #expect(html.contains(words), "\(path)")
      }
    }
  }

  @Test(arguments: [
    ("/reports/99", 404), ("/reports/one", 404), ("/nowhere", 404),
    ("/reports/1/versions/9", 404), ("/reports/1/versions/1/lines/e9", 404),
    ("/?group=some", 400), ("/?type=WAR", 400), ("/reports?after=x", 400),
    ("/api/reports?limit=0", 400), ("/api/reports/99", 404), ("/api/nowhere", 404),
  ]) func whatIsWrongIsToldInWords(path: String, status: Int) async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let response = try await client.execute(uri: path, method: .get)
      #expect(response.status.code == status)
      let body = String(buffer: response.body)
      let isInterface = path.hasPrefix("/api")
      #expect(body.hasPrefix(isInterface ? "{\"error\":" : "<!doctype html>"))
      #expect(
        response.headers[.contentType]?.hasPrefix(isInterface ? "application/json" : "text/html")
          == true)
    }
  }

  @Test func pagesNeverSkipAReportEvenWhileOthersCome() async throws {
    let room = try DeskRoom()
    for number in 0..<150 {
      let day = number % 28 + 1
      try room.keep(
        .saying("No \(number)", number: number, published: "2021-05-\(day < 10 ? "0" : "")\(day)"))
    }
    try await room.visit { client in
      var seen: [String] = []
      var path: String? = "/reports"
      while let current = path {
        let html = try await client.page(current)
        seen += html.matches(of: /href="\/reports\/(\d+)"/).map { String($0.1) }
        path = html.firstMatch(of: /rel="next" href="([^"]*)"/).map { String($0.1) }
        // A newer report comes in between; it stands before the pages that are left.
        try room.keep(.saying("later", number: 1000 + seen.count, published: "2022-01-01"))
      }
      #expect(seen.count == 150 && Set(seen).count == 150)
    }
  }

  @Test func everyAnswerIsGuardedByItsHeaders() async throws {
    try await DeskRoom().visit { client in
      for path in ["/", "/nowhere", "/api/counts", "/ledger"] {
        let headers = try await client.execute(uri: path, method: .get).headers
        let policy = try #require(headers[HTTPField.Name("Content-Security-Policy")!])
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(!policy.contains("unsafe"))
        #expect(headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
      }
    }
  }

  @Test func whoHasAnAnswerIsToldSo() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let path = "/api/reports/1"
      let first = try await client.execute(uri: path, method: .get)
      let tag = try #require(first.headers[.eTag])
      let again = try await client.execute(
        uri: path, method: .get, headers: [.ifNoneMatch: "\"x\", W/\(tag)"])
      #expect(again.status == .notModified && again.body.readableBytes == 0)
      let other = try await client.execute(
        uri: path, method: .get, headers: [.ifNoneMatch: "\"x\""])
      #expect(other.status == .ok)
    }
  }

  @Test func whoAsksForTheHeadAloneGetsIt() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      for path in ["/", "/reports/1", "/api/reports/1"] {
        // One visitor: the form token of a page is the visitor's own.
        let visitor: HTTPFields = [.cookie: "verbale=" + String(repeating: "a", count: 48)]
        let whole = try await client.execute(uri: path, headers: visitor)
        let head = try await client.execute(uri: path, method: .head, headers: visitor)
        #expect(head.status == .ok && head.body.readableBytes == 0, "\(path)")
        #expect(head.headers[.eTag] == whole.headers[.eTag], "\(path)")
        #expect(head.headers[.contentType] == whole.headers[.contentType], "\(path)")
      }
      for path in ["/reports/9", "/nowhere"] {
        let none = try await client.execute(uri: path, method: .head)
        #expect(none.status == .notFound && none.body.readableBytes == 0, "\(path)")
      }
    }
  }

  @Test func theStylesheetAndScriptOfThePageAreThere() async throws {
    try await DeskRoom().visit { client in
      let html = try await client.page("/")
      let files = html.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/).map { String($0.1) }
      #expect(files.count == 3)
      for file in files {
        let content = try await client.page(file)
        #expect(!content.isEmpty)
      }
    }
  }
}
