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
    let hasMonth = words.contains { CalendarDate.isMonth($0) || CalendarDate.isWeekday($0) }
    let hasLabel = words.contains { ["published", "posted", "updated", "modified"].contains($0) }
    let isClock = words.contains("am") || words.contains("pm")
    let hasTime = tokens.contains {
      ($0.gap == ":" || isClock && $0.gap == ".") && $0.number != nil && $0.text.count == 2
    }
    guard date != nil || hasMonth || hasLabel || hasTime else { return nil }
    self.date = date?.iso
    let published = words.firstIndex { ["published", "posted", "created", "issued"].contains($0) }
    let updated = words.firstIndex { ["updated", "modified", "update", "edited"].contains($0) }
    label =
      switch (published, updated) {
      case (let published?, let updated?): published < updated ? .published : .updated
      case (_?, nil): .published
      case (nil, _?): .updated
      case (nil, nil): .bare
      }
  }

  private static func isDating(_ word: String) -> Bool {
    Int(word) != nil || CalendarDate.isMonth(word) || CalendarDate.isWeekday(word)
      || dating.contains(word)
  }

  static let dating: Set<String> = [
    "published", "posted", "updated", "modified", "created", "issued", "last", "first", "update",
    "edited", "date", "time", "on", "at", "of", "the", "st", "nd", "rd", "th", "am", "pm", "a", "p",
    "m", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt",
    "cet", "cest", "eet", "eest", "bst", "ist", "msk", "t", "z", "h", "hrs", "local", "hours",
    "hour", "minutes", "minute", "mins", "min", "ago", "read", "days", "day", "today", "noon",
  ]
}
