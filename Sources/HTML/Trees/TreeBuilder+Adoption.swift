/// The adoption agency: how misnested formatting elements are set right.
extension TreeBuilder {
  /// Runs the algorithm for the tag of the token.
  mutating func runAdoptionAgency() {
    let subject = token.name
    if let last = formatting.last, last.node == current, node(current).name == subject {
      // No block stands in it, and so it is closed and forgotten.
      formatting.removeLast()
      return pop()
    }
    if node(current).namespace == .html, node(current).name == subject,
      !formatting.contains(where: { $0.node == current })
    {
      return pop()
    }
    for _ in 0..<8 where !adoptOnce(subject) { return }
  }

  /// One turn of the outer loop: false when the algorithm is done.
  private mutating func adoptOnce(_ subject: Int32) -> Bool {
    var entryIndex = formatting.count - 1
    while entryIndex >= 0, formatting[entryIndex].node >= 0,
      node(formatting[entryIndex].node).name != subject
    {
      entryIndex -= 1
    }
    guard entryIndex >= 0, formatting[entryIndex].node >= 0 else {
      anyOtherEndTag()
      return false
    }
    let element = formatting[entryIndex].node
    guard let stackIndex = open.lastIndex(of: element) else {
      formatting.remove(at: entryIndex)
      return false
    }
    guard open.hasInScope(element: element) else { return false }
    guard let furthestIndex = furthestBlock(below: stackIndex) else {
      popThrough(element: element)
      formatting.remove(at: entryIndex)
      return false
    }
    let furthest = open[furthestIndex]
    let ancestor = open[stackIndex - 1]
    var bookmark = entryIndex
    let last = rearrange(
      from: furthestIndex, to: stackIndex, element: element, bookmark: &bookmark)

    unlink(last)
    link(last, at: place(overriding: ancestor, always: true))
    let copy = makeCopy(of: element)
    moveChildren(of: furthest, to: copy)
    link(copy, at: Place(parent: furthest))

    let copied = FormattingEntry(
      node: copy, tag: formatting[entryOf(element)].tag,
      attributesHash: formatting[entryOf(element)].attributesHash)
    let removed = entryOf(element)
    formatting.remove(at: removed)
    if removed < bookmark { bookmark -= 1 }
    formatting.insert(copied, at: min(bookmark, formatting.count))

    open.remove(at: open.lastIndex(of: element)!)
    close(element)
    open.insert(entry(copy), at: open.lastIndex(of: furthest)! + 1)
    return true
  }

  private func entryOf(_ element: Int32) -> Int {
    formatting.lastIndex { $0.node == element }!
  }

  /// The topmost special element below a formatting element.
  private func furthestBlock(below index: Int) -> Int? {
    for below in index + 1..<max(open.count, index + 1) where open.entries[below].isSpecial {
      return below
    }
    return nil
  }

  /// The inner loop: copies the formatting elements between, and hangs each into the next.
  private mutating func rearrange(
    from furthestIndex: Int, to stackIndex: Int, element: Int32, bookmark: inout Int
  ) -> Int32 {
    let furthest = open[furthestIndex]
    var last = furthest
    var index = furthestIndex - 1
    var turn = 0
    while index > stackIndex {
      turn += 1
      let node = open[index]
      var entry = formatting.lastIndex { $0.node == node }
      if turn > 3, let found = entry {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        entry = nil
      }
      guard let entry else {
        open.remove(at: index)
        close(node)
        index -= 1
        continue
      }
      let copy = makeCopy(of: node)
      close(node)
      formatting[entry].node = copy
      open.replace(at: index, by: copy)
      if last == furthest { bookmark = entry + 1 }
      unlink(last)
      link(last, at: Place(parent: copy))
      last = copy
      index -= 1
    }
    return last
  }

  /// The place for a node under `target`, with foster parenting.
  private mutating func place(overriding target: Int32, always: Bool) -> Place {
    let before = fosters
    fosters = always
    defer { fosters = before }
    return place(overriding: target)
  }

  /// An end tag without rules of its own closes the nearest element of its name, unless a
  /// special element stands between.
  mutating func anyOtherEndTag() {
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if node(element).namespace == .html, node(element).name == token.name {
        generateImpliedEnds(except: token.tag == .other ? .other : token.tag)
        popThrough(element: element)
        return
      }
      if open.entries[index].isSpecial { return }
      index -= 1
    }
  }
}
