/// A line that tells when the page was published: "Published May 14, 2021 10:23 GMT".
struct PublicationLine {
  /// What the line says of the date.
  enum Label: Int, Comparable {
    case published, bare, updated

    /// The more to be trusted comes first.
    static func < (left: Label, right: Label) -> Bool { left.rawValue < right.rawValue }
  }

  /// ISO 8601; nil where the line doesn't settle the day.
  var date: String?
  /// What the line says of it.
  var label: Label

  /// The publication line that a stretch is, or nil where it holds other words as well.
  ///
  /// - Parameters:
  ///   - scalars: the stretch.
  ///   - order: which of two figures before a year is the day, where known.
  init?(_ scalars: ArraySlice<Unicode.Scalar>, order: FigureOrder? = nil) {
    guard scalars.count <= 120 else { return nil }
    let tokens = DateToken.all(in: scalars)
    let words = tokens.map(\.text)
    guard !words.isEmpty, words.contains(where: { Int($0) != nil }), words.allSatisfy(Self.isDating)
    else { return nil }
    let date = CalendarDate.first(in: tokens, order: order)
    let labels = words.map(DatingWords.label)
    let hasMonth = words.contains { CalendarDate.isMonth($0) || CalendarDate.isWeekday($0) }
    let hasLabel = labels.contains { $0 == .published || $0 == .updated }
    let isClock = words.contains("am") || words.contains("pm")
    let hasTime = tokens.contains {
      ($0.gap == ":" || isClock && $0.gap == ".") && $0.number != nil && $0.text.count == 2
    }
    guard date != nil || hasMonth || hasLabel || hasTime || Self.hasFigures(tokens) else {
      return nil
    }
    let days = Self.days(in: tokens, order: order)
    // Where both are told, each has its own date: "Updated March 7, 2024. Published March 5, 2024".
    let told =
      days.first { $0.label == .published } ?? days.first { $0.label != .updated } ?? days.first
    self.date = told?.iso
    let published = labels.firstIndex(of: .published)
    let updated = labels.firstIndex(of: .updated)
    label =
      switch (published, updated) {
      case (_?, _?): days.isEmpty || told?.label != .updated ? .published : .updated
      case (_?, nil): .published
      case (nil, _?): told?.label == .updated || told == nil ? .updated : .bare
      case (nil, nil): .bare
      }
  }

  /// A date, and what the words before it say of it.
  struct Day {
    let iso: String
    let label: DatingWords.Label?
  }

  /// The dates among tokens in their order.
  static func days(in tokens: [DateToken], order: FigureOrder?) -> [Day] {
    var days: [Day] = []
    var from = 0
    while from < tokens.count, days.count < 4,
      let date = CalendarDate.first(in: Array(tokens[from...]), order: order)
    {
      let before = tokens[from..<from + date.tokens.lowerBound]
      var label = before.reversed().lazy.compactMap { DatingWords.label($0.text) }
        .first { $0 != .other }
      let behind = tokens[(from + date.tokens.upperBound)...]
      if label == nil, days.isEmpty, CalendarDate.first(in: Array(behind), order: order) == nil,
        behind.first.map({ DatingWords.label($0.text) == .updated }) ?? false
      {
        label = .updated
      }
      days.append(Day(iso: date.iso, label: label))
      from += date.tokens.upperBound
    }
    return days
  }

  /// Figures as dates have them, though nothing may tell which is the day.
  private static func hasFigures(_ tokens: [DateToken]) -> Bool {
    tokens.indices.dropLast(2).contains { at in
      ["/", "."].contains(tokens[at + 1].gap) && tokens[at + 1].gap == tokens[at + 2].gap
        && tokens[at...at + 2].allSatisfy { $0.number != nil } && tokens[at + 2].text.count == 4
    }
  }

  private static func isDating(_ word: String) -> Bool {
    Int(word) != nil || CalendarDate.isMonth(word) || CalendarDate.isWeekday(word)
      || DatingWords.label(word) != nil || Calendars.eras[word] != nil
  }
}
