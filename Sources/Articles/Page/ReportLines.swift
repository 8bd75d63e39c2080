import Text

/// Lines among a report's paragraphs that are no part of it: who wrote it, when it was published,
/// where to read more. The model learned from English pages; here other languages' words count.
enum ReportLines {
  /// What a line is.
  enum Kind { case byline, date, pointer }

  /// What a line right under the headline is, each of its rows one or the other.
  static func underTitle(_ text: ArraySlice<UInt8>) -> Kind? {
    guard text.count <= 400 else { return nil }
    var kind: Kind?
    for row in text.split(separator: 0x0A) {
      if PublicationLine(row[..<(sourceMark(in: row) ?? row.endIndex)]) != nil {
        kind = kind ?? .date
      } else if isByline(String(decoding: row, as: UTF8.self)[...]) {
        kind = .byline
      } else {
        return nil
      }
    }
    return kind
  }

  /// Where a line turns from its day to whose report it was: "2024年3月5日 来源：安塞尔日报".
  private static func sourceMark(in row: ArraySlice<UInt8>) -> Int? {
    guard row.contains(where: { $0 >= 0xE3 }) else { return nil }
    return row.indices.first { start in sources.contains { row[start...].starts(with: $0) } }
  }

  private static let sources = ["来源", "來源", "출처"].map { Array($0.utf8) }

  /// Whether a line names the authors behind words that open bylines, or signs with their names.
  static func isByline(_ line: Substring) -> Bool {
    guard line.unicodeScalars.count <= 120, AuthorNames.endsAsByline(line) else { return false }
    let names = WrittenNames([line], needsOpening: true).names
    return !names.isEmpty && names.allSatisfy { AuthorNames.isPerson($0) }
      || !Unspaced.signed(line).isEmpty
  }

  /// Whether a line leads to another report, asks readers to sign up, or is the page's own.
  static func isPointer(_ text: ArraySlice<UInt8>, _ measure: BlockMeasures) -> Bool {
    guard measure.words <= 40, text.count <= 600 else { return false }
    if measure.words <= 30, asksInside(text) { return true }
    guard let start = pointers.match(text) else { return false }
    switch start.kind {
    case .pointer: return measure.linkDensity > 0.3 || start.isWhole
    case .prompt: return measure.words <= (measure.linkDensity > 0 ? 25 : 16)
    case .call:
      return measure.words <= 30 && (measure.linkDensity > 0.5 || pointers.nameChannel(text))
    case .note: return measure.words <= 24
    case .label: return start.isWhole
    case .channel: return false
    }
  }

  /// Whether a later sentence of a line asks readers to follow the paper elsewhere. That a channel is named
  /// tells nothing: reports say where a governor wrote.
  private static func asksInside(_ text: ArraySlice<UInt8>) -> Bool {
    for end in text.indices where sentenceEnds.contains(text[end]) {
      var start = end + 1
      guard start < text.endIndex, text[start] == 0x20 else { continue }
      start += 1
      guard let opening = pointers.match(text[start...]) else { continue }
      // Where a clause begins, only words that reports don't have.
      let asks = opening.kind == .prompt || opening.kind == .call && text[end] != 0x2C
      if asks, pointers.nameChannel(opening.kind == .prompt ? text : text[start...]) { return true }
    }
    return false
  }

  /// The marks `.`, `!`, `?`, `:` and `,`.
  private static let sentenceEnds: [UInt8] = [0x2E, 0x21, 0x3F, 0x3A, 0x2C]

  /// Whether a line is a link to another page by its shape, alone or behind a few words and a colon. In
  /// English the model tells those that are the report's own by their words.
  static func isLinkLine(_ text: ArraySlice<UInt8>, _ measure: BlockMeasures) -> Bool {
    // Addresses and accounts that are written out are the report's.
    guard (4...30).contains(measure.words), !text.contains(0x40), !text.holdsWord(Self.scheme)
    else { return false }
    if measure.linkDensity > 0.95 { return true }
    guard measure.linkDensity > 0.6,
      let colon = text.prefix(60).firstIndex(where: { $0 == 0x3A || $0 == 0x7C })
    else { return false }
    return text[..<colon].count(where: { $0 == 0x20 }) <= 4
  }

  private static let scheme = Array("://".utf8)

  /// What a line says of the box that it opens.
  enum Opening {
    /// Other reports are named in it.
    case reports
    /// It asks something of readers.
    case request
  }

  /// What a short line says of the box that it opens; nil where it says nothing.
  static func opening(_ text: ArraySlice<UInt8>, _ measure: BlockMeasures) -> Opening? {
    guard text.count <= 200, measure.linkDensity < 0.5, let start = pointers.match(text) else {
      return nil
    }
    switch start.kind {
    case .pointer: return start.isWhole ? .reports : nil
    case .prompt, .label: return .request
    case .call: return pointers.nameChannel(text) ? .request : nil
    case .note, .channel: return nil
    }
  }

  private enum Start: String { case pointer, prompt, call, note, label, channel }

  /// What lines begin with, by the first byte, the longest first.
  private struct Starts {
    private struct Word {
      /// Where it stands in `bytes`.
      var range: Range<Int>
      var kind: Start
      /// Whether its last sign is a letter of a script that sets gaps between words.
      var endsInWord: Bool
    }

    private var bytes: [UInt8] = []
    private var words: [Word] = []
    /// By the first byte: where the words are.
    private var byFirst: [Range<Int>] = []
    /// What a paper calls the places where readers may follow it.
    private var channels: [[UInt8]] = []

