import HTML
import Testing

/// Cases of our own for what the standard does with misnested markup.
@Suite struct TreeShapeTests {
  private func body(_ markup: String) -> String {
    let page = HTMLDocument.parse(Array("<!doctype html><body>\(markup)".utf8))
    return page.dump().split(separator: "\n").dropFirst(4).map { String($0.dropFirst(6)) }
      .joined(separator: "\n")
  }

  @Test func aFormattingElementThatEndsTooLateIsAdopted() {
    #expect(
      body("<i>one<p>two</i>three</p>")
        == """
        <i>
          "one"
        <p>
          <i>
            "two"
          "three"
        """)
  }

  @Test func aFormattingElementGoesOnInTheNextParagraph() {
    #expect(
      body("<p><b class=x>one<p>two")
        == """
        <p>
          <b>
            class="x"
            "one"
        <p>
          <b>
            class="x"
            "two"
        """)
  }

  @Test func textInATableStandsBeforeIt() {
    #expect(
      body("<table><tr>loose<td>cell")
        == """
        "loose"
        <table>
          <tbody>
            <tr>
              <td>
                "cell"
        """)
  }

  @Test func aScriptMayHoldTags() {
    #expect(
      body("<script><!--<script></script>--></script>")
        == """
        <script>
          "<!--<script></script>-->"
        """)
  }

  @Test func markupInsideADrawingKeepsItsCapitals() {
    #expect(
      body("<svg viewbox='0 0 1 1'><lineargradient/><![CDATA[a<b]]><p>out")
        == """
        <svg svg>
          viewBox="0 0 1 1"
          <svg linearGradient>
          "a<b"
        <p>
          "out"
        """)
  }

  @Test func aTemplateHoldsItsContentApart() {
    #expect(
      body("<template><tr><td>cell</template>")
        == """
        <template>
          content
            <tr>
              <td>
                "cell"
        """)
  }

  @Test func anElementKnowsItsTags() throws {
    let markup = "<p>one<b>two</b><p>three"
    let page = HTMLDocument.parse(Array(markup.utf8))
    let bold = try #require(page.firstDescendant(of: page.root, .b))
    #expect(page.sourceRange(of: bold) == 6..<16)
    #expect(page.startTagRange(of: bold) == 6..<9)
    #expect(page.endTagRange(of: bold) == 12..<16)
    let first = try #require(page.firstDescendant(of: page.root, .p))
    #expect(page.sourceRange(of: first) == 0..<16)
    #expect(page.endTagRange(of: first).isEmpty)
  }

  @Test func referencesAreTracedAsAWhole() throws {
    let page = HTMLDocument.parse(Array("<p>a&amp;b\r\nc&notit;".utf8))
    let paragraph = try #require(page.firstDescendant(of: page.root, .p))
    let pieces = page.textPieces(of: try #require(page.firstChild(of: paragraph)))
    #expect(
      pieces.map { String(decoding: $0.text, as: UTF8.self) } == ["a", "&", "b", "\nc", "¬", "it;"])
    #expect(pieces.map(\.sourceRange) == [3..<4, 4..<9, 9..<10, 11..<13, 13..<17, 17..<20])
  }
}
