/// The stack of open elements and the list of active formatting elements.
extension TreeBuilder {
  @inline(__always)
  func isHTML(_ element: Int32, _ tag: Tag) -> Bool {
    let node = self.node(element)
    return node.tag == tag && node.namespace == .html
  }

  @inline(__always) func currentIs(_ tag: Tag) -> Bool { open.last.isHTML(tag) }

  /// Notes where an element ends: at the token's end tag if it is the element's, else before it.
  @inline(__always)
  mutating func close(_ element: Int32) {
    Self.close(&nodes[Int(element)], at: tokeniser.token)
  }

  @inline(__always)
  private static func close(_ node: inout Node, at token: Token) {
    guard node.end < 0 else { return }
    if token.kind == .endTag,
      token.name == node.name || (node.namespace != .html && token.tag == node.tag)
    {
      node.endStart = token.source.start
      node.end = token.source.end
    } else {
      let end = node.start == token.source.start ? token.source.end : token.source.start
      node.endStart = end
      node.end = end
    }
  }

  @inline(__always)
  mutating func pop() {
    guard open.count > 1 else { return }
    close(open.pop().node)
  }

  /// Pops up to and with the last open HTML element with a tag that fits.
  mutating func popThrough(_ fits: (Tag) -> Bool) {
    while open.count > 1 {
      let last = open.last
      pop()
      if last.namespace == .html, fits(last.tag) { return }
    }
  }

  mutating func popThrough(_ tag: Tag) { popThrough { $0 == tag } }

  /// Pops up to and with an element.
  mutating func popThrough(element: Int32) {
    while open.count > 1 {
      let last = current
      pop()
      if last == element { return }
    }
  }

  /// Takes an element out of the stack, wherever it stands.
  mutating func removeFromStack(_ element: Int32) {
    guard let index = open.lastIndex(of: element), index > 0 else { return }
    open.remove(at: index)
    close(element)
  }

  func isOpen(_ element: Int32) -> Bool { open.lastIndex(of: element) != nil }

  // MARK: Implied ends

  @inline(__always)
  mutating func generateImpliedEnds(except tag: Tag = .other) {
    if open.last.tag.hasImpliedEnd { popImpliedEnds(except: tag) }
  }

  private mutating func popImpliedEnds(except tag: Tag) {
    while open.last.namespace == .html, open.last.tag.hasImpliedEnd, open.last.tag != tag,
      open.count > 1
    {
      pop()
    }
  }

  mutating func generateAllImpliedEnds() {
    while open.last.namespace == .html, open.last.tag.hasThoroughlyImpliedEnd,
      open.count > 1
    {
      pop()
    }
  }

  mutating func closeParagraph() {
    generateImpliedEnds(except: .p)
    popThrough(.p)
  }

  @inline(__always)
  mutating func closeParagraphInButtonScope() {
    if open.paragraphs > 0, open.hasParagraphInButtonScope { closeParagraph() }
  }

  // MARK: Active formatting elements

  /// A hash of an element's attributes that does not hang on their order.
  private func attributesHash(_ element: Int32) -> UInt64 {
    var sum: UInt64 = 0
    for index in Int(node(element).from)..<Int(node(element).to) {
      let attribute = tokeniser.attributes[index]
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(attribute.name)
      hash = hash &* 0x100_0000_01B3
      for byte in tokeniser.store[attribute.value] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      sum = sum &+ (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
    return sum
  }

  private mutating func attributesHash(ofFormatting index: Int) -> UInt64 {
    if let known = formatting[index].attributesHash { return known }
    let hash = attributesHash(formatting[index].node)
    formatting[index].attributesHash = hash
    return hash
  }

  /// Adds an element; of four with the same name and attributes the first is forgotten.
  mutating func addFormatting(_ element: Int32) {
    var entry = FormattingEntry(node: element, tag: node(element).tag)
    var same = 0
    var count = 0
    var earliest = 0
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      count += 1
      if formatting[index].tag == entry.tag {
        let own = entry.attributesHash ?? attributesHash(element)
        entry.attributesHash = own
        if attributesHash(ofFormatting: index) == own {
          same += 1
          earliest = index
        }
      }
      index -= 1
    }
    if same >= 3 {
      formatting.remove(at: earliest)
    } else if count >= limits.formattingElements {
      formatting.remove(at: formatting.count - count)
      let finding = HTMLFinding.formattingOverLimit(limits.formattingElements)
      if !findings.contains(finding) { findings.append(finding) }
    }
    formatting.append(entry)
  }

  mutating func addMarker() { formatting.append(.marker) }

  mutating func clearFormattingToMarker() {
    while let last = formatting.popLast() { if last.node < 0 { return } }
  }

  mutating func removeFormatting(_ element: Int32) {
    if let index = formatting.lastIndex(where: { $0.node == element }) {
      formatting.remove(at: index)
    }
  }

  /// Opens again the formatting elements that were closed with a block around them.
  @inline(__always)
  mutating func reconstructFormatting() {
    if let last = formatting.last, last.node >= 0, last.node != current { reopenFormatting() }
  }

  private mutating func reopenFormatting() {
    guard let last = formatting.last, last.node >= 0, !isOpen(last.node) else { return }
    var index = formatting.count - 1
    while index > 0, formatting[index - 1].node >= 0, !isOpen(formatting[index - 1].node) {
      index -= 1
    }
    while index < formatting.count {
      guard open.count < limits.depth else { return }
      let element = makeCopy(of: formatting[index].node)
      insert(element)
      push(element)
      formatting[index].node = element
      index += 1
    }
  }
}
