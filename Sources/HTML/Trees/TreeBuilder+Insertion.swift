/// Making nodes and putting them into the tree.
extension TreeBuilder {
  /// A place in the tree: before a child, or, where that is -1, behind the last.
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  /// The place for a new node; where foster parenting applies it stands before the table.
  ///
  /// It changes nothing, nor do others below that are marked so: else the compiler copies the whole
  /// builder for the call.
  @inline(__always)
  mutating func place(overriding target: Int32? = nil) -> Place {
    let target = target ?? current
    if fosters, node(target).tag.isTableContext, node(target).namespace == .html {
      return fosterPlace()
    }
    let content = node(target).content
    return Place(parent: content >= 0 ? content : target)
  }

  private mutating func fosterPlace() -> Place {
    var index = open.count - 1
    while index > 0 {
      let node = self.node(open[index])
      if node.namespace == .html {
        if node.tag == .template { return Place(parent: node.content) }
        if node.tag == .table {
          if node.parent >= 0 { return Place(parent: node.parent, before: open[index]) }
          let above = open[index - 1]
          let content = self.node(above).content
          return Place(parent: content >= 0 ? content : above)
        }
      }
      index -= 1
    }
    return Place(parent: open[0])
  }

  @inline(__always)
  mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count &- 1)
  }

  /// Puts a node that has no parent at a place.
  @inline(__always)
  mutating func link(_ child: Int32, at place: Place) {
    if place.before >= 0 { return link(child, in: place.parent, before: place.before) }
    let last = nodes[Int(place.parent)].last
    nodes[Int(place.parent)].last = child
    if last >= 0 {
      nodes[Int(last)].next = child
    } else {
      nodes[Int(place.parent)].first = child
    }
    nodes[Int(child)].parent = place.parent
    nodes[Int(child)].previous = last
    nodes[Int(child)].next = -1
  }

  private mutating func link(_ child: Int32, in parent: Int32, before: Int32) {
    let previous = nodes[Int(before)].previous
    nodes[Int(child)].parent = parent
    nodes[Int(child)].previous = previous
    nodes[Int(child)].next = before
    nodes[Int(before)].previous = child
    if previous >= 0 {
      nodes[Int(previous)].next = child
    } else {
      nodes[Int(parent)].first = child
    }
  }

  /// Takes a node out of the tree.
  mutating func unlink(_ child: Int32) {
    let node = self.node(child)
    guard node.parent >= 0 else { return }
    if node.previous >= 0 {
      nodes[Int(node.previous)].next = node.next
    } else {
      nodes[Int(node.parent)].first = node.next
    }
    if node.next >= 0 {
      nodes[Int(node.next)].previous = node.previous
    } else {
      nodes[Int(node.parent)].last = node.previous
    }
    nodes[Int(child)].parent = -1
    nodes[Int(child)].previous = -1
    nodes[Int(child)].next = -1
  }

  /// Moves all children of a node to the end of another.
  mutating func moveChildren(of from: Int32, to parent: Int32) {
    while node(from).first >= 0 {
      let child = node(from).first
      unlink(child)
      link(child, at: Place(parent: parent))
    }
  }

  /// An element for the token, not yet in the tree.
  @inline(__always)
  mutating func makeElement(_ namespace: Namespace = .html) -> Int32 {
    var node = Node(.element)
    node.namespace = namespace
    node.tag = token.tag
    node.name = token.name
    node.from = token.attributesStart
    node.to = token.attributesEnd
    node.start = token.source.start
    node.startEnd = token.source.end
    return append(node)
  }

  /// An element that no tag of the page made.
  mutating func makeElement(impliedBy tag: Tag) -> Int32 {
    var node = Node(.element)
    node.tag = tag
    node.name = tokeniser.names.known(tag.rawValue) ?? 0
    node.from = 0
    node.to = 0
    node.start = token.source.start
    node.startEnd = token.source.start
    return append(node)
  }

  /// Another element with the name and attributes of a formatting element.
  mutating func makeCopy(of original: Int32) -> Int32 {
    let old = node(original)
    var node = Node(.element)
    node.tag = old.tag
    node.name = old.name
    node.from = old.from
    node.to = old.to
    node.start = token.source.start
    node.startEnd = token.source.start
    return append(node)
  }

  @inline(__always)
  mutating func insert(_ element: Int32) { link(element, at: place()) }

  /// An element as the stack of open elements has it.
  func entry(_ element: Int32) -> OpenElements.Entry {
    let node = self.node(element)
    return OpenElements.Entry(node: element, tag: node.tag, namespace: node.namespace)
  }

  mutating func push(_ element: Int32) {
    open.push(entry(element))
  }

  /// Inserts an HTML element for the token and opens it.
  @discardableResult
  mutating func insertElement() -> Int32 {
    let element = makeElement()
    insert(element)
    open.push(OpenElements.Entry(node: element, tag: token.tag, namespace: .html))
    return element
  }

  /// Inserts an HTML element without a tag and opens it.
  @discardableResult
  mutating func insertElement(impliedBy tag: Tag) -> Int32 {
    let element = makeElement(impliedBy: tag)
    insert(element)
    push(element)
    return element
  }

  /// Inserts an HTML element that stays empty.
  mutating func insertVoid() {
    let element = makeElement()
    insert(element)
    close(element)
  }

  /// Inserts an element whose content is text.
  mutating func insertRawText(_ state: TextState) {
    insertElement()
    tokeniser.state = state
    originalMode = mode
    mode = .text
  }

  mutating func insertComment(in parent: Int32? = nil) {
    var node = Node(.comment)
    node.from = token.text.start
    node.to = token.text.end
    node.start = token.source.start
    node.startEnd = token.source.end
    node.endStart = token.source.end
    node.end = token.source.end
    let comment = append(node)
    if let parent { link(comment, at: Place(parent: parent)) } else { insert(comment) }
  }

  /// Inserts the token's characters; U+0000 becomes U+FFFD only where the caller asked for it.
  mutating func insertCharacters() {
    insert(StoredPiece(text: tokeniser.token.text, source: tokeniser.token.source))
  }

  /// Adds a piece to the text at the place for new nodes.
  mutating func insert(_ piece: StoredPiece) {
    let place = self.place()
    guard place.parent != 0 else { return }
    let before = place.before >= 0 ? node(place.before).previous : node(place.parent).last
    if before >= 0, node(before).kind == .text {
      let last = Int(node(before).to)
      if pieces[last].text.end == piece.text.start, pieces[last].source.end == piece.source.start,
        pieces[last].text.start == pieces[last].source.start,
        piece.text.start == piece.source.start
      {
        pieces[last].text.end = piece.text.end
        pieces[last].source.end = piece.source.end
      } else {
        pieces.append(piece)
        pieces[last].next = Int32(pieces.count - 1)
        nodes[Int(before)].to = Int32(pieces.count - 1)
      }
      nodes[Int(before)].endStart = piece.source.end
      nodes[Int(before)].end = piece.source.end
      return
    }
    pieces.append(piece)
    var text = Node(.text)
    text.from = Int32(pieces.count - 1)
    text.to = text.from
    text.start = piece.source.start
    text.startEnd = piece.source.start
    text.endStart = piece.source.end
    text.end = piece.source.end
    link(append(text), at: place)
  }
}
