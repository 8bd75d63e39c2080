/// Addresses of the net: pages, mail, @handles and #tags.
extension Chunk {
  /// The end of a page's or a mail's address that begins at `start`.
  func addressEnd(_ start: Int) -> Int? {
    guard classes[start] == .letter || classes[start] == .digit else { return nil }
    if isPage(start) { return trimmed(from: start, to: addressRun(start)) }
    return mailEnd(start)
  }

  /// The end of "@name" or "#tag".
  func handleEnd(_ start: Int) -> Int? {
    let sign = scalars[start]
    guard sign == 0x40 || sign == 0x23, kind(start + 1) == .letter || at(start + 1) == 0x5F,
      kind(start - 1) != .letter, kind(start - 1) != .digit
    else { return nil }
    var end = start + 1
    while kind(end) == .letter || kind(end) == .digit || at(end) == 0x5F { end += 1 }
    return end
  }

  private func isPage(_ start: Int) -> Bool {
    let end = wordEnd(start)
    if at(end) == 0x3A && end - start <= 6 {
      let scheme = lowercased(start..<end)
      if at(end + 1) == 0x2F && at(end + 2) == 0x2F {
        return ["http", "https", "ftp", "file"].contains(scheme) && end + 3 < count
      }
      return scheme == "mailto" && end + 1 < count
    }
    return at(end) == 0x2E && end - start == 3 && kind(end + 1) != .space
      && lowercased(start..<end) == "www"
  }

  /// The end of the characters that an address may hold.
  private func addressRun(_ start: Int) -> Int {
    var end = start
    while end < count {
      switch scalars[end] {
      case 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D, 0x201C, 0x201D, 0x2018, 0x2019: return end
      default: end += 1
      }
    }
    return end
  }

  /// The end without the punctuation of the sentence around it; a bracket stays where it was
  /// opened inside.
  private func trimmed(from start: Int, to limit: Int) -> Int {
    var end = limit
    while end > start + 1 {
      switch scalars[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x5D, 0x2026: end -= 1
      case 0x29 where isUnopened(start..<end): end -= 1
      default: return end
      }
    }
    return end
  }

  /// Whether more brackets close here than open.
  private func isUnopened(_ range: Range<Int>) -> Bool {
    scalars[range].count { $0 == 0x29 } > scalars[range].count { $0 == 0x28 }
  }

  private func mailEnd(_ start: Int) -> Int? {
    var end = start
    while end < count, isMailCharacter(end) { end += 1 }
    guard at(end) == 0x40, kind(end + 1) == .letter || kind(end + 1) == .digit else { return nil }
    end += 1
    while end < count, isMailCharacter(end) { end += 1 }
    return trimmed(from: start, to: end)
  }

  private func isMailCharacter(_ index: Int) -> Bool {
    switch scalars[index] {
    case 0x2E, 0x5F, 0x25, 0x2B, 0x2D: true
    default: classes[index] == .letter || classes[index] == .digit
    }
  }
}
