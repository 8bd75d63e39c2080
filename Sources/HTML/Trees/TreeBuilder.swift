/// The standard's tree construction stage.
///
/// The document is an arena: nodes, attributes, text pieces and doctypes in arrays of their own
/// that refer to one another by index.
struct TreeBuilder {
  /// The standard's insertion modes; "text" is kept by the tokeniser's region of raw text.
  enum Mode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
    case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell
    case inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  /// An entry of the list of active formatting elements; a marker has no node.
  struct FormattingEntry {
    var node: Int32
    var tag: Tag
    /// Equal for equal sets of attributes; nil until it is asked for, which it is not for most.
    var attributesHash: UInt64?
    static let marker = FormattingEntry(node: -1, tag: .other)
  }

  var tokeniser: Tokeniser
  let limits: HTMLLimits
  var findings: [HTMLFinding] = []

  var nodes: GrowingBuffer<Node>
  var pieces: GrowingBuffer<StoredPiece>
  var doctypes: [Doctype] = []
  var quirks = QuirksMode.none

  var mode = Mode.initial
  var originalMode = Mode.initial
  var templateModes: [Mode] = []
  var open = OpenElements()
  var formatting: [FormattingEntry] = []
  var head: Int32 = -1
  var form: Int32 = -1
  var framesetIsOK = true
  var fosters = false
  var ignoresLineFeed = false
  var tableText: [StoredPiece] = []
  /// Start tags beyond the depth limit whose end tags are still to come.
  var overflow = 0
  /// The element a fragment is parsed for, or -1.
  var context: Int32 = -1
  var stops = false

  let foreign: ForeignNames

  init(_ decoded: [UInt8], limits: HTMLLimits) {
    foreign = ForeignNames.initial.foreign
    tokeniser = Tokeniser(decoded, names: ForeignNames.initial.names)
    self.limits = limits
    nodes = GrowingBuffer(capacity: decoded.count / 32)
    pieces = GrowingBuffer(capacity: decoded.count / 64)
    nodes.append(Node(.document))
  }

  @inline(__always) var token: Token { _read { yield tokeniser.token } }
  @inline(__always) var current: Int32 { open.last.node }
  @inline(__always) func node(_ index: Int32) -> Node { nodes[Int(index)] }

  /// Parses to the end.
  mutating func run() {
    let page = tokeniser.store.page
    let bytes = page.span
    while !stops {
      tokeniser.allowsCDATA = mayBeForeign && node(adjustedCurrent).namespace != .html
      tokeniser.advance(bytes)
      switch tokeniser.token.kind {
      case .characters:
        // Most of a page's text.
        if mode == .inBody, !ignoresLineFeed, !mayBeForeign {
          insertInBody()
        } else {
          takeCharacters()
        }
      case .comment: takeComment()
      case .endOfFile:
        dispatch()
        stops = true
      default:
        ignoresLineFeed = false
        dispatch()
      }
      if nodes.count > limits.nodes {
        findings.append(.nodesOverLimit(limits.nodes))
        stops = true
      }
    }
    let end = Int32(tokeniser.count)
    for index in 0..<open.count where node(open[index]).end < 0 {
      nodes[Int(open[index])].endStart = end
      nodes[Int(open[index])].end = end
    }
  }

  /// The current node, or for the root of a fragment the element that it is parsed for.
  var adjustedCurrent: Int32 { open.count == 1 && context >= 0 ? context : current }

  /// Hands the token to the rules of its mode until one has dealt with it.
  @inline(__always)
  mutating func dispatch() {
    if open.count >= limits.depth || overflow > 0, isBeyondDepth() { return }
    if mode == .inBody, !mayBeForeign {
      if token.kind == .startTag {
        if !startInBody() { return }
      } else if token.kind == .endTag {
        if closesCurrent() || !endInBody() { return }
      }
    }
    followRules()
  }

  /// Whether a tag makes or ends an element that is deeper than the limit.
  private mutating func isBeyondDepth() -> Bool {
    if token.kind == .startTag, open.count >= limits.depth { return takesTooDeep() }
    guard overflow > 0, token.kind == .endTag, !token.tag.isVoid else { return false }
    overflow -= 1
    return true
  }

  private mutating func followRules() {
    while mayBeForeign && isForeign() ? processForeign() : process(in: mode) {}
  }

