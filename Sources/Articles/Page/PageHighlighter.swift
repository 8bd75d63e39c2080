import HTML
public import Text

/// Marks stretches of an article in the page that it was read from.
///
/// The page stays as it was, byte by byte, but for `<mark>` elements around the words, a policy that
/// forbids it to run or load anything, and what could: scripts, frames, plug-ins, handlers and
/// `javascript:` addresses are taken out.
public struct PageHighlighter {
  /// Words to be marked.
  public struct Mark: Sendable {
    /// In code points of the article's text.
    public var span: Span
    /// What a reader sees over the mark.
    public var label: String

    /// Words to be marked.
    public init(_ span: Span, label: String) {
      self.span = span
      self.label = label
    }
  }

  private struct Edit {
    var range: Range<Int>
    var text: [UInt8]
    /// Among edits at one place: ends of marks, then removals, then starts.
    var order: Int
  }

  /// The page with marks; nil where its encoding can't hold them (UTF-16) or it isn't HTML.
  ///
  /// - Parameters:
  ///   - html: the page as it was read.
  ///   - encoding: the encoding's label as the sender gave it.
  ///   - article: what was read from it.
  ///   - marks: the words; stretches that more than one mark holds are marked once, with both
  ///     labels.
  /// - Complexity: linear in the page, but for sorting the marks.
  public static func highlighted(
    _ html: [UInt8], encoding: String? = nil, article: Article, marks: [Mark]
  ) -> [UInt8]? {
    guard let trace = article.trace else { return nil }
    let page = HTMLDocument.parse(html, encoding: encoding)
    guard !page.encoding.name.hasPrefix("utf-16") else { return nil }
    var edits = removals(page)
    edits.append(Edit(range: top(of: page), text: Array(head.utf8), order: 3))
    for stretch in stretches(marks, trace, article.text) {
      let label = escaped(stretch.labels.joined(separator: ", "))
      let (start, end) = (stretch.range.lowerBound, stretch.range.upperBound)
      edits.append(
        Edit(range: start..<start, text: Array("<mark title=\"\(label)\">".utf8), order: 2))
      edits.append(Edit(range: end..<end, text: Array("</mark>".utf8), order: 0))
    }
    edits.sort { ($0.range.lowerBound, $0.order) < ($1.range.lowerBound, $1.order) }
    var result: [UInt8] = []
    var at = 0
    for edit in edits where edit.range.lowerBound >= at {
      result += html[at..<edit.range.lowerBound]
      result += edit.text
      at = edit.range.upperBound
    }
    return result + html[at...]
  }

  private static let head = """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">\
    <style>mark{background:#ffe27a;color:#000}</style>
    """

  /// Disjoint stretches of the page in order, each with the labels of the marks that hold it.
  private static func stretches(
    _ marks: [Mark], _ trace: PageTrace, _ text: SourceText
  ) -> [(range: Range<Int>, labels: [String])] {
    let traced = marks.flatMap { mark in
      trace.source(of: mark.span, in: text).filter { !$0.isEmpty }.map { ($0, mark.label) }
    }
    let borders = Set(traced.flatMap { [$0.0.lowerBound, $0.0.upperBound] }).sorted()
    var result: [(range: Range<Int>, labels: [String])] = []
    for (start, end) in zip(borders, borders.dropFirst()) {
      var labels: [String] = []
      for (range, label) in traced
      where range.lowerBound <= start && range.upperBound >= end && !labels.contains(label) {
        labels.append(label)
      }
      if !labels.isEmpty { result.append((start..<end, labels)) }
    }
    return result
  }

  /// Behind the start tag of `head`, else of `html`, else at the start.
  private static func top(of page: HTMLDocument) -> Range<Int> {
    for tag in [Tag.head, .html] {
      guard let node = page.firstDescendant(of: page.root, tag) else { continue }
      let range = page.startTagRange(of: node)
      if !range.isEmpty { return range.upperBound..<range.upperBound }
    }
    for node in page.children(of: page.root) where page.kind(of: node) == .doctype {
      let end = page.sourceRange(of: node).upperBound
      return end..<end
    }
    return 0..<0
  }

  private static func removals(_ page: HTMLDocument) -> [Edit] {
    var edits: [Edit] = []
    var seen: Set<Int> = []
    func remove(_ range: Range<Int>) {
      guard !range.isEmpty, seen.insert(range.lowerBound).inserted else { return }
      edits.append(Edit(range: range, text: [], order: 1))
    }
    for node in page.descendants(of: page.root) where page.kind(of: node) == .element {
      switch page.name(of: node) {
      case "script", "iframe", "frame", "object", "embed", "applet", "base", "portal":
        remove(page.sourceRange(of: node))
        continue
      case "meta"
      where page.attribute("http-equiv", of: node) != nil
        && page.attribute("http-equiv", of: node)?.lowercased() != "content-type":
        remove(page.sourceRange(of: node))
        continue
      default: break
      }
      for attribute in page.attributes(of: node) where isActive(attribute) {
        remove(attribute.sourceRange)
      }
    }
    return edits
  }

  private static func isActive(_ attribute: Attribute) -> Bool {
    let name = attribute.name.lowercased()
    if name.hasPrefix("on") || name == "srcdoc" { return true }
    let scheme = attribute.value.unicodeScalars.lazy.filter { $0.value > 0x20 }.prefix(11)
    return String(String.UnicodeScalarView(scheme)).lowercased() == "javascript:"
  }

  private static func escaped(_ text: String) -> String {
    // As ASCII, so that it reads the same in any encoding of the page.
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&", "<", ">", "\"", "'": "&#\(scalar.value);"
      case _ where !scalar.isASCII: "&#\(scalar.value);"
      default: String(scalar)
      }
    }.joined()
  }
}
