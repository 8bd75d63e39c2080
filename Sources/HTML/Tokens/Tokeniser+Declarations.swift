/// Comments, doctypes and CDATA sections.
extension Tokeniser {
  /// Reads what starts with `<!` at the position: true if it made a token.
  mutating func readDeclaration() -> Bool {
    let start = position + 2
    if hasPrefix("--", at: start) { return readComment(from: start + 2) }
    if hasPrefix("doctype", at: start) { return readDoctype(from: start + 7) }
    if allowsCDATA, hasPrefix("[CDATA[", at: start, folding: false) {
      openCDATA(at: start + 7)
      return false
    }
    return readBogusComment(from: start)
  }

  private func hasPrefix(_ word: String, at start: Int, folding: Bool = true) -> Bool {
    var offset = start
    for byte in word.utf8 {
      guard offset < count else { return false }
      if (folding ? store[offset].asciiLowercase : store[offset]) != byte { return false }
      offset += 1
    }
    return true
  }

  mutating func readBogusComment(from start: Int) -> Bool {
    var end = start
    while end < count, store[end] != 0x3E { end += 1 }
    return finishComment(start, end, behind: min(end + 1, count))
  }

  private mutating func readComment(from start: Int) -> Bool {
    if hasPrefix(">", at: start) { return finishComment(start, start, behind: start + 1) }
    if hasPrefix("->", at: start) { return finishComment(start, start, behind: start + 2) }
    var offset = start
    while offset + 2 < count {
      if store[offset] == 0x2D, store[offset + 1] == 0x2D {
        if store[offset + 2] == 0x3E { return finishComment(start, offset, behind: offset + 3) }
        if hasPrefix("!>", at: offset + 2) {
          return finishComment(start, offset, behind: offset + 4)
        }
      }
      offset += 1
    }
    // The page ends in the comment: dashes that might have ended it are no data.
    var end = count
    for tail in ["--!", "--", "-"] where end == count && count - start >= tail.utf8.count {
      if hasPrefix(tail, at: count - tail.utf8.count) { end = count - tail.utf8.count }
    }
    return finishComment(start, end, behind: count)
  }

  private mutating func finishComment(_ start: Int, _ end: Int, behind: Int) -> Bool {
    token.kind = .comment
    token.source = Stretch(start: Int32(position), end: Int32(behind))
    token.text = normalised(start, end)
    position = behind
    return true
  }

  /// A stretch with line ends and U+0000 as the standard wants them, and in lower case if asked.
  private mutating func normalised(
    _ start: Int, _ end: Int, lowercased: Bool = false
  ) -> Stretch {
    var needsCopy = false
    for byte in store[start..<end]
    where byte == 0 || byte == 0x0D || (lowercased && byte != byte.asciiLowercase) {
      needsCopy = true
      break
    }
    guard needsCopy else { return Stretch(start: Int32(start), end: Int32(end)) }
    let first = store.count
    for offset in start..<end {
      let byte = store[offset]
      switch byte {
      case 0: store += [0xEF, 0xBF, 0xBD]
      case 0x0D:
        if offset + 1 >= end || store[offset + 1] != 0x0A { store.append(0x0A) }
      default: store.append(lowercased ? byte.asciiLowercase : byte)
      }
    }
    return Stretch(start: Int32(first), end: Int32(store.count))
  }

  private mutating func readDoctype(from start: Int) -> Bool {
    let tokenStart = position
    position = start
    var doctype = Doctype()
    readDoctypeParts(&doctype)
    skipSpace()
    if position >= count { doctype.forcesQuirks = true }
    while position < count, store[position] != 0x3E { position += 1 }
    position = min(position + 1, count)
    token.kind = .doctype
    token.doctype = doctype
    token.source = Stretch(start: Int32(tokenStart), end: Int32(position))
    return true
  }

  private mutating func readDoctypeParts(_ doctype: inout Doctype) {
    skipSpace()
    guard position < count, store[position] != 0x3E else {
      doctype.forcesQuirks = true
      return
    }
    let nameStart = position
    while position < count, !store[position].isHTMLSpace, store[position] != 0x3E { position += 1 }
    let nameEnd = position
    doctype.name = normalised(nameStart, nameEnd, lowercased: true)
    skipSpace()
    guard position < count, store[position] != 0x3E else { return }
    let isPublic = hasPrefix("public", at: position)
    guard isPublic || hasPrefix("system", at: position) else {
      doctype.forcesQuirks = true
      return
    }
    position += 6
    skipSpace()
    guard let first = readQuoted(&doctype) else { return }
    guard isPublic else {
      doctype.systemID = first
      return
    }
    doctype.publicID = first
    guard !doctype.forcesQuirks else { return }
    skipSpace()
    guard position < count, store[position] != 0x3E else { return }
    doctype.systemID = readQuoted(&doctype)
  }

  /// Reads a quoted identifier; where it is missing or cut the doctype forces quirks.
  private mutating func readQuoted(_ doctype: inout Doctype) -> Stretch? {
    guard position < count, store[position] == 0x22 || store[position] == 0x27 else {
      doctype.forcesQuirks = true
      return nil
    }
    let mark = store[position]
    let start = position + 1
    position = start
    while position < count, store[position] != mark, store[position] != 0x3E { position += 1 }
    let end = position
    if position < count, store[position] == mark {
      position += 1
    } else {
      doctype.forcesQuirks = true
    }
    return normalised(start, end)
  }
}
