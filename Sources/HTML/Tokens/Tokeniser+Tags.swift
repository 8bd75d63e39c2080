/// Tags and their attributes.
extension Tokeniser {
  /// Reads what starts with the `<` at the position: true if it made a token.
  mutating func readMarkup(_ page: Span<UInt8>) -> Bool {
    switch page[position + 1] {
    case 0x21: return readDeclaration(page)
    case 0x3F: return readBogusComment(page, from: position + 1)
    case 0x2F:
      if page[position + 2].isASCIILetter { return readTag(page, .endTag, nameAt: position + 2) }
      if page[position + 2] == 0x3E {
        position += 3
        return false
      }
      return readBogusComment(page, from: position + 2)
    default: return readTag(page, .startTag, nameAt: position + 1)
    }
  }

  private mutating func readTag(
    _ page: Span<UInt8>, _ kind: Token.Kind, nameAt start: Int
  ) -> Bool {
    let tagStart = position
    let keptAttributes = attributes.count
    (token.name, position) = readName(page, from: start, endsAtEquals: false)
    token.attributesStart = Int32(keptAttributes)
    token.isSelfClosing = false
    tagNumber += 1
    guard readAttributes(page) else {
      attributes.removeLast(attributes.count - keptAttributes)
      position = count
      finish()
      return true
    }
    token.kind = kind
    token.tag = names.tag(of: token.name)
    token.source = Stretch(start: Int32(tagStart), end: Int32(position))
    if kind == .startTag {
      lastStartTag = token.name
    } else if attributes.count > keptAttributes {
      attributes.removeLast(attributes.count - keptAttributes)
    }
    token.attributesEnd = Int32(attributes.count)
    return true
  }

  /// The number of the name that begins at an offset, and where it ends.
  @inline(__always)
  private mutating func readName(
    _ page: Span<UInt8>, from start: Int, endsAtEquals: Bool
  ) -> (number: Int32, end: Int) {
    if let (length, prefix) = page.plainName(at: start), length < 8, length > 0,
      Self.endsName(page[start &+ length], endsAtEquals)
    {
      return (names.number(of: page, start..<start &+ length, prefix), start &+ length)
    }
    return readLongName(page, from: start, endsAtEquals: endsAtEquals)
  }

  private mutating func readLongName(
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
    byte == 0x3E || byte == 0x2F || byte.isHTMLSpace || byte == 0x3D && endsAtEquals
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

  /// Reads attributes and the tag's end; false if the page ends first.
  private mutating func readAttributes(_ page: Span<UInt8>) -> Bool {
    while true {
      skipSpace(page)
      guard position < count else { return false }
      switch page[position] {
      case 0x3E:
        position += 1
        return true
      case 0x2F:
        position += 1
        if position < count, page[position] == 0x3E {
          token.isSelfClosing = true
          position += 1
          return true
        }
      default:
        guard readAttribute(page) else { return false }
      }
    }
  }

  private mutating func readAttribute(_ page: Span<UInt8>) -> Bool {
    let start = position
    let (name, nameEnd) = readName(page, from: start, endsAtEquals: true)
    var offset = nameEnd
    var end = offset
    var value = Stretch.empty
    offset = endOfSpace(page, from: offset)
    if offset < page.count, page[offset] == 0x3D {
      offset = endOfSpace(page, from: offset + 1)
      guard offset < page.count else {
        position = offset
        return false
      }
      let first = page[offset]
      let isQuoted = first == 0x22 || first == 0x27
      position = isQuoted ? offset + 1 : offset
      if first != 0x3E {
        guard let read = readValue(page, endingAt: isQuoted ? first : 0x3E) else { return false }
        value = read
        if isQuoted { position += 1 }
      }
      end = position
    } else {
      position = offset
    }
    if lastTagWithAttribute.count < names.count {
      lastTagWithAttribute += Array(
        repeating: 0, count: names.count - lastTagWithAttribute.count + 64)
    }
    if lastTagWithAttribute[Int(name)] != tagNumber {
      lastTagWithAttribute[Int(name)] = tagNumber
      attributes.append(
        StoredAttribute(
          name: name, value: value, source: Stretch(start: Int32(start), end: Int32(end))))
    }
    return position < count
  }

  /// Reads a value up to its quotation mark, or, where `mark` is `>`, up to white space or `>`.
  private mutating func readValue(_ page: Span<UInt8>, endingAt mark: UInt8) -> Stretch? {
    let start = position
    let end = endOfPlainValue(page, from: start, mark)
    position = end
    guard end < count else { return nil }
    if endsValue(page[end], mark) { return Stretch(start: Int32(start), end: Int32(end)) }
    return readMixedValue(page, from: start, endingAt: mark)
  }

  /// Reads on in a value in which something is to be replaced, and which is copied therefore.
  private mutating func readMixedValue(
    _ page: Span<UInt8>, from start: Int, endingAt mark: UInt8
  ) -> Stretch? {
    let first = store.end
    var copied = start
    while position < count {
      let byte = page[position]
      store.appendCopy(of: copied..<position)
      if endsValue(byte, mark) { return Stretch(start: Int32(first), end: Int32(store.end)) }
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
    if mark != 0x3E {
      return page.firstIndex(
        of: mark, or: 0x26, stopsAtControls: hasControls, from: start, to: count)
    }
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
