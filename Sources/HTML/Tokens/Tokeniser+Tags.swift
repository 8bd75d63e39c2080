/// Tags and their attributes.
extension Tokeniser {
  /// Reads what starts with the `<` at the position: true if it made a token.
  mutating func readMarkup() -> Bool {
    switch store[position + 1] {
    case 0x21: return readDeclaration()
    case 0x3F: return readBogusComment(from: position + 1)
    case 0x2F:
      if store[position + 2].isASCIILetter { return readTag(.endTag, nameAt: position + 2) }
      if store[position + 2] == 0x3E {
        position += 3
        return false
      }
      return readBogusComment(from: position + 2)
    default: return readTag(.startTag, nameAt: position + 1)
    }
  }

  private mutating func readTag(_ kind: Token.Kind, nameAt start: Int) -> Bool {
    let tagStart = position
    let keptAttributes = attributes.count
    token.name = readName(from: start, endsAtEquals: false)
    token.attributesStart = Int32(keptAttributes)
    token.isSelfClosing = false
    tagNumber += 1
    guard readAttributes() else {
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
    } else {
      attributes.removeLast(attributes.count - keptAttributes)
    }
    token.attributesEnd = Int32(attributes.count)
    return true
  }

  /// Reads a name and moves behind it.
  private mutating func readName(from start: Int, endsAtEquals: Bool) -> Int32 {
    var hash = NameTable.hashSeed
    var offset = start
    var hasNull = false
    while offset < count {
      let byte = store[offset]
      if byte == 0x3E || byte == 0x2F || byte.isHTMLSpace
        || (endsAtEquals && byte == 0x3D && offset > start)
      {
        break
      }
      hasNull = hasNull || byte == 0
      hash = NameTable.step(hash, byte.asciiLowercase)
      offset += 1
    }
    position = offset
    if hasNull {
      var name: [UInt8] = []
      for byte in store[start..<offset] {
        if byte == 0 { name += [0xEF, 0xBF, 0xBD] } else { name.append(byte.asciiLowercase) }
      }
      return names.number(of: name)
    }
    return names.number(of: store, start..<offset, hash: hash)
  }

  /// Reads attributes and the tag's end; false if the page ends first.
  private mutating func readAttributes() -> Bool {
    while true {
      skipSpace()
      guard position < count else { return false }
      switch store[position] {
      case 0x3E:
        position += 1
        return true
      case 0x2F:
        position += 1
        if position < count, store[position] == 0x3E {
          token.isSelfClosing = true
          position += 1
          return true
        }
      default:
        guard readAttribute() else { return false }
      }
    }
  }

  private mutating func readAttribute() -> Bool {
    let start = position
    let name = readName(from: start, endsAtEquals: true)
    var end = position
    var value = Stretch.empty
    skipSpace()
    if position < count, store[position] == 0x3D {
      position += 1
      skipSpace()
      guard position < count else { return false }
      let first = store[position]
      if first == 0x22 || first == 0x27 {
        position += 1
        guard let quoted = readValue(endingAt: first) else { return false }
        value = quoted
        position += 1
      } else if first != 0x3E {
        guard let unquoted = readValue(endingAt: 0x3E) else { return false }
        value = unquoted
      }
      end = position
    }
    while lastTagWithAttribute.count < names.count { lastTagWithAttribute.append(0) }
    if lastTagWithAttribute[Int(name)] != tagNumber {
      lastTagWithAttribute[Int(name)] = tagNumber
      attributes.append(
        StoredAttribute(
          name: name, value: value, source: Stretch(start: Int32(start), end: Int32(end))))
    }
    return position < count
  }

  /// Reads a value up to its quotation mark, or, where `mark` is `>`, up to white space or `>`.
  private mutating func readValue(endingAt mark: UInt8) -> Stretch? {
    let start = position
    let isUnquoted = mark == 0x3E
    var firstStored = -1
    var copied = start
    while position < count {
      let byte = store[position]
      if byte == mark || (isUnquoted && byte.isHTMLSpace) {
        guard firstStored >= 0 else { return Stretch(start: Int32(start), end: Int32(position)) }
        copyToStore(copied..<position)
        return Stretch(start: Int32(firstStored), end: Int32(store.count))
      }
      guard byte == 0x26 || byte == 0 || byte == 0x0D else {
        position += 1
        continue
      }
      let kept = store.count
      if firstStored < 0 { firstStored = kept }
      copyToStore(copied..<position)
      if byte == 0x26 {
        let ampersand = position
        if !readReference(inAttribute: true) {
          store.append(0x26)
          position = ampersand + 1
        }
      } else if byte == 0 {
        store += [0xEF, 0xBF, 0xBD]
        position += 1
      } else {
        if position + 1 >= count || store[position + 1] != 0x0A { store.append(0x0A) }
        position += 1
      }
      copied = position
    }
    return nil
  }

  /// Adds bytes of the page to the store, byte by byte: a slice would share the store, and make
  /// each addition copy all of it.
  private mutating func copyToStore(_ range: Range<Int>) {
    for offset in range { store.append(store[offset]) }
  }

  mutating func skipSpace() {
    while position < count, store[position].isHTMLSpace { position += 1 }
  }
}
