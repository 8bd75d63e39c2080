public import Text

/// Finds what stands between quotation marks: curly, straight and typed as ``` ``…'' ```; marks
/// that are typed the wrong way round; unclosed ones, which end with their paragraph; single marks
/// outside double ones, told from apostrophes.
///
/// A quotation within a quotation is part of the outer one.
public struct QuotationFinder: Sendable {
  /// A finder.
  public init() {}

  /// The quotations of a text in its order; none overlaps another, none crosses a line break.
  ///
  /// - Complexity: O(n).
  public func quotations(in text: SourceText) -> [Quotation] {
    let points = Array(text.string.unicodeScalars)
    var found: [Quotation] = []
    var start = 0
    while start < points.count {
      var end = start
      while end < points.count && points[end] != "\n" { end += 1 }
      let line = Line(points: points, range: start..<end)
      let doubles = line.doubleQuotations()
      found += doubles
      found += line.singleQuotations(outside: doubles)
      start = end + 1
    }
    return found.sorted { $0.marks < $1.marks }
  }
}

/// One line of a text: marks pair up within it.
private struct Line {
  let points: [Unicode.Scalar]
  let range: Range<Int>

  func at(_ index: Int) -> Unicode.Scalar? {
    range.contains(index) ? points[index] : nil
  }

  func isWord(_ index: Int) -> Bool {
    guard let point = at(index) else { return false }
    return point.properties.isAlphabetic || point.properties.numericType != nil
  }

  func isSpace(_ index: Int) -> Bool {
    guard let point = at(index) else { return true }
    return point.properties.isWhitespace
  }

  /// What a double mark at a place may be, and how many code points it takes.
  private func mark(_ index: Int) -> (kind: MarkKind, width: Int)? {
    switch at(index) {
    case "“":
      let closesByPlace = !isSpace(index - 1) && !isWord(index + 1) && at(index - 1) != "("
      return (closesByPlace ? .either : .opening, 1)
    case "”":
      let opensByPlace = isSpace(index - 1) && isWord(index + 1)
      return (opensByPlace ? .either : .closing, 1)
    case "„", "«": return (.opening, 1)
    case "»": return (.closing, 1)
    case "\"": return isInchMark(index) ? nil : (.either, 1)
    case "`": return at(index + 1) == "`" ? (.opening, 2) : nil
    case "'": return at(index + 1) == "'" ? (.either, 2) : nil
    default: return nil
    }
  }

  private enum MarkKind { case opening, closing, either }

  /// A lone straight mark behind a number measures inches.
  private func isInchMark(_ index: Int) -> Bool {
    guard let before = at(index - 1), before.properties.numericType != nil, !isWord(index + 1)
    else { return false }
    return range.count { points[$0] == "\"" } == 1
  }

  func doubleQuotations() -> [Quotation] {
    var found: [Quotation] = []
    var opening: (index: Int, width: Int)?
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (kind, width) = mark(index) else {
        index += 1
        continue
      }
      if let open = opening {
        if kind != .opening {
          append(open.index, open.width, index, width, to: &found)
          opening = nil
        }
      } else if kind != .closing {
        opening = (index, width)
      }
      index += width
    }
    if let open = opening { append(open.index, open.width, range.upperBound, 0, to: &found) }
    return found
  }

  /// Records a quotation unless nothing is quoted.
  private func append(
    _ open: Int, _ openWidth: Int, _ close: Int, _ closeWidth: Int, isSingle: Bool = false,
    to found: inout [Quotation]
  ) {
    var start = open + openWidth
    var end = close
    while start < end && isSpace(start) { start += 1 }
    while end > start && isSpace(end - 1) { end -= 1 }
    guard start < end else { return }
    found.append(
      Quotation(
        marks: Span(open, closeWidth == 0 ? end : close + closeWidth), words: Span(start, end),
        isClosed: closeWidth > 0, isSingle: isSingle))
  }

  func singleQuotations(outside doubles: [Quotation]) -> [Quotation] {
    var found: [Quotation] = []
    var index = range.lowerBound
    var next = 0
    while index < range.upperBound {
      while next < doubles.count && doubles[next].marks.end <= index { next += 1 }
      if next < doubles.count && doubles[next].marks.contains(index) {
        index = doubles[next].marks.end
        continue
      }
      let limit = next < doubles.count ? doubles[next].marks.start : range.upperBound
      if opensSingle(index), let close = singleClose(after: index, before: limit) {
        append(index, 1, close, 1, isSingle: true, to: &found)
        index = close + 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// A single mark opens before a word and behind none; "’90s" and "’em" are clipped words.
  private func opensSingle(_ index: Int) -> Bool {
    guard at(index) == "‘" || at(index) == "'", !isWord(index - 1), isWord(index + 1) else {
      return false
    }
    var end = index + 1
    while isWord(end) { end += 1 }
    let word = String(String.UnicodeScalarView(points[index + 1..<end])).lowercased()
    return !["em", "til", "tis", "twas", "cause", "n"].contains(word)
      && !(word.hasSuffix("s") && word.dropLast().allSatisfy(\.isNumber) && word.count > 1)
  }

  /// Where a single quotation closes: behind a word or a stop, before no word. A mark behind an
  /// "s" may be a possessive; it closes all the same where no later mark could.
  private func singleClose(after open: Int, before limit: Int) -> Int? {
    var fallback: Int?
    var index = open + 4
    while index < limit {
      if at(index) == "’" || at(index) == "'", !isWord(index + 1),
        isWord(index - 1) || ".,!?…".unicodeScalars.contains(points[index - 1])
      {
        let mayBePossessive = points[index - 1] == "s" && isSpace(index + 1)
        if !mayBePossessive {
          return fallback.map { isOpen(between: $0, and: index) ? $0 : index } ?? index
        }
        fallback = fallback ?? index
      }
      index += 1
    }
    return fallback
  }

  /// Whether another single quotation opens between two places.
  private func isOpen(between start: Int, and end: Int) -> Bool {
    (start + 1..<end).contains { opensSingle($0) }
  }
}
