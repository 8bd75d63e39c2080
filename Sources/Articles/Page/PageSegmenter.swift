import HTML

/// Cuts a page into blocks: the text between the borders that elements set.
struct PageSegmenter {
  let page: HTMLDocument
  private(set) var elements: [PageElement] = []
  private(set) var blocks: [PageBlock] = []
  /// The text of all blocks, one behind the other.
  private(set) var buffer: [UInt8] = []
  private(set) var runs: [PageTrace.Run] = []

  private var blockStart = 0
  private var runStart = 0
  private var linked = 0
  private var linkDepth = 0
  private var stressed = 0
  private var stressDepth = 0
  private var preDepth = 0
  private var breaks = 0
  private var current = -1
  private var textNode: NodeID
  private var firstNode: NodeID
  private var words: ClassWords

  init(_ page: HTMLDocument, _ model: PageModel) {
    self.page = page
    words = ClassWords(page, model)
    textNode = page.root
    firstNode = page.root
    guard let body = page.firstDescendant(of: page.root, .body) else { return }
    buffer.reserveCapacity(1 << 16)
    elements.reserveCapacity(page.nodeCount / 4)
    walk(body)
  }

  /// The words of a block.
  func text(of block: PageBlock) -> ArraySlice<UInt8> { buffer[block.text] }

  private mutating func walk(_ top: NodeID) {
    // Held for the whole walk, and not anew for each node.
    let page = page
    let decoded = page.decodedPage
    enter(top)
    var node = page.firstChild(of: top)
    var up = top
    while true {
      if let here = node {
        switch page.kind(of: here) {
        case .text:
          append(here, of: page, decoded.span)
          node = page.nextSibling(of: here)
        case .element where !isSkipped(here):
          enter(here)
          up = here
          node = page.firstChild(of: here)
        default: node = page.nextSibling(of: here)
        }
        continue
      }
      leave(up)
      if up == top { return }
      node = page.nextSibling(of: up)
      up = page.parent(of: up) ?? top
    }
  }

  private func isSkipped(_ node: NodeID) -> Bool {
    guard page.namespace(of: node) == .html else { return true }
    switch page.tag(of: node) {
    case .script, .style, .noscript, .template, .iframe, .select, .textarea, .object, .embed,
      .audio, .video, .canvas, .datalist, .head, .title, .meter, .progress, .map, .noframes:
      return true
    default: return false
    }
  }

