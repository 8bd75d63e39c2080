import HTML
import Testing

/// Pages made to hurt a parser.
@Suite struct HostilePageTests {
  private func parse(_ text: String) -> HTMLDocument { .parse(Array(text.utf8)) }

  @Test func deepNestingIsCutAndTold() {
    let page = parse(String(repeating: "<b>", count: 100_000) + "end")
    #expect(page.findings.contains(.depthOverLimit(512)))
    #expect(page.text(of: page.root) == "end")
    let blocks = parse(
      String(repeating: "<div>", count: 2_000) + "in" + String(repeating: "</div>", count: 2_000)
        + "<p>out")
    #expect(blocks.text(of: blocks.root) == "inout")
  }

  @Test func misnestedAnchorsEnd() {
    let page = parse(String(repeating: "<a><p>", count: 10_000))
    #expect(page.nodeCount < 10_000 * 20)
  }

  @Test func formattingThatIsNeverClosedStaysLinear() {
    var markup = ""
    for number in 0..<5_000 { markup += "<font size=\(number)>" }
    let page = parse(markup + String(repeating: "<p>x", count: 5_000))
    #expect(page.findings.contains(.depthOverLimit(512)) || page.nodeCount < 400_000)
  }

  @Test func thousandsOfAttributesAreKeptOnce() throws {
    let names = (0..<20_000).map { "a\($0 % 10_000)=\($0)" }.joined(separator: " ")
    let page = parse("<p \(names)>")
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    #expect(page.attributes(of: paragraph).count == 10_000)
  }

  @Test func aPageThatIsTooLongIsCutAndTold() {
    var limits = HTMLLimits()
    limits.bytes = 10
    limits.nodes = 5
    let page = HTMLDocument.parse(Array("<p>1234567890".utf8), limits: limits)
    #expect(page.findings == [.bytesOverLimit(10)] || page.findings.count == 2)
    #expect(page.text(of: page.root) == "1234567")
  }

  @Test func unendedMarkupLosesNothingBeforeIt() {
    for tail in [
      "<", "</", "<!", "<!-", "<!--", "<p", "<p a=\"", "&", "&#", "&#x", "&am", "<![CDATA[",
    ] {
      let page = parse("<p>kept" + tail)
      #expect(page.text(of: page.root).hasPrefix("kept"))
    }
  }
}
