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
    date = CalendarDate.first(in: DateToken.all(in: scalars[words.start..<words.end].utf8[...]))?.iso
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
      let spaced = at > range.lowerBound && scalars[at - 1].isBlank
      let next = at + 1 < end ? scalars[at + 1] : " "
      if scalar == "-", next == "-" {
        return Span(at, at + 2)
      }
      if "—–".unicodeScalars.contains(scalar) || scalar == "-" && spaced && next.isBlank {
        return Span(at, at + 1)
      }
      if scalar == ":" && next.isBlank { return Span(at, at + 1) }
      if scalar.endsLine && at + 1 < end && at - range.lowerBound < 3 { return nil }
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
    var rest = string.filter { $0 != "*" && $0 != "_" }[...]
    while let open = rest.lastIndex(of: "("), rest.hasSuffix(")") {
      let inside = rest[rest.index(after: open)...].dropLast()
      guard inside.split(separator: " ").count <= 4, inside.first?.isUppercase == true else {
        return nil
      }
      shape.hasAgency = true
      rest = rest[..<open]
      while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    }
    for (number, part) in rest.split(separator: ",").enumerated() {
      let words = part.split { $0.isWhitespace }
      let lower = words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
      if lower.contains(where: { CalendarDate.isMonth($0) || Int($0) != nil }) {
        let dating = lower.allSatisfy {
          CalendarDate.isMonth($0) || CalendarDate.isWeekday($0) || $0.first?.isNumber == true
        }
        guard dating else { return nil }
        shape.hasDay = true
        continue
      }
      guard !words.isEmpty, words.count <= 4, words.allSatisfy(isPlaceWord) else { return nil }
      guard !words.contains(where: { Phrasebook.isCall(String($0)) }) else { return nil }
      if let whole = Phrasebook.match(lower), whole.class != .teaser { return nil }
      let isCapitals = words.allSatisfy { word in
        word.filter(\.isLetter).count >= 2 && !word.contains(where: \.isLowercase)
          || word.count <= 3 && word.hasSuffix(".")
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
    guard let first = word.first, first.isLetter else { return false }
    return (first.isUppercase || smallWords.contains(word) || word.contains("-"))
      && word.allSatisfy { $0.isLetter || ".'’-/".contains($0) }
  }
}
