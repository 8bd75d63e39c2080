import Records
import Text

/// Dates: open without a publication date, resolved by the verb's tense with 2021-05-14.
enum DatesScore {
  private static let resolved = [
    ("landed … on Friday", "Friday", "2021-05-14"),
    ("announced Wednesday", "Wednesday", "2021-05-12"),
    ("convenes on Sunday", "Sunday", "2021-05-16"),
  ]

  static func lines(undated: Record, dated: Record) -> [SeedScore.Line] {
    func dates(_ record: Record) -> [DateInterval] {
      record.events.compactMap(\.date) + record.attributions.compactMap(\.date)
    }
    let invented = dates(undated).filter { $0.basis != .open || $0.from != nil }
    return [
      SeedScore.Line(
        "dates with a publication date", resolved,
        passes: { _, word, day in
          let found = dates(dated).filter { $0.text.contains(word) }
          return !found.isEmpty
            && found.allSatisfy { $0.from == day && $0.to == day && $0.basis == .resolved }
        },
        called: { "\($0.0): not \($0.2)" }),
      SeedScore.Line(
        faults: invented.map { "\($0.text) \($0.from ?? "")" }, "dates invented without one"),
    ]
  }
}
