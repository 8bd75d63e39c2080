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

  /// Whether a line leads to another report, or asks readers to sign up.
  static func isPointer(_ text: ArraySlice<UInt8>, _ measure: BlockMeasures) -> Bool {
    guard measure.words <= 40, text.count <= 500, let start = pointers.match(text) else {
      return false
    }
    switch start {
    case .pointer: return measure.linkDensity > 0.3
    case .prompt: return measure.words <= 16
    }
  }

  private enum Start: String { case pointer, prompt }

  /// What lines begin with, by the first byte.
  private struct Starts {
    private var byFirst: [[(word: [UInt8], kind: Start)]] = Array(repeating: [], count: 256)

    init() {
      for row in TSV.rows(PackageResources.pointers_tsv) where row.cells.count == 2 {
        guard let kind = Start(rawValue: row[0]) else { continue }
        let word = Array(row[1].utf8)
        if let first = word.first { byFirst[Int(first)].append((word, kind)) }
      }
    }

    func match(_ text: ArraySlice<UInt8>) -> Start? {
      let head = text.prefix(80)
      guard let first = head.first else { return nil }
      if first >= 0x80 {
        let small = Letters.scalar(text, at: text.startIndex).scalar.properties.lowercaseMapping
        guard let letter = small.unicodeScalars.first.flatMap(UTF8.encode),
          byFirst[Int(letter.first ?? 0)].contains(where: { $0.word.starts(with: letter) })
        else { return nil }
        return matchInLowerCase(text)
      }
      for (word, kind) in byFirst[Int(Self.folded(first))] {
        // Only letters from A to Z fold by a bit.
        var alike = 0
        while alike < min(word.count, head.count),
          word[alike] == Self.folded(head[head.startIndex + alike])
        {
          alike += 1
        }
        if alike == word.count { return kind }
        if alike < head.count, head[head.startIndex + alike] >= 0x80,
          word[alike] >= 0x80 || Self.foldsToASCII(head.dropFirst(alike))
        {
          return matchInLowerCase(text)
        }
      }
      return nil
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Whether a text begins with the Turkish capital or the sign of Kelvin, whose small letters are ASCII.
    private static func foldsToASCII(_ text: ArraySlice<UInt8>) -> Bool {
      text.starts(with: [0xC4, 0xB0]) || text.starts(with: [0xE2, 0x84, 0xAA])
    }

    private func matchInLowerCase(_ text: ArraySlice<UInt8>) -> Start? {
      var line: [UInt8] = []
      let start = text.prefix(80)
      let head = start.span
      var offset = 0
      while offset < head.count {
        let scalar = head.scalar(at: &offset)
        let (kind, small) = Letters.kind(scalar)
        switch scalar {
        // The dot that a Turkish capital leaves behind in lower case is none of the word's.
        case "\u{130}": line.append(0x69)
        case "\u{307}": continue
        case _ where kind == .letter: line.append(contentsOf: UTF8.encode(small) ?? .init())
        default: line.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
      }
      guard let first = line.first else { return nil }
      return byFirst[Int(first)].first { line.starts(with: $0.word) }?.kind
    }
  }

  private static let pointers = Starts()
}
