/// What a search still looks at: reports, or lines of them.
struct Candidates {
  /// The reports, ascending.
  let reports: [Int]
  /// The lines, ascending, by their `ItemKey`; nil while all lines of the reports are meant.
  let lines: [Int]?

  /// Whole reports.
  init(reports: [Int]) { (self.reports, lines) = (reports, nil) }

  /// Lines.
  init(lines: [Int]) { (reports, self.lines) = (ItemKey.reports(of: lines), lines) }

  var count: Int { lines?.count ?? reports.count }
  var isEmpty: Bool { reports.isEmpty }

  /// Those of some reports, which are ascending.
  func among(_ chosen: [Int]) -> Candidates {
    guard let lines else { return Candidates(reports: SortedList.common(reports, chosen)) }
    let chosen = Set(chosen)
    return Candidates(lines: lines.filter { chosen.contains(ItemKey.report(of: $0)) })
  }

  /// Those that others have, too.
  func common(_ other: Candidates) -> Candidates {
    guard let theirs = other.lines else { return among(other.reports) }
    guard let lines else { return other.among(reports) }
    return Candidates(lines: SortedList.common(lines, theirs))
  }
}