    init() {
      var rows: [[(word: [UInt8], kind: Start)]] = Array(repeating: [], count: 256)
      for row in TSV.rows(PackageResources.pointers_tsv) where row.cells.count == 2 {
        guard let kind = Start(rawValue: row[0]) else { continue }
        let word = Array(row[1].utf8)
        guard kind != .channel else {
          channels.append(word)
          continue
        }
        if let first = word.first { rows[Int(first)].append((word, kind)) }
      }
      for first in rows.indices {
        let start = words.count
        let sorted = rows[first].sorted {
          $0.word.count != $1.word.count
            ? $0.word.count > $1.word.count : $0.word.lexicographicallyPrecedes($1.word)
        }
        for row in sorted {
          let last = String(decoding: row.word, as: UTF8.self).unicodeScalars.last
          words.append(
            Word(
              range: bytes.count..<bytes.count + row.word.count, kind: row.kind,
              endsInWord: last.map(Self.isSpacedLetter) ?? false))
          bytes += row.word
        }
        byFirst.append(start..<words.count)
      }
    }

    /// Whether a line names a place where readers may follow a paper.
    func nameChannel(_ text: ArraySlice<UInt8>) -> Bool {
      let line = Self.lowercased(text)[...]
      return channels.contains { line.holdsWord($0) }
    }

    /// Whether a sign is a letter or a letter's mark of a script that sets gaps between words; Korean
    /// writes particles on to them.
    private static func isSpacedLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...: false
      default:
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      }
    }

    func match(_ text: ArraySlice<UInt8>) -> (kind: Start, isWhole: Bool)? {
      guard let first = text.first else { return nil }
      if first >= 0x80 {
        let small = Letters.scalar(text, at: text.startIndex).scalar.properties.lowercaseMapping
        guard let letter = small.unicodeScalars.first.flatMap(UTF8.encode),
          words[byFirst[Int(letter.first ?? 0)]].contains(where: {
            bytes[$0.range].starts(with: letter)
          })
        else { return nil }
      } else if !mayMatch(text.prefix(80), first) {
        return nil
      }
      return matchInLowerCase(text)
    }

    /// Whether a text may begin with a word, as far as letters from A to Z tell, which alone fold by a bit.
    private func mayMatch(_ text: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
      let (text, bytes, words) = (text.span, bytes.span, words.span)
      next: for number in byFirst[Int(Self.folded(first))] {
        let word = words[number].range
        for offset in 0..<min(word.count, text.count) {
          let (wanted, here) = (bytes[word.lowerBound &+ offset], text[offset])
          if wanted >= 0x80 || here >= 0x80 { return true }
          if wanted != Self.folded(here) { continue next }
        }
        return true
      }
      return false
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private func matchInLowerCase(_ text: ArraySlice<UInt8>) -> (kind: Start, isWhole: Bool)? {
      let line = Self.lowercased(text.prefix(80))
      guard let start = line.first else { return nil }
      for number in byFirst[Int(start)] where begins(line, words[number].range) {
        let word = words[number]
        let rest = line[word.range.count...]
        let isWhole = String(decoding: rest, as: UTF8.self).allSatisfy {
          !$0.isLetter && !$0.isNumber
        }
        // Words end where the line's does; signs of other scripts have no gaps between them.
        if word.endsInWord, !rest.isEmpty,
          Self.isSpacedLetter(Letters.scalar(rest, at: rest.startIndex).scalar)
        {
          continue
        }
        if word.kind == .label, !isWhole { continue }
        return (word.kind, isWhole)
      }
      return nil
    }

    @inline(__always)
    private func begins(_ line: [UInt8], _ word: Range<Int>) -> Bool {
      let (line, bytes) = (line.span, bytes.span)
      guard line.count >= word.count else { return false }
      for offset in 0..<word.count where line[offset] != bytes[word.lowerBound &+ offset] {
        return false
      }
      return true
    }

    /// A stretch of well-formed UTF-8, which may be cut within its last character, in lower case.
    private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
      var line: [UInt8] = []
      line.reserveCapacity(text.count + 16)
      var offset = text.startIndex
      while offset < text.endIndex {
        if text[offset] < 0x80 {
          line.append(folded(text[offset]))
          offset += 1
          continue
        }
        let (scalar, width) = Letters.scalar(text, at: offset)
        offset += width
        guard offset <= text.endIndex else { return line + [0xEF, 0xBF, 0xBD] }
        // The dot that a Turkish capital leaves behind in lower case is none of the word's.
        if scalar == "\u{307}" { continue }
        if scalar == "\u{130}" {
          line.append(0x69)
        } else if scalar.value < 0x600 {
          line += UTF8.encode(Letters.kind(scalar).small) ?? .init()
        } else if scalar.properties.changesWhenLowercased {
          line += scalar.properties.lowercaseMapping.utf8
        } else {
          line += text[offset - width..<offset]
        }
      }
      return line
    }
  }

  private static let pointers = Starts()
}

extension ArraySlice<UInt8> {
  /// Whether words in lower case stand in the bytes, letters from A to Z of either case alike.
  fileprivate func holdsWord(_ word: [UInt8]) -> Bool {
    guard count >= word.count, let first = word.first else { return false }
    for start in startIndex...(endIndex - word.count)
    where self[start] == first || self[start] &- 0x41 < 26 && self[start] | 0x20 == first {
      var length = 1
      while length < word.count {
        let byte = self[start + length]
        guard byte == word[length] || byte &- 0x41 < 26 && byte | 0x20 == word[length] else {
          break
        }
        length += 1
      }
      if length == word.count { return true }
    }
    return false
  }
}
