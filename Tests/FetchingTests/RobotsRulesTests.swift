import Fetching
import Testing

@Suite struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules {
    RobotsRules(Array(text.utf8), for: "Verbale")
  }

  @Test func `The group of the reader's own name counts before everybody's`() {
    let rules = rules(
      """
      User-agent: *
      Disallow: /
      # ours
      user-agent: other
      USER-AGENT: verbale/2.0
      Disallow: /private # not here
      Crawl-delay: 2.5

      User-agent: VERBALE
      Disallow: /more
      """)
    #expect(rules.allows("/news"))
    #expect(!rules.allows("/private/a"))
    #expect(!rules.allows("/more"), "groups of one name are one group")
    #expect(rules.allows("/robots.txt"))
    #expect(rules.delay == 2.5)
  }

  @Test func `Everybody's group counts where there is no other; none allows all`() {
    #expect(!rules("User-agent: *\r\nDisallow: /a\r\n").allows("/a"))
    #expect(rules("User-agent: Else\nDisallow: /").allows("/a"))
    #expect(rules("User-agent: *\nDisallow: /\n\nUser-agent: verbale\n").allows("/a"))
    #expect(rules("").allows("/"))
    #expect(rules("Disallow: /").allows("/a"), "a rule before any name is nobody's")
    #expect(rules("User-agent: *\nDisallow:").allows("/a"))
    #expect(!RobotsRules.forbiddingAll.allows("/"))
  }

  @Test(arguments: [
    ("/a", true), ("/page", false), ("/page/b", true), ("/page/bc", true), ("/page?x=1", false),
    ("/x.pdf", false), ("/x.pdf?y", true), ("/dir/z.gif.html", false), ("/same", true),
    ("/caf%C3%A9", false), ("/café", false), ("/%7Etilde", false), ("/~tilde", false),
    ("/a%2Fb", false), ("/a/b", true),
  ])
  func `The longest pattern decides, and of two as long the one that allows`(
    _ target: String, _ isAllowed: Bool
  ) {
    let rules = rules(
      """
      User-agent: *
      Disallow: /page
      Allow: /page/b
      Disallow: /*.pdf$
      Disallow: /dir/*.gif
      Disallow: /same
      Allow: /same
      Disallow: /café
      Disallow: /~tilde
      Disallow: /a%2fb
      """)
    #expect(rules.allows(target) == isAllowed)
  }

  @Test func `A pattern of many stars takes no time`() {
    let rules = rules(
      "User-agent: *\nDisallow: /" + String(repeating: "a*", count: 2000) + "b$")
    #expect(rules.allows("/" + String(repeating: "a", count: 7000)))
  }

  @Test func `Bytes that are no text allow all`() {
    #expect(RobotsRules((0...255).map { UInt8($0) }, for: "Verbale").allows("/"))
  }
}
