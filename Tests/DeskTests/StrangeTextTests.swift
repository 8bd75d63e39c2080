import Archive
import Desk
import Foundation
import Hummingbird
import Records
import Testing

/// Strings that make a careless page run a script or lose its shape.
let strangeTexts = [
  "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)",
  "javascript:alert(1)", "</title><script>alert(1)</script>", "</textarea><script>alert(1)//",
  "<!--<script>", "]]><script>alert(1)</script>", "{{{page}}}{{>layout}}", "{{#page}}{{/page}}",
  "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "`${alert(1)}`",
  // A combining accent joins the quotation mark or bracket before it into one character.
  "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{338}img src=x onerror=alert(1)>",
  "\u{202E}gnihton\u{202C} <b>", "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003e",
  "<a href=\"javascript:alert(1)\">x</a>", "<iframe srcdoc='<script>alert(1)</script>'>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>",
]

@Suite struct StrangeTextTests {
  private static let pages = [
    "/", "/reports", "/reports/1", "/reports/1?line=e1", "/reports/1/versions/1/lines/e1",
    "/reports/1/versions/1/lines/a1", "/statements", "/sources", "/ledger",
    "/search?q=status:claimed", "/search?q=met", "/actors", "/actors/1", "/calendar?state=open",
    "/stories", "/map", "/network", "/follows", "/review",
  ]

  @Test(arguments: strangeTexts) func textIsShownAsTextInEveryField(text: String) async throws {
    let room = try DeskRoom()
    try room.keep(.saying(text))
    try room.archive.refuse(
      LedgerLine(source: text, id: text, state: .refused, reasons: [text], message: text))
    try await room.visit { client in
      for page in Self.pages {
        let html = try await client.page(page)
        let plain = try await DeskRoom().shape(of: page)
        #expect(Markup(html).isSafe, "\(page) with \(text)")
        #expect(plain.isEmpty || Markup(html).elements.isSubset(of: plain), "\(page)")
      }
    }
  }

  @Test(arguments: strangeTexts) func aQueryIsShownAsText(text: String) async throws {
    let encoded = text.utf8.map { "%" + String(Int($0) + 256, radix: 16).suffix(2) }.joined()
    try await DeskRoom().visit { client in
      for path in [
        "/?group=", "/reports?after=", "/statements?form=", "/sign-in?next=", "/search?q=",
        "/actors?name=", "/follows?query=", "/review?q=",
      ] {
        let response = try await client.execute(uri: path + encoded, method: .get)
        #expect(Markup(String(buffer: response.body)).isSafe, "\(path) with \(text)")
        #expect(response.headers[.location].map { $0 == "/" } ?? true)
      }
    }
  }

  @Test func anAddressThatRunsIsNoLink() async throws {
    let room = try DeskRoom()
    var record = Record.saying("quiet")
    record.document.url = "JavaScript:alert(1)"
    try room.keep(record)
    try await room.visit { client in
      let html = try await client.page("/reports/1")
      #expect(html.contains("JavaScript:alert(1)"))
      #expect(!html.lowercased().contains("href=\"javascript:"))
    }
  }

  @Test func noTemplateWritesUnescaped() throws {
    _ = try Templates()
    for name in Templates.names {
      let source = Templates.source(name)
      #expect(!source.isEmpty && !source.contains("{{{") && !source.contains("{{&"), "\(name)")
      #expect(!source.contains(" style=") && !source.contains(" onclick="), "\(name)")
    }
  }

  @Test func controlsAndQuotationMarksUnderAccentsAreEscaped() {
    let escape = EscapedHTML().escapeText
    #expect(escape("a\u{0}b\u{1B}") == "a\u{FFFD}b\u{FFFD}")
    #expect(escape("\"\u{301}") == "&quot;\u{301}")
    #expect(escape("tab\tand\nline") == "tab\tand\nline")
  }
}

extension DeskRoom {
  /// The elements and attributes of a page when every text is harmless.
  func shape(of page: String) async throws -> Set<String> {
    try keep(.saying("quiet words"))
    try archive.refuse(
      LedgerLine(source: "s", id: "i", state: .refused, reasons: ["r"], message: "m"))
    let html = Box("")
    try await visit { client in html.set(try await client.page(page)) }
    return Markup(html.value).elements
  }
}
