import HTML
import Testing

/// Small pages with bytes knocked about: the parser must end, and its places must hold.
@Suite struct MutationTests {
  /// A fixed sequence of numbers (SplitMix64), so that a failure can be had again.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let seeds = [
    "<!doctype html><title>a&amp;b</title><p class=x>one<b>two<i>three</b>four</i><p>five",
    "<table><caption>c<tr><td>1<th>2<tbody>x<select><option>o<table></table></table>after",
    "<svg><title><p>t</title><foreignObject><div>d</svg><math><mi>x</mi><annotation-xml>",
    "<ul><li>a<li>b<ul><li>c</ul></ul><a href=1>x<a href=2>y</a><template><tr><td>z",
    "<script><!--<script>\"</script>--></script><style>p{}</style><textarea>\n</textarea>&#x41;",
    "<frameset><frame></frameset><noframes>n</noframes><body>é“”\r\nline\rline\0</body></html>",
  ]

  static let tokens = [
    "<", ">", "</p>", "<table>", "<b>", "</b>", "<a>", "&", ";", "\"", "'", "\0", "\r", "<svg>",
    "</svg>", "<template>", "</template>", "<select>", "<!--", "-->", "<td>", "<frameset>",
    "<![CDATA[", "]]>", "é", "<form>", "</form>", "<p", "<math>", "</table>", "<script>", "<li>",
  ]

  static func mutated(_ number: Int) -> [UInt8] {
    var random = Seeded(state: UInt64(number))
    var bytes = Array(seeds[number % seeds.count].utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(contentsOf: tokens.randomElement(using: &random)!.utf8, at: at)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 3))
      default:
        let end = min(bytes.count, at + Int.random(in: 0..<40, using: &random))
        bytes.insert(contentsOf: Array(bytes[at..<end]), at: 0)
      }
    }
    return bytes
  }

  @Test func everyMutationIsParsedAndTraced() {
    for number in 0..<2_000 {
      let bytes = Self.mutated(number)
      let page = HTMLDocument.parse(bytes, encoding: "utf-8")
      check(page, bytes, number)
    }
  }

  private func check(_ page: HTMLDocument, _ bytes: [UInt8], _ number: Int) {
    for node in page.descendants(of: page.root) {
      let range = page.sourceRange(of: node)
      #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "mutation \(number)")
      if let parent = page.parent(of: node), page.firstChild(of: parent) == node {
        #expect(page.previousSibling(of: node) == nil, "mutation \(number)")
      }
      for piece in page.textPieces(of: node) where piece.isVerbatim {
        let decoded = String(decoding: bytes[piece.sourceRange], as: UTF8.self)
        #expect(decoded == String(decoding: piece.text, as: UTF8.self), "mutation \(number)")
      }
    }
  }
}
