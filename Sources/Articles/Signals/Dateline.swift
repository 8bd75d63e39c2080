import Text

/// The place, and at times agency and day, before a report's first words: "KABUL, May 14 (AP) —".
struct Dateline {
  /// The dateline's words with the dash or colon behind them.
  var span: Span
  /// Whether an agency or a day stands in it.
  var isFull: Bool
  /// Its date, where it has a year.
  var date: String?

  /// How freely a dateline is looked for.
  enum Care {
    /// The first paragraph of the report: a place in mixed case will do.
    case opening
    /// A later paragraph: only with an agency or a day, as in a bulletin of several reports.
    case later
  }

  /// Looks at the start of a paragraph.
  init?(
    _ scalars: [Unicode.Scalar], _ paragraph: Span, care: Care, mayEndInColon: Bool
  ) {
    let reach = min(paragraph.end, paragraph.start + 100)
    guard let mark = Self.mark(scalars, paragraph.start..<reach, paragraph.end) else { return nil }
    let words = scalars.trimmed(Span(paragraph.start, mark.start))
    guard !words.isEmpty, let shape = Self.shape(scalars.string(words)) else { return nil }
    isFull = shape.hasAgency || shape.hasDay
    if scalars[mark.start] == ":" && !(mayEndInColon && shape.isCapitals && care == .opening) {
      return nil
    }
    if care == .later && !isFull { return nil }
    if !shape.isCapitals {
      let next = scalars[mark.end..<paragraph.end].first { !$0.isBlank }
      guard let next, next.isCapital || next.isDigit || "\"“‘'".unicodeScalars.contains(next) else {
        return nil
      }
      guard isFull || mark.start > words.end || scalars[mark.start] == "—" else { return nil }
    }
    span = words.union(mark)
    date =
      CalendarDate.first(in: DateToken.all(in: scalars[words.start..<words.end].utf8[...]))?.iso
  }

  /// A dateline that stands on a line of its own, which needs an agency or a day.
  init?(line scalars: [Unicode.Scalar], _ line: Span) {
    guard line.count <= 80, let shape = Self.shape(scalars.string(line)), shape.isCapitals,
      shape.hasPlace, shape.hasAgency || shape.hasDay
    else { return nil }
    span = line
    isFull = true
    date = CalendarDate.first(in: DateToken.all(in: scalars[line.start..<line.end].utf8[...]))?.iso
  }

  /// The first dash that stands between words, or the first colon.
  private static func mark(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ end: Int
  ) -> Span? {
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = scalars[at]
      switch scalar {
      case "—", "–": return Span(at, at + 1)
      case "-", ":":
        let next = at + 1 < end ? scalars[at + 1] : " "
        if scalar == "-", next == "-" { return Span(at, at + 2) }
        let spaced = at > range.lowerBound && scalars[at - 1].isBlank
        if next.isBlank, spaced || scalar == ":" { return Span(at, at + 1) }
      default:
        if at - range.lowerBound < 3, at + 1 < end, scalar.endsLine { return nil }
      }
      at += 1
    }
    return nil
  }

  private struct Shape {
    var isCapitals = true
    var hasPlace = false
    var hasAgency = false
    var hasDay = false
  }

  /// The parts of the words before the mark; nil where they can't be a dateline.
  private static func shape(_ string: String) -> Shape? {
    var shape = Shape()
    var rest = string[...]
    if string.utf8.contains(where: { $0 == 0x2A || $0 == 0x5F }) {
      rest = string.filter { $0 != "*" && $0 != "_" }[...]
    }
    while rest.utf8.last == 0x29, let open = rest.utf8.lastIndex(of: 0x28) {
      let inside = rest[rest.index(after: open)...].dropLast()
      guard inside.words.count <= 4, WordShape(inside).first.contains(.capital) else { return nil }
      shape.hasAgency = true
      rest = rest[..<open].trimmed
    }
    for (number, part) in rest.split(at: comma).enumerated() {
      let words = part.words
      let dates = words.map { DateToken.all(in: Array($0.utf8)[...]) }
      if dates.contains(where: { $0.count == 1 && ($0[0].isMonth || $0[0].digits > 0) }) {
        let dating = dates.allSatisfy { tokens in
          tokens.first.map { $0.digits > 0 || $0.isMonth || $0.word?.isWeekday ?? false } ?? false
        }
        guard dating else { return nil }
        shape.hasDay = true
        continue
      }
      guard !words.isEmpty, words.count <= 4, words.allSatisfy(isPlaceWord),
        !words.contains(where: { Phrasebook.isCall(String($0)) })
      else { return nil }
      if let whole = Phrasebook.match(PhraseWords(utf8: Array(part.utf8)[...])),
        whole.class != .teaser
      {
        return nil
      }
      let isCapitals = words.allSatisfy { word in
        word.unicodeScalars.count(where: \.isLetter) >= 2 && !word.holds(\.isSmall)
          || word.utf8.last == 0x2E && word.count <= 3
      }
      if number == 0 { shape.isCapitals = isCapitals }
      shape.hasPlace = true
    }
    return shape.hasPlace || shape.hasAgency ? shape : nil
  }

  /// Words of places' names that are written small.
  static let smallWords: Set<Substring> = [
    "of", "the", "de", "la", "and", "al", "el", "du", "sur", "am",
  ]

  private static func isPlaceWord(_ word: Substring) -> Bool {
    let shape = WordShape(word)
    guard shape.first.contains(.letter) else { return false }
    return
      (shape.first.contains(.capital) || shape.hashBeforeHyphen != nil
      || smallWords.contains(word))
      && !word.holds { !(CharacterTraits($0).contains(.letter) || placeMarks.contains($0)) }
  }

  private static let comma: MarkSet = ","
  private static let placeMarks: MarkSet = ".'’-/"
}
