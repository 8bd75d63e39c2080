/// Raw text and CDATA sections: regions whose end is found first.
extension Tokeniser {
  /// Reads on inside of raw text: false where none is left.
  mutating func readRawText(_ page: Span<UInt8>) -> Bool {
    if regionEnd < 0 { openRegion(page) }
    if position < regionEnd {
      readRegion(page)
      return true
    }
    position = regionEnd + regionTrailer
    regionEnd = -1
    regionTrailer = 0
    regionIsCDATA = false
    return false
  }

  private mutating func openRegion(_ page: Span<UInt8>) {
    switch state {
    case .data: return
    case .plainText: regionEnd = count
    case .rcdata, .rawText: regionEnd = endOfRawText(page, from: position)
    case .scriptData: regionEnd = endOfScript(page, from: position)
    }
    regionDecodesReferences = state == .rcdata
    if state != .plainText { state = .data }
  }

  private mutating func readRegion(_ page: Span<UInt8>) {
    let start = position
    let byte = page[start]
    if byte == 0x0D { return readRegionCarriageReturn(page) }
    if byte == 0 {
      // A CDATA section keeps U+0000 for the tree builder to judge.
      if regionIsCDATA {
        emitCharacters(start, start + 1)
        token.isNull = true
        return
      }
      let first = store.end
      store.appendReplacement()
      return emitReplacement(start, start + 1, storedFrom: first)
    }
    if byte == 0x26, regionDecodesReferences, readReference(page, inAttribute: false) { return }
    emitCharacters(start, endOfPlainRegion(page, from: start + 1))
  }

  /// Where a region's text ends that stands for itself.
  private func endOfPlainRegion(_ page: Span<UInt8>, from start: Int) -> Int {
    guard hasControls || regionDecodesReferences else { return regionEnd }
    let ampersand: UInt8 = regionDecodesReferences ? 0x26 : 0x0D
    return page.firstIndex(
      of: ampersand, or: ampersand, stopsAtControls: hasControls, from: start, to: regionEnd)
  }

  private mutating func readRegionCarriageReturn(_ page: Span<UInt8>) {
    if position + 1 < regionEnd, page[position + 1] == 0x0A {
      position += 1
      return readRegion(page)
    }
    let first = store.end
    store.append(0x0A)
    emitReplacement(position, position + 1, storedFrom: first)
  }

  /// Opens the CDATA section whose text starts at `start`.
  mutating func openCDATA(_ page: Span<UInt8>, at start: Int) {
    position = start
    regionDecodesReferences = false
    regionIsCDATA = true
    var offset = start
    while offset + 2 < count {
      if page[offset] == 0x5D, page[offset + 1] == 0x5D, page[offset + 2] == 0x3E {
        regionEnd = offset
        regionTrailer = 3
        return
      }
      offset += 1
    }
    regionEnd = count
  }

  /// Whether an end tag of the last start tag's name starts at `offset`.
  private func endsRawText(_ page: Span<UInt8>, at offset: Int) -> Bool {
    guard lastStartTag >= 0, offset + 1 < count, page[offset + 1] == 0x2F else { return false }
    let name = names.range(of: lastStartTag)
    let end = offset + 2 + name.count
    guard end < count, name.count > 0 else { return false }
    for step in 0..<name.count
    where page[offset + 2 + step].asciiLowercase != names.bytes[name.lowerBound + step] {
      return false
    }
    return page[end].isHTMLSpace || page[end] == 0x2F || page[end] == 0x3E
  }

  private func endOfRawText(_ page: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while true {
      offset = page.firstIndex(of: 0x3C, from: offset, to: count)
      if offset >= count || endsRawText(page, at: offset) { return offset }
      offset += 1
    }
  }

  /// The end of a script, which may hide end tags in `<!-- <script> … </script> -->`.
  private func endOfScript(_ page: Span<UInt8>, from start: Int) -> Int {
    enum Level { case plain, escaped, doubleEscaped }
    var level = Level.plain
    var dashes = 0
    var offset = start
    while offset < count {
      if level == .plain {
        offset = page.firstIndex(of: 0x3C, from: offset, to: count)
        if offset >= count { break }
      }
      let byte = page[offset]
      offset += 1
      switch byte {
      case 0x2D: dashes += 1
      case 0x3E:
        if dashes >= 2 { level = .plain }
        dashes = 0
      case 0x3C:
        dashes = 0
        switch level {
        case .plain:
          if endsRawText(page, at: offset - 1) { return offset - 1 }
          if offset + 2 < count, page[offset] == 0x21, page[offset + 1] == 0x2D,
            page[offset + 2] == 0x2D
          {
            level = .escaped
            dashes = 2
            offset += 3
          }
        case .escaped:
          if endsRawText(page, at: offset - 1) { return offset - 1 }
          if let end = endOfScriptWord(page, at: offset) {
            level = .doubleEscaped
            offset = end
          }
        case .doubleEscaped:
          if offset < count, page[offset] == 0x2F,
            let end = endOfScriptWord(page, at: offset + 1)
          {
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
  private func endOfScriptWord(_ page: Span<UInt8>, at start: Int) -> Int? {
    let word: [UInt8] = [0x73, 0x63, 0x72, 0x69, 0x70, 0x74]
    guard start + word.count < count else { return nil }
    for step in word.indices where page[start + step].asciiLowercase != word[step] { return nil }
    let last = page[start + word.count]
    return last.isHTMLSpace || last == 0x2F || last == 0x3E ? start + word.count + 1 : nil
  }
}