  /// Whether the adjusted current node can be one of SVG or MathML.
  @inline(__always)
  private var mayBeForeign: Bool { open.foreign > 0 || context >= 0 && !open.isEmpty }

  /// Whether the token is to be processed by the rules for foreign content.
  private mutating func isForeign() -> Bool {
    guard mayBeForeign, token.kind != .endOfFile else { return false }
    let node = self.node(adjustedCurrent)
    if node.namespace == .html { return false }
    let isStart = token.kind == .startTag
    let isText = token.kind == .characters
    if isStart || isText, isMathTextIntegrationPoint(node) {
      if isText || (token.tag != .mglyph && token.tag != .malignmark) { return false }
    }
    if isStart, token.tag == .svg, node.namespace == .mathML, node.tag == .annotationXML {
      return false
    }
    return !((isStart || isText) && isHTMLIntegrationPoint(node))
  }

  /// Applies the rules of a mode: true if the token is to be processed again.
  mutating func process(in mode: Mode) -> Bool {
    switch mode {
    case .initial: initial()
    case .beforeHTML: beforeHTML()
    case .beforeHead: beforeHead()
    case .inHead: inHead()
    case .inHeadNoscript: inHeadNoscript()
    case .afterHead: afterHead()
    case .inBody: inBody()
    case .text: inText()
    case .inTable: inTable()
    case .inTableText: inTableText()
    case .inCaption: inCaption()
    case .inColumnGroup: inColumnGroup()
    case .inTableBody: inTableBody()
    case .inRow: inRow()
    case .inCell: inCell()
    case .inTemplate: inTemplate()
    case .afterBody: afterBody()
    case .inFrameset: inFrameset()
    case .afterFrameset: afterFrameset()
    case .afterAfterBody: afterAfterBody()
    case .afterAfterFrameset: afterAfterFrameset()
    }
  }

  /// Beyond the depth limit a start tag makes an element without children, and its end tag will
  /// be passed over: false for raw text, which nests no deeper.
  private mutating func takesTooDeep() -> Bool {
    if token.tag.holdsRawText || token.tag == .plaintext || token.tag.isVoid { return false }
    let finding = HTMLFinding.depthOverLimit(limits.depth)
    if !findings.contains(finding) { findings.append(finding) }
    let leaf = makeElement(node(current).namespace)
    insert(leaf)
    close(leaf)
    if !(token.isSelfClosing && node(leaf).namespace != .html) { overflow += 1 }
    return true
  }

  // MARK: Characters

  /// Splits characters into white space and others for the modes that tell them apart.
  private mutating func takeCharacters() {
    if ignoresLineFeed {
      ignoresLineFeed = false
      if tokeniser.store[Int(token.text.start)] == 0x0A { dropFirstCharacter() }
      if token.text.count == 0 { return }
    }
    if mode == .inBody || mode == .text || mode == .inCell || mode == .inCaption {
      return dispatch()
    }
    let whole = token
    guard whole.text.start == whole.source.start, !whole.isNull else { return dispatch() }
    var start = whole.text.start
    while start < whole.text.end {
      var end = start
      let isSpace = tokeniser.store[Int(start)].isHTMLSpace
      while end < whole.text.end, tokeniser.store[Int(end)].isHTMLSpace == isSpace { end += 1 }
      // Once the body is open, or in tables, the rest may go as one.
      if mode == .inBody { end = whole.text.end }
      tokeniser.token.text = Stretch(start: start, end: end)
      tokeniser.token.source = tokeniser.token.text
      dispatch()
      start = end
    }
  }

  private mutating func dropFirstCharacter() {
    tokeniser.token.text.start += 1
    if tokeniser.token.text.start == tokeniser.token.source.start + 1 {
      tokeniser.token.source.start += 1
    }
  }

  /// Whether the token's characters are all white space.
  var isSpace: Bool {
    mutating get {
      guard token.kind == .characters else { return false }
      return (token.text.start..<token.text.end).allSatisfy {
        tokeniser.store[Int($0)].isHTMLSpace
      }
    }
  }

  // MARK: Comments

  /// Comments go to the current node, but for a few modes.
  private mutating func takeComment() {
    if mode == .inTableText { _ = flushTableText() }
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: insertComment(in: 0)
    case .afterBody where !isForeign(): insertComment(in: open[0])
    default: insertComment()
    }
  }
}
