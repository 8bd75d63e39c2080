/// Tags and their attributes.
extension Tokeniser {
  /// Reads what starts with the `<` at the position: true if it made a token.
  mutating func readMarkup(_ page: Span<UInt8>) -> Bool {
    switch page[position + 1] {
    case 0x21: return readDeclaration(page)
    case 0x3F: return readBogusComment(page, from: position + 1)
    case 0x2F:
      if page[position + 2] == 0x3E {
        position += 3
        return false
      }
      return readBogusComment(page, from: position + 2)
    default:
      // A letter: only at the page's end.
      return readTag(page, .startTag, nameAt: position + 1)
    }
  }

  /// Reads the tag that starts at the position and whose name starts at `start`.
  mutating func readTag(_ page: Span<UInt8>, _ kind: Token.Kind, nameAt start: Int) -> Bool {
    let kept = attributes.count
    let (name, nameEnd) = readName(page, from: start, endsAtEquals: false)
    var isSelfClosing = false
    var seen: UInt64 = 0
    var offset = nameEnd
    while true {
      guard offset < page.count else { return dropTag(kept) }
      let byte = page[offset]
      if byte == 0x3E { break }
      if byte.isHTMLSpace {
        offset &+= 1
      } else if byte == 0x2F {
        offset &+= 1
        if offset < page.count, page[offset] == 0x3E {
          isSelfClosing = true
          break
        }
      } else {
        offset = readAttribute(page, from: offset, kept, &seen)
      }
    }
    token.kind = kind
    token.name = name
    token.tag = names.tag(of: name)
    token.source = Stretch(from: position, to: offset &+ 1)
    token.isSelfClosing = isSelfClosing
    position = offset &+ 1
    if kind == .startTag { lastStartTag = name } else { attributes.cut(to: kept) }
    token.attributesStart = Int32(kept)
    token.attributesEnd = Int32(attributes.count)
    return true
  }

  /// The page ends in a tag, which is no tag then.
  private mutating func dropTag(_ kept: Int) -> Bool {
    attributes.cut(to: kept)
    position = count
    finish()
    return true
  }

  /// The number of the name that begins at an offset, and where it ends.
  @inline(__always)
  private mutating func readName(
    _ page: Span<UInt8>, from start: Int, endsAtEquals: Bool
  ) -> (number: Int32, end: Int) {
    if let name = page.shortName(at: start), name.length > 0,
      Self.endsName(name.next, endsAtEquals)
    {
      return (names.number(short: name.prefix, name.length), start &+ name.length)
    }
    return readLongName(page, from: start, endsAtEquals)
  }

  /// The same for a name that is longer, or has other characters than small letters.
  private mutating func readLongName(
    _ page: Span<UInt8>, from start: Int, _ endsAtEquals: Bool
  ) -> (number: Int32, end: Int) {
    if let (first, prefix) = page.plainName(at: start), first > 0 {
      var end = start &+ first
      var length = first
      while length == 8, let more = page.plainName(at: end)?.length {
        end &+= more
        length = more
      }
      if length < 8, Self.endsName(page[end], endsAtEquals) {
        return (names.number(of: page, start..<end, prefix), end)
      }
    }
    return readUnusualName(page, from: start, endsAtEquals: endsAtEquals)
  }

  /// The same for any name, byte by byte.
  private mutating func readUnusualName(
    _ page: Span<UInt8>, from start: Int, endsAtEquals: Bool
  ) -> (number: Int32, end: Int) {
    var end = start
    // An equals sign at its start is the name's own.
    while end < page.count, !Self.endsName(page[end], endsAtEquals && end > start) { end &+= 1 }
    if hasControls, let number = numberOfNameWithNulls(page, start..<end) { return (number, end) }
    return (names.number(of: page, start..<end), end)
  }

  @inline(__always)
  private static func endsName(_ byte: UInt8, _ endsAtEquals: Bool) -> Bool {
    byte == 0x3D && endsAtEquals || byte == 0x3E || byte == 0x2F || byte.isHTMLSpace
  }

  /// The number of a name in which U+0000 stands, which is to be U+FFFD.
  private mutating func numberOfNameWithNulls(
    _ page: Span<UInt8>, _ range: Range<Int>
  ) -> Int32? {
    guard range.contains(where: { page[$0] == 0 }) else { return nil }
    var name: [UInt8] = []
    for offset in range {
      let byte = page[offset]
      if byte == 0 { name += [0xEF, 0xBF, 0xBD] } else { name.append(byte.asciiLowercase) }
    }
    return names.number(of: name)
  }

