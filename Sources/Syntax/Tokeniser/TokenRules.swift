/// The rules that find the next token in a chunk; each gives the end of the token that begins at
/// an index, or nil where it doesn't apply.
///
/// The conventions are those of the UD English treebanks, which follow the Penn Treebank with
/// hyphens split off.
extension Chunk {
  /// The end of the token that begins at `start`.
  func tokenEnd(_ start: Int) -> Int {
    if mayHoldAddress, let end = addressEnd(start) ?? handleEnd(start) { return end }
    switch classes[start] {
    case .letter: return wholeEnd(start) ?? wordTokenEnd(start)
    case .digit: return numberEnd(start)
    case .apostrophe: return apostropheEnd(start)
    case .emoji: return emoticonEnd(start) ?? emojiEnd(start)
    case .hyphen: return emoticonEnd(start) ?? runEnd(start)
    case .other: return emoticonEnd(start) ?? otherEnd(start)
    case .extender, .space: return start + 1
    }
  }

  // MARK: Words

  /// The end of a word, with full stops, ampersands, prefixes and inner apostrophes that belong
  /// to it; clitics ("n't", "'s") are split off later.
  private func wordTokenEnd(_ start: Int) -> Int {
    var end = wordEnd(start)
    while end < count {
      if let name = dottedEnd(start, end) { return name }
      let scalar = scalars[end]
      let isWordNext = kind(end + 1) == .letter || kind(end + 1) == .digit
      if scalar == 0x5F || scalar == 0x2A && kind(end + 1) == .letter {
        end = wordEnd(end + 1)
      } else if classes[end] == .apostrophe && kind(end + 1) == .letter {
        end = wordEnd(end + 1)
      } else if scalar == 0x26 && isWordNext && isAbbreviated(start..<end) {
        end = wordEnd(end + 1)
      } else if classes[end] == .hyphen && isWordNext && end - start <= 8
        && TokenLexicon.prefixes.contains(lowercased(start..<end))
      {
        return wordTokenEnd(end + 1)
      } else if scalar == 0x2E && endsInStop(start, end) {
        return end + 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word may be half of "AT&T": short, in capitals.
  private func isAbbreviated(_ range: Range<Int>) -> Bool {
    range.count <= 4 && range.allSatisfy { scalars[$0] < 0x5B }
  }

  /// The end of a word that holds full stops: "U.S.", "Ph.D.", "whitehouse.gov", "report.pdf".
  private func dottedEnd(_ start: Int, _ first: Int) -> Int? {
    guard at(first) == 0x2E, kind(first + 1) == .letter || kind(first + 1) == .digit else {
      return nil
    }
    var end = first
    var longest = first - start
    var parts = 1
    while at(end) == 0x2E, kind(end + 1) == .letter || kind(end + 1) == .digit {
      var next = wordEnd(end + 1)
      while at(next) == 0x2D || at(next) == 0x5F,
        kind(next + 1) == .letter || kind(next + 1) == .digit
      {
        next = wordEnd(next + 1)
      }
      longest = max(longest, next - end - 1)
      end = next
      parts += 1
    }
    // Single letters, or two ("Ph.D."): an abbreviation, with its last full stop.
    if longest <= 2 && (first - start == 1 || longest == 1 || at(end) == 0x2E)
      && kind(start + 1) != .digit
    {
      return at(end) == 0x2E && !isEllipsis(end) ? end + 1 : end
    }
    let last = lastPart(start, end)
    if TokenLexicon.domains.contains(lowercased(last..<end)) { return end }
    if TokenLexicon.abbreviations.contains(lowercased(start..<end)) {
      return at(end) == 0x2E ? end + 1 : end
    }
    return parts >= 3 && (start..<end).allSatisfy { scalars[$0] >= 0x61 || scalars[$0] < 0x41 }
      ? end : nil
  }

  private func lastPart(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start && scalars[index - 1] != 0x2E { index -= 1 }
    return index
  }

  /// Whether dots begin here that are more than a word's full stop and the sentence's.
  private func isEllipsis(_ index: Int) -> Bool {
    at(index + 1) == 0x2E && (at(index + 2) == 0x2E || kind(index + 2) == .letter)
  }

  /// Whether the full stop at `end` belongs to the word: an initial or a known abbreviation.
  private func endsInStop(_ start: Int, _ end: Int) -> Bool {
    guard !isEllipsis(end), kind(end + 1) != .letter, kind(end + 1) != .digit else { return false }
    if end - start == 1 {
      let letter = scalars[start]
      return letter >= 0x41 && letter <= 0x5A && letter != 0x49 || letter > 0x7F
        || TokenLexicon.abbreviations.contains(lowercased(start..<end))
    }
    return end - start <= 8 && TokenLexicon.abbreviations.contains(lowercased(start..<end))
  }

  /// The end of a listed word with an apostrophe, a slash or a stop in it.
  private func wholeEnd(_ start: Int) -> Int? {
    let first = wordEnd(start)
    guard first < count, first - start <= 4, classes[first] == .apostrophe || scalars[first] == 0x2F
    else { return nil }
    var end = wordEnd(first + 1)
    if end == first + 1 && scalars[first] != 0x2F { end = first + 1 }
    return TokenLexicon.wholes.contains(lowercased(start..<end)) ? end : nil
  }

  // MARK: Apostrophes and other characters

  /// A clitic that stands alone ("'s"), a word that begins with an apostrophe ("'em"), a year
  /// ("'09"), two quotes (`''`), or one quote.
  private func apostropheEnd(_ start: Int) -> Int {
    if scalars[start] != 0x2018, kind(start + 1) == .letter {
      let end = wordEnd(start + 1)
      if TokenLexicon.wholes.contains(lowercased(start..<end)) { return end }
    }
    if scalars[start] != 0x60, kind(start + 1) == .digit, digitsEnd(start + 1) == start + 3 {
      let end = start + 3
      if kind(end) != .letter && classes[safe: end] != .apostrophe { return end }
      if at(end) == 0x73 && kind(end + 1) != .letter { return end + 1 }
    }
    return at(start + 1) == scalars[start] ? start + 2 : start + 1
  }

  private func otherEnd(_ start: Int) -> Int {
    let scalar = scalars[start]
    if scalar == 0x2E, start == 0 || classes[start - 1] == .other {
      if kind(start + 1) == .digit { return numberEnd(start) }
      let end = wordEnd(start + 1)
      if end > start + 1, TokenLexicon.domains.contains(lowercased(start + 1..<end)) { return end }
    }
    if scalar == 0x2B, start == 0, kind(start + 1) == .digit { return numberEnd(start + 1) }
    if scalar == 0x21 || scalar == 0x3F {
      var end = start
      while at(end) == 0x21 || at(end) == 0x3F { end += 1 }
      return end
    }
    return runEnd(start)
  }

  /// The end of a run of one character that may repeat in a token ("...", "--", "***"), else one
  /// character with what extends it.
  private func runEnd(_ start: Int) -> Int {
    let scalar = scalars[start]
    var end = start + 1
    switch scalar {
    case 0x2E, 0x2D, 0x3D, 0x5F, 0x2A, 0x7E, 0x23, 0x3C, 0x3E, 0x2B, 0x24, 0x2014, 0x2013, 0x2026,
      0..<0x20, 0x7F:
      while at(end) == scalar && end < count { end += 1 }
    default: break
    }
    while kind(end) == .extender { end += 1 }
    return end
  }

  /// The end of an emoji with its skin tone, joined parts, or of a pair of flag letters.
  private func emojiEnd(_ start: Int) -> Int {
    var end = start + 1
    if isFlagLetter(start) && isFlagLetter(end) { return end + 1 }
    while end < count {
      if classes[end] == .extender {
        end += scalars[end] == 0x200D && kind(end + 1) == .emoji ? 2 : 1
      } else {
        break
      }
    }
    return end
  }

  private func isFlagLetter(_ index: Int) -> Bool { 0x1F1E6...0x1F1FF ~= at(index) }

  /// The end of a face such as ":-)".
  private func emoticonEnd(_ start: Int) -> Int? {
    guard let faces = TokenLexicon.emoticons[scalars[start]] else { return nil }
    for face in faces where start + face.count <= count {
      let end = start + face.count
      if scalars[start..<end].elementsEqual(face), kind(end) != .letter, kind(end) != .digit {
        return end
      }
    }
    return nil
  }
}

extension [CharacterClass] {
  fileprivate subscript(safe index: Int) -> CharacterClass {
    index < count ? self[index] : .space
  }
}
