/// The standard's tokeniser over a page that is whole in memory.
///
/// Where the standard steps from state to state with each character, this looks ahead: raw text
/// is a region whose end is found first, a tag is read in one go. Each byte is looked at a fixed
/// number of times.
package struct Tokeniser {
  /// The decoded page, followed by the characters that replace others.
  var store: [UInt8]
  /// The number of bytes of the decoded page.
  let count: Int
  var position = 0
  package var token = Token()
  var attributes: [StoredAttribute] = []
  var names: NameTable
  package var state = TextState.data
  /// The last start tag's name, which alone can end raw text.
  var lastStartTag: Int32 = -1
  /// Whether `<![CDATA[` opens a CDATA section: it does inside of foreign elements.
  package var allowsCDATA = false
  /// The end of the raw text, once found.
  var regionEnd = -1
  /// The `]]>` at the end of a CDATA section, which follows the region.
  var regionTrailer = 0
  var regionDecodesReferences = false
  var regionIsCDATA = false
  /// By name: the number of the last tag that had an attribute of that name.
  var lastTagWithAttribute: [Int32] = []
  var tagNumber: Int32 = 0

  /// A tokeniser at the start of a page that was decoded to UTF-8.
  package init(_ decoded: [UInt8]) {
    self.init(decoded, names: .initial)
  }

  init(_ decoded: [UInt8], names: NameTable) {
    store = decoded
    count = decoded.count
    self.names = names
  }

  /// Moves to the next token.
  package mutating func advance() {
    repeat {
      if regionEnd < 0 { openRegion() }
      if regionEnd >= 0 {
        if position < regionEnd { return readRegion() }
        position = regionEnd + regionTrailer
        regionEnd = -1
        regionTrailer = 0
        regionIsCDATA = false
      }
    } while !readData()
  }

  /// Reads on outside of raw text: false where the page holds something that makes no token.
  private mutating func readData() -> Bool {
    let start = position
    guard start < count else {
      finish()
      return true
    }
    var offset = start
    scan: while offset < count {
      switch store[offset] {
      case 0x3C where opensMarkup(at: offset):
        if offset > start { break scan }
        return readMarkup()
      case 0x26:
        if offset > start { break scan }
        if readReference(inAttribute: false) { return true }
      case 0x0D:
        if offset > start { break scan }
        readCarriageReturn()
        return true
      case 0:
        if offset > start { break scan }
        emitCharacters(start, start + 1)
        token.isNull = true
        return true
      default: break
      }
      offset += 1
    }
    emitCharacters(start, offset)
    return true
  }

  mutating func finish() {
    token.kind = .endOfFile
    token.source = Stretch(start: Int32(count), end: Int32(count))
  }

  /// Characters that stand for themselves.
  mutating func emitCharacters(_ start: Int, _ end: Int) {
    token.kind = .characters
    token.isNull = false
    token.source = Stretch(start: Int32(start), end: Int32(end))
    token.text = token.source
    position = end
  }

  /// Characters of our own in the place of those from `start` to `end`.
  mutating func emitReplacement(_ start: Int, _ end: Int, storedFrom first: Int) {
    token.kind = .characters
    token.isNull = false
    token.source = Stretch(start: Int32(start), end: Int32(end))
    token.text = Stretch(start: Int32(first), end: Int32(store.count))
    position = end
  }

  /// A line ends with one line feed, however it is written.
  private mutating func readCarriageReturn() {
    let start = position
    if start + 1 < count, store[start + 1] == 0x0A {
      var end = start + 2
      while end < count, plainInAnyState(store[end]) { end += 1 }
      emitCharacters(start + 1, end)
    } else {
      let first = store.count
      store.append(0x0A)
      emitReplacement(start, start + 1, storedFrom: first)
    }
  }

  @inline(__always)
  private func plainInAnyState(_ byte: UInt8) -> Bool {
    byte != 0x3C && byte != 0x26 && byte != 0x0D && byte != 0
  }

  /// Whether the `<` at `offset` is more than a character.
  private func opensMarkup(at offset: Int) -> Bool {
    guard offset + 1 < count else { return false }
    let next = store[offset + 1]
    return next.isASCIILetter || next == 0x21 || next == 0x3F
      || (next == 0x2F && offset + 2 < count)
  }

  // MARK: Raw text

  private mutating func openRegion() {
    switch state {
    case .data: return
    case .plainText: regionEnd = count
    case .rcdata, .rawText: regionEnd = endOfRawText(from: position)
    case .scriptData: regionEnd = endOfScript(from: position)
    }
    regionDecodesReferences = state == .rcdata
    if state != .plainText { state = .data }
  }

  private mutating func readRegion() {
    let start = position
    var offset = start
    while offset < regionEnd {
      let byte = store[offset]
      if byte == 0x0D || byte == 0 || (byte == 0x26 && regionDecodesReferences) {
        if offset > start { break }
        if byte == 0x0D { return readRegionCarriageReturn() }
        if byte == 0 {
          // A CDATA section keeps U+0000 for the tree builder to judge.
          if regionIsCDATA {
            emitCharacters(start, start + 1)
            token.isNull = true
            return
          }
          let first = store.count
          store += [0xEF, 0xBF, 0xBD]
          return emitReplacement(start, start + 1, storedFrom: first)
        }
        if readReference(inAttribute: false) { return }
      }
      offset += 1
    }
    emitCharacters(start, offset)
  }

  private mutating func readRegionCarriageReturn() {
    if position + 1 < regionEnd, store[position + 1] == 0x0A {
      position += 1
      return readRegion()
    }
    let first = store.count
    store.append(0x0A)
    emitReplacement(position, position + 1, storedFrom: first)
  }

  /// Opens the CDATA section whose text starts at `start`.
  mutating func openCDATA(at start: Int) {
    position = start
    regionDecodesReferences = false
    regionIsCDATA = true
    var offset = start
    while offset + 2 < count {
      if store[offset] == 0x5D, store[offset + 1] == 0x5D, store[offset + 2] == 0x3E {
        regionEnd = offset
        regionTrailer = 3
        return
      }
      offset += 1
    }
    regionEnd = count
  }

  /// Whether an end tag of the last start tag's name starts at `offset`.
  private func endsRawText(at offset: Int) -> Bool {
    guard lastStartTag >= 0, offset + 1 < count, store[offset + 1] == 0x2F else { return false }
    let name = names.range(of: lastStartTag)
    let end = offset + 2 + name.count
    guard end < count, name.count > 0 else { return false }
    for step in 0..<name.count
    where store[offset + 2 + step].asciiLowercase != names.bytes[name.lowerBound + step] {
      return false
    }
    return store[end].isHTMLSpace || store[end] == 0x2F || store[end] == 0x3E
  }

  private func endOfRawText(from start: Int) -> Int {
    var offset = start
    while offset < count {
      if store[offset] == 0x3C, endsRawText(at: offset) { return offset }
      offset += 1
    }
    return count
  }

  /// The end of a script, which may hide end tags in `<!-- <script> … </script> -->`.
  private func endOfScript(from start: Int) -> Int {
    enum Level { case plain, escaped, doubleEscaped }
    var level = Level.plain
    var dashes = 0
    var offset = start
    while offset < count {
      let byte = store[offset]
      offset += 1
      switch byte {
      case 0x2D: dashes += level == .plain ? 0 : 1
      case 0x3E:
        if dashes >= 2 { level = .plain }
        dashes = 0
      case 0x3C:
        dashes = 0
        switch level {
        case .plain:
          if endsRawText(at: offset - 1) { return offset - 1 }
          if offset + 2 < count, store[offset] == 0x21, store[offset + 1] == 0x2D,
            store[offset + 2] == 0x2D
          {
            level = .escaped
            dashes = 2
            offset += 3
          }
        case .escaped:
          if endsRawText(at: offset - 1) { return offset - 1 }
          if let end = endOfScriptWord(at: offset) {
            level = .doubleEscaped
            offset = end
          }
        case .doubleEscaped:
          if offset < count, store[offset] == 0x2F, let end = endOfScriptWord(at: offset + 1) {
            level = .escaped
            offset = end
          }
        }
      default: dashes = 0
      }
    }
    return count
  }

  /// The offset behind the word `script` and the character that ends it.
  private func endOfScriptWord(at start: Int) -> Int? {
    let word: StaticString = "script"
    guard start + word.utf8CodeUnitCount < count else { return nil }
    let matches = store[start..<start + 6].elementsEqual(
      [0x73, 0x63, 0x72, 0x69, 0x70, 0x74], by: { $0.asciiLowercase == $1 })
    let last = store[start + 6]
    return matches && (last.isHTMLSpace || last == 0x2F || last == 0x3E) ? start + 7 : nil
  }
}