  /// Reads an attribute: where it ends, or, if the page ends first, the page's end.
  ///
  /// - Parameters:
  ///   - start: where its name starts.
  ///   - kept: how many attributes the tags before have.
  ///   - seen: a bit for the names of the tag's attributes so far.
  @inline(__always)
  private mutating func readAttribute(
    _ page: Span<UInt8>, from start: Int, _ kept: Int, _ seen: inout UInt64
  ) -> Int {
    let (name, nameEnd) = readName(page, from: start, endsAtEquals: true)
    var value = Stretch.empty
    var end = nameEnd
    var next = nameEnd
    if nameEnd &+ 2 < page.count, page[nameEnd] == 0x3D,
      page[nameEnd &+ 1] == 0x22 || page[nameEnd &+ 1] == 0x27
    {
      let mark = page[nameEnd &+ 1]
      next = endOfText(page, from: nameEnd &+ 2, endingAt: mark)
      guard next < page.count else { return page.count }
      if page[next] == mark {
        value = Stretch(from: nameEnd &+ 2, to: next)
      } else {
        guard let read = readMixedValue(page, from: nameEnd + 2, plainTo: next, endingAt: mark)
        else { return page.count }
        (value, next) = read
      }
      next &+= 1
      end = next
    } else {
      guard let read = readUnusualValue(page, from: nameEnd) else { return page.count }
      (value, end, next) = read
    }
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: name)
    if seen & bit == 0 || isNew(name, among: kept) {
      seen |= bit
      attributes.append(
        StoredAttribute(name: name, value: value, source: Stretch(from: start, to: end)))
    }
    return next
  }

  /// Whether no attribute of the tag has a name; those of the tags before are so many.
  private mutating func isNew(_ name: Int32, among kept: Int) -> Bool {
    if attributes.count - kept <= 16 {
      return !(kept..<attributes.count).contains { attributes[$0].name == name }
    }
    // Of many attributes the names are marked, so that the time stays in proportion to their number.
    if lastTagWithAttribute.count < names.count {
      lastTagWithAttribute += Array(
        repeating: -1, count: names.count - lastTagWithAttribute.count + 64)
    }
    for index in (marked.tag == position ? marked.end : kept)..<attributes.count {
      lastTagWithAttribute[Int(attributes[index].name)] = position
    }
    marked = (position, attributes.count)
    return lastTagWithAttribute[Int(name)] != position
  }

  /// Reads what stands behind an attribute's name, whatever it is: the value, where the attribute ends
  /// and where to read on; nil if the page ends first.
  private mutating func readUnusualValue(
    _ page: Span<UInt8>, from nameEnd: Int
  ) -> (value: Stretch, end: Int, next: Int)? {
    var offset = endOfSpace(page, from: nameEnd)
    guard offset < page.count, page[offset] == 0x3D else { return (.empty, nameEnd, offset) }
    offset = endOfSpace(page, from: offset + 1)
    guard offset < page.count else { return nil }
    let first = page[offset]
    if first == 0x3E { return (.empty, offset, offset) }
    let isQuoted = first == 0x22 || first == 0x27
    let mark = isQuoted ? first : 0x3E
    let start = isQuoted ? offset + 1 : offset
    var end = endOfPlainValue(page, from: start, mark)
    guard end < page.count else { return nil }
    var value = Stretch(start: Int32(start), end: Int32(end))
    if !endsValue(page[end], mark) {
      guard let read = readMixedValue(page, from: start, plainTo: end, endingAt: mark) else {
        return nil
      }
      (value, end) = read
    }
    if isQuoted { end += 1 }
    return (value, end, end)
  }

  /// Reads on in a value in which something is to be replaced, and which is copied therefore: the copy,
  /// and where the value ends. A `mark` of `>` stands for white space too.
  private mutating func readMixedValue(
    _ page: Span<UInt8>, from start: Int, plainTo plain: Int, endingAt mark: UInt8
  ) -> (value: Stretch, end: Int)? {
    let first = store.end
    let tagStart = position
    defer { position = tagStart }
    var copied = start
    position = plain
    while position < count {
      let byte = page[position]
      store.appendCopy(of: copied..<position)
      if endsValue(byte, mark) {
        return (Stretch(start: Int32(first), end: Int32(store.end)), position)
      }
      if byte == 0x26 {
        let ampersand = position
        if !readReference(page, inAttribute: true) {
          store.append(0x26)
          position = ampersand + 1
        }
      } else if byte == 0 {
        store.appendReplacement()
        position += 1
      } else {
        if position + 1 >= count || page[position + 1] != 0x0A { store.append(0x0A) }
        position += 1
      }
      copied = position
      position = endOfPlainValue(page, from: position, mark)
    }
    return nil
  }

  @inline(__always)
  private func endsValue(_ byte: UInt8, _ mark: UInt8) -> Bool {
    // A carriage return ends a value without quotation marks.
    byte == mark || mark == 0x3E && byte.isHTMLSpace
  }

  /// Where a value ends, or where something stands in it that is to be replaced.
  @inline(__always)
  private func endOfPlainValue(_ page: Span<UInt8>, from start: Int, _ mark: UInt8) -> Int {
    if mark != 0x3E { return endOfText(page, from: start, endingAt: mark) }
    var offset = start
    while offset < count {
      let byte = page[offset]
      if byte == 0x26 || byte == 0 || endsValue(byte, mark) { break }
      offset += 1
    }
    return offset
  }

  /// Where white space ends that may stand at an offset.
  @inline(__always)
  private func endOfSpace(_ page: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < page.count, page[offset].isHTMLSpace { offset += 1 }
    return offset
  }

  mutating func skipSpace(_ page: Span<UInt8>) { position = endOfSpace(page, from: position) }
}
