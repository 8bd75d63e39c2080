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
  ///   - text: the stretch, in UTF-8.
  ///   - order: which of two figures before a year is the day, where known.
  init?(_ text: ArraySlice<UInt8>, order: FigureOrder? = nil) {
    guard text.count <= 480, let tokens = DateToken.dating(in: text),
      tokens.contains(where: { $0.digits > 0 }),
      text.count <= 120 || text.count(where: { $0 & 0xC0 != 0x80 }) <= 120
    else { return nil }
    let days = Self.days(in: tokens, order: order)
    let published = tokens.contains { $0.word?.label == .published }
    let updated = tokens.contains { $0.word?.label == .updated }
    guard !days.isEmpty || published || updated || Self.hasDay(tokens) else { return nil }
    // Where both are told, each has its own date: "Updated March 7, 2024. Published March 5, 2024".
    let told =
      days.first { $0.label == .published } ?? days.first { $0.label != .updated } ?? days.first
    date = told?.iso
    label =
      switch (published, updated) {
      case (true, true): told == nil || told?.label != .updated ? .published : .updated
      case (true, false): .published
      case (false, true): told?.label == .updated || told == nil ? .updated : .bare
      case (false, false): .bare
      }
  }

  /// The publication line that characters are.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(scalars.utf8[...])
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
    while days.count < 4, let date = CalendarDate.first(in: tokens, from: from, order: order) {
      var label = tokens[from..<date.tokens.lowerBound].reversed().lazy.compactMap {
        $0.word?.label
      }
      .first { $0 != .other }
      let behind = date.tokens.upperBound
      if label == nil, days.isEmpty, behind < tokens.count, tokens[behind].word?.label == .updated,
        CalendarDate.first(in: tokens, from: behind, order: order) == nil
      {
        label = .updated
      }
      days.append(Day(iso: date.iso, label: label))
      from = behind
    }
    return days
  }

  /// Whether the words tell a month, a weekday or a time, or are figures as dates have them, though
  /// nothing may tell which is the day.
  private static func hasDay(_ tokens: [DateToken]) -> Bool {
    if tokens.contains(where: { $0.isMonth || $0.word?.isWeekday ?? false }) { return true }
    let isClock = tokens.contains {
      $0.isUsed(as: .morning) && !$0.isUsed(as: .half)
        || $0.isUsed(as: .afternoon) && !$0.isUsed(as: .half)
    }
    return tokens.contains {
      ($0.gap == .colon || isClock && $0.gap == .dot) && $0.number != nil && $0.digits == 2
    }
      || tokens.indices.dropLast(2).contains { at in
        [.slash, .dot].contains(tokens[at + 1].gap) && tokens[at + 1].gap == tokens[at + 2].gap
          && tokens[at...at + 2].allSatisfy { $0.number != nil } && tokens[at + 2].digits == 4
      }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The characters in UTF-8.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    for scalar in self { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    return bytes
  }
}
