/// The standard's stack of open elements, the root first.
///
/// What is asked of it with every tag stands beside each element, and what is rare is counted, so that
/// most questions need no walk.
struct OpenElements {
  struct Entry: BitwiseCopyable {
    /// The element's place in the arena.
    var node: Int32
    var tag: Tag
    var namespace: Namespace

    @inline(__always)
    func isHTML(_ tag: Tag) -> Bool { self.tag == tag && namespace == .html }
  }

  private(set) var entries = GrowingBuffer<Entry>(capacity: 64)
  /// How many of them are templates, paragraphs, and elements of SVG or MathML.
  private(set) var templates = 0
  private(set) var paragraphs = 0
  private(set) var foreign = 0

  @inline(__always) var count: Int { entries.count }
  @inline(__always) var isEmpty: Bool { entries.count == 0 }
  @inline(__always) var last: Entry { entries[entries.count - 1] }

  /// The place in the arena of the element at an index.
  @inline(__always) subscript(index: Int) -> Int32 { entries[index].node }

  func lastIndex(of node: Int32) -> Int? {
    var index = count - 1
    while index >= 0, entries[index].node != node { index -= 1 }
    return index >= 0 ? index : nil
  }

  @inline(__always)
  mutating func push(_ entry: Entry) {
    entries.append(entry)
    note(entry, 1)
  }

  @inline(__always)
  mutating func pop() -> Entry {
    let entry = last
    entries.cut(to: count - 1)
    note(entry, -1)
    return entry
  }

  mutating func remove(at index: Int) {
    note(entries[index], -1)
    for place in index..<count - 1 { entries[place] = entries[place + 1] }
    entries.cut(to: count - 1)
  }

  mutating func insert(_ entry: Entry, at index: Int) {
    entries.append(entry)
    for place in (index..<count - 1).reversed() { entries[place + 1] = entries[place] }
    entries[index] = entry
    note(entry, 1)
  }

  /// Puts a copy of an element in its place.
  mutating func replace(at index: Int, by copy: Int32) { entries[index].node = copy }

  @inline(__always)
  private mutating func note(_ entry: Entry, _ change: Int) {
    if entry.namespace != .html {
      foreign += change
    } else if entry.tag == .p {
      paragraphs += change
    } else if entry.tag == .template {
      templates += change
    }
  }
}