  private static func makesBlock(_ tag: Tag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details,
      .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2,
      .h3, .h4, .h5, .h6, .header, .hgroup, .legend, .li, .listing, .main, .menu, .nav, .ol, .p,
      .pre, .search, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  private mutating func enter(_ node: NodeID) {
    let tag = page.tag(of: node)
    switch tag {
    case .br:
      breaks += 1
      if breaks > 1 { flush() } else { appendBreak() }
      return
    case .hr: return flush()
    case .a, .button: linkDepth += 1
    case .b, .strong, .i, .em: stressDepth += 1
    case .pre, .listing: preDepth += 1
    default: break
    }
    guard Self.makesBlock(tag) else { return }
    flush()
    let parent = current
    var element = PageElement(
      node: node, tag: tag, parent: parent, depth: parent < 0 ? 0 : elements[parent].depth + 1,
      around: Surroundings(tag))
    if parent >= 0 { element.around.formUnion(elements[parent].around) }
    words.describe(&element)
    if parent < 0 {
      element.start(at: elements.count)
    } else {
      element.inherit(from: elements[parent], at: elements.count)
    }
    elements.append(element)
    current = elements.count - 1
  }

  private mutating func leave(_ node: NodeID) {
    let tag = page.tag(of: node)
    switch tag {
    case .a, .button: linkDepth -= 1
    case .b, .strong, .i, .em: stressDepth -= 1
    case .pre, .listing: preDepth -= 1
    default: break
    }
    guard Self.makesBlock(tag) else { return }
    flush()
    elements[current].end = elements.count
    current = elements[current].parent
  }

  /// Ends the block.
  private mutating func flush() {
    breaks = 0
    while buffer.count > blockStart, buffer[buffer.count - 1] <= 0x20 { dropLast() }
    defer {
      blockStart = buffer.count
      runStart = runs.count
      linked = 0
      stressed = 0
    }
    guard buffer.count > blockStart, current >= 0 else { return }
    blocks.append(
      PageBlock(
        text: blockStart..<buffer.count, runs: runStart..<runs.count, element: current,
        linked: min(linked, buffer.count - blockStart),
        stressed: min(stressed, buffer.count - blockStart), node: firstNode))
  }

  private mutating func dropLast() {
    buffer.removeLast()
    if linkDepth > 0 { linked = max(0, linked - 1) }
    while runs.count > runStart, let last = runs.last,
      Int(last.text + last.count) > buffer.count
    {
      if last.count <= 1 || !last.isVerbatim {
        runs.removeLast()
      } else {
        runs[runs.count - 1].count -= 1
        runs[runs.count - 1].page = last.page.lowerBound..<last.page.upperBound - 1
      }
    }
  }

  /// A single line break inside of a block.
  private mutating func appendBreak() {
    guard buffer.count > blockStart else { return }
    while buffer.count > blockStart, buffer[buffer.count - 1] == 0x20 { dropLast() }
    buffer.append(0x0A)
  }

  /// Adds a text node, whose characters stand in the decoded page, or replace others there.
  private mutating func append(
    _ node: NodeID, of page: HTMLDocument, _ decoded: Swift.Span<UInt8>
  ) {
    textNode = node
    page.forEachTextPiece(
      of: node,
      verbatim: { range in
        // Most white space stands between blocks, where it says nothing.
        let mayMatter = buffer.count > blockStart && buffer[buffer.count - 1] > 0x20
        if mayMatter
          || decoded.endOfSpace(from: range.lowerBound, to: range.upperBound) < range.upperBound
        {
          append(decoded, range, at: nil)
        }
      },
      replaced: { append($0.span, 0..<$0.count, at: $1) })
  }

  /// Adds the words at a range of a text, which stand for `place` in the decoded page; for themselves
  /// where that is nil.
  private mutating func append(
    _ text: Swift.Span<UInt8>, _ range: Range<Int>, at place: Range<Int>?
  ) {
    let end = range.upperBound
    var offset = range.lowerBound
    while offset < end {
      let start = offset
      offset = text.endOfSpace(from: start, to: end)
      if offset > start {
        appendSpace(
          place ?? start..<offset, preDepth > 0 && (start..<offset).contains { text[$0] == 0x0A })
        continue
      }
      offset = text.endOfWords(from: start, to: end)
      appendCharacters(
        text.extracting(start..<offset), place ?? start..<offset, isVerbatim: place == nil)
    }
  }

  private mutating func appendSpace(_ page: Range<Int>, _ keepsLine: Bool) {
    guard buffer.count > blockStart, buffer[buffer.count - 1] > 0x20 else { return }
    runs.append(
      PageTrace.Run(
        text: Int32(buffer.count), count: 1, page: Int32(page.lowerBound)..<Int32(page.upperBound),
        isVerbatim: false))
    buffer.append(keepsLine ? 0x0A : 0x20)
    if linkDepth > 0 { linked += 1 }
  }

  private mutating func appendCharacters(
    _ bytes: Swift.Span<UInt8>, _ page: Range<Int>, isVerbatim: Bool
  ) {
    breaks = 0
    if buffer.count == blockStart { firstNode = textNode }
    runs.append(
      PageTrace.Run(
        text: Int32(buffer.count), count: Int32(bytes.count),
        page: Int32(page.lowerBound)..<Int32(page.upperBound), isVerbatim: isVerbatim))
    // Safe: the bytes are copied before the call is over.
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    if linkDepth > 0 { linked += bytes.count }
    if stressDepth > 0 { stressed += bytes.count }
  }

  /// Adds what the blocks hold to the elements around them.
  mutating func add(_ measures: [BlockMeasures]) {
    for (block, measure) in zip(blocks, measures) {
      let index = block.element
      elements[index].bytes += measure.bytes
      elements[index].size += measure.size
      elements[index].linked += block.linked
      elements[index].blocks += 1
      if measure.isProse {
        elements[index].prose += measure.size
        elements[index].proseBlocks += 1
      }
    }
    // Elements stand behind those that hold them.
    for index in elements.indices.reversed() where elements[index].parent >= 0 {
      let (inner, parent) = (elements[index], elements[index].parent)
      elements[parent].bytes += inner.bytes
      elements[parent].size += inner.size
      elements[parent].linked += inner.linked
      elements[parent].blocks += inner.blocks
      elements[parent].prose += inner.prose
      elements[parent].proseBlocks += inner.proseBlocks
    }
  }
}
