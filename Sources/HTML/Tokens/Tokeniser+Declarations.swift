/// Comments, doctypes and CDATA sections.
extension Tokeniser {
  /// Reads what starts with `<!` at the position: true if it made a token.
  mutating func readDeclaration(_ page: Span<UInt8>) -> Bool {
    let start = position + 2
    if hasPrefix(page, "--", at: start) { return readComment(page, from: start + 2) }
    if hasPrefix(page, "doctype", at: start) { return readDoctype(page, from: start + 7) }
    if allowsCDATA, hasPrefix(page, "[CDATA[", at: start, folding: false) {
      openCDATA(page, at: start + 7)
      return false
    }
    return readBogusComment(page, from: start)
  }

  private func hasPrefix(
    _ page: Span<UInt8>, _ word: StaticString, at start: Int, folding: Bool = true
  ) -> Bool {
    // Safe: the word is the program's own and holds so many bytes.
    let word = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard start >= 0, start + word.count <= count else { return false }
    for step in word.indices {
      let byte = page[start + step]
      if unsafe (folding ? byte.asciiLowercase : byte) != word[step] { return false }
    }
    return true
  }

  mutating func readBogusComment(_ page: Span<UInt8>, from start: Int) -> Bool {
    let end = page.firstIndex(of: 0x3E, from: start, to: count)
    return finishComment(page, start, end, behind: min(end + 1, count))
  }

  private mutating func readComment(_ page: Span<UInt8>, from start: Int) -> Bool {
    if hasPrefix(page, ">", at: start) {
      return finishComment(page, start, start, behind: start + 1)
    }
    if hasPrefix(page, "->", at: start) {
      return finishComment(page, start, start, behind: start + 2)
    }
    var offset = page.firstIndex(of: 0x2D, from: start, to: count)
    while offset + 2 < count {
      if page[offset + 1] == 0x2D {
        if page[offset + 2] == 0x3E {
          return finishComment(page, start, offset, behind: offset + 3)
        }
        if hasPrefix(page, "!>", at: offset + 2) {
          return finishComment(page, start, offset, behind: offset + 4)
        }
      }
      offset = page.firstIndex(of: 0x2D, from: offset + 1, to: count)
    }
    // The page ends in the comment: dashes that might have ended it are no data.
    var end = count
    for tail: StaticString in ["--!", "--", "-"]
    where end == count && count - start >= tail.utf8CodeUnitCount {
      let before = count - tail.utf8CodeUnitCount
      if hasPrefix(page, tail, at: before) { end = before }
    }
    return finishComment(page, start, end, behind: count)
  }

  private mutating func finishComment(
    _ page: Span<UInt8>, _ start: Int, _ end: Int, behind: Int
  ) -> Bool {
    token.kind = .comment
    token.source = Stretch(start: Int32(position), end: Int32(behind))
    token.text = normalised(page, start, end)
    position = behind
    return true
  }

  /// A stretch with line ends and U+0000 as the standard wants them, and in lower case if asked.
  private mutating func normalised(
    _ page: Span<UInt8>, _ start: Int, _ end: Int, lowercased: Bool = false
  ) -> Stretch {
    let needsCopy =
      hasControls || lowercased && (start..<end).contains { page[$0] != page[$0].asciiLowercase }
    guard needsCopy else { return Stretch(start: Int32(start), end: Int32(end)) }
    let first = store.end
    for offset in start..<end {
      let byte = page[offset]
      switch byte {
      case 0: store.appendReplacement()
      case 0x0D:
        if offset + 1 >= end || page[offset + 1] != 0x0A { store.append(0x0A) }
      default: store.append(lowercased ? byte.asciiLowercase : byte)
      }
    }
    return Stretch(start: Int32(first), end: Int32(store.end))
  }

  private mutating func readDoctype(_ page: Span<UInt8>, from start: Int) -> Bool {
    let tokenStart = position
    position = start
    var doctype = Doctype()
    readDoctypeParts(page, &doctype)
    skipSpace(page)
    if position >= count { doctype.forcesQuirks = true }
    while position < count, page[position] != 0x3E { position += 1 }
    position = min(position + 1, count)
    token.kind = .doctype
    self.doctype = doctype
    token.source = Stretch(start: Int32(tokenStart), end: Int32(position))
    return true
  }

  private mutating func readDoctypeParts(_ page: Span<UInt8>, _ doctype: inout Doctype) {
    skipSpace(page)
    guard position < count, page[position] != 0x3E else {
      doctype.forcesQuirks = true
      return
    }
    let nameStart = position
    while position < count, !page[position].isHTMLSpace, page[position] != 0x3E { position += 1 }
    let nameEnd = position
    doctype.name = normalised(page, nameStart, nameEnd, lowercased: true)
    skipSpace(page)
    guard position < count, page[position] != 0x3E else { return }
    let isPublic = hasPrefix(page, "public", at: position)
    guard isPublic || hasPrefix(page, "system", at: position) else {
      doctype.forcesQuirks = true
      return
    }
    position += 6
    skipSpace(page)
    guard let first = readQuoted(page, &doctype) else { return }
    guard isPublic else {
      doctype.systemID = first
      return
    }
    doctype.publicID = first
    guard !doctype.forcesQuirks else { return }
    skipSpace(page)
    guard position < count, page[position] != 0x3E else { return }
    doctype.systemID = readQuoted(page, &doctype)
  }

  /// Reads a quoted identifier; where it is missing or cut the doctype forces quirks.
  private mutating func readQuoted(
    _ page: Span<UInt8>, _ doctype: inout Doctype
  ) -> Stretch? {
    guard position < count, page[position] == 0x22 || page[position] == 0x27 else {
      doctype.forcesQuirks = true
      return nil
    }
    let mark = page[position]
    let start = position + 1
    position = start
    while position < count, page[position] != mark, page[position] != 0x3E { position += 1 }
    let end = position
    if position < count, page[position] == mark {
      position += 1
    } else {
      doctype.forcesQuirks = true
    }
    return normalised(page, start, end)
  }
}
