import GRDB

/// What of some candidates fulfils a query, by the algebra of sets: each field is looked up for the
/// candidates that the parts before it left, or its list is gone through once.
///
/// An evaluator belongs to one snapshot and keeps what it found out about the query's words and names.
final class QueryEvaluator {
  let database: Database
  let effort: SearchEffort
  /// The reports of words that were gone through whole, by what FTS5 is asked for.
  var reportsOfWords: [String: [Int]] = [:]
  /// How many reports may still be asked for the words one by one.
  var lookupsLeft: [String: Int] = [:]
  var actorsOfNames: [WordPattern: [Int]] = [:]
  var lineFields: [LineField: LineTest] = [:]

  init(_ database: Database, _ effort: SearchEffort) {
    (self.database, self.effort) = (database, effort)
  }

  /// The candidates that fulfil `expression`: lines of the unit's kind, or reports.
  func items(
    _ expression: QueryExpression, _ unit: SearchUnit, among left: Candidates
  ) throws -> Candidates {
    if left.isEmpty { return left }
    switch expression {
    case .words(let pattern): return left.among(try reports(having: pattern, among: left.reports))
    case .not(.field(let field, _, _))
    where unit != .report && field != .about && expression.level(unit) == unit:
      return try all([expression], unit, among: left)
    case .not(let inner):
      return try without(items(inner, unit, among: left), left, unit)
    case .any(let parts):
      let found = try parts.map { try items($0, unit, among: left) }
      if found.allSatisfy({ $0.lines == nil }) {
        return Candidates(reports: SortedList.of(found.flatMap(\.reports)))
      }
      return Candidates(lines: SortedList.of(try found.flatMap { try lines(of: $0, unit) }))
    case .all(let parts): return try all(parts, unit, among: left)
    case .field(let field, let pattern, _):
      if field.level == .report {
        return left.among(try reports(field, pattern, among: left.reports))
      }
      return try all([expression], unit, among: left)
    }
  }

  /// Parts that hold together: those that speak of another kind of line than the unit hold of one
  /// such line, all of them.
  private func all(
    _ parts: [QueryExpression], _ unit: SearchUnit, among candidates: Candidates
  ) throws -> Candidates {
    var left = candidates
    var tests: [LineTest] = []
    var (early, late): ([QueryExpression], [QueryExpression]) = ([], [])
    var groups: [SearchUnit: [QueryExpression]] = [:]
    let highest = parts.map { $0.level(unit) }.max { $0.rank < $1.rank } ?? .report
    for part in parts {
      let speaksOf = part.level(unit)
      if speaksOf != .report, speaksOf != unit {
        // Of a report, all lines' parts hold of one line of the highest kind that is asked for.
        groups[unit == .report ? highest : speaksOf, default: []].append(part)
      } else if speaksOf == .report {
        early.append(part)
      } else if case .field(let field, let pattern, _) = part, field != .about {
        tests.append(try test(LineField(field: field, pattern: pattern)))
      } else if case .not(.field(let field, let pattern, _)) = part, field != .about {
        tests.append(try refused(test(LineField(field: field, pattern: pattern))))
      } else {
        late.append(part)
      }
    }
    // Facts of the report cost less than its words.
    for part in early.filter({ !$0.asksForWords }) + early.filter(\.asksForWords) {
      left = try items(part, unit, among: left)
    }
    if !tests.isEmpty { left = try lines(passing: tests, unit, among: left) }
    for part in late {
      if case .field(_, let pattern, _) = part {
        left = try lines(about: pattern, unit, among: left)
      } else {
        left = try items(part, unit, among: left)
      }
    }
    for (target, group) in groups.sorted(by: { $0.key.rank < $1.key.rank }) {
      left = try joined(to: target, group, unit, among: left)
    }
    return left
  }

  /// The candidates to which a line of another kind is joined that fulfils the parts.
  private func joined(
    to target: SearchUnit, _ parts: [QueryExpression], _ unit: SearchUnit, among left: Candidates
  ) throws -> Candidates {
    if left.isEmpty { return left }
    let whole = parts.count == 1 ? parts[0] : .all(parts)
    if unit == .report {
      let found = try items(whole, target, among: Candidates(reports: left.reports))
      return left.among(ItemKey.reports(of: try lines(of: found, target)))
    }
    let pairs = try authorities(of: left, unit)
    let others = SortedList.of(pairs.map(\.other))
    let found = Set(
      try lines(of: items(whole, target, among: Candidates(lines: others)), target))
    return Candidates(
      lines: SortedList.of(pairs.filter { found.contains($0.other) }.map(\.own)))
  }

  /// The candidates that aren't among those found.
  private func without(
    _ found: Candidates, _ left: Candidates, _ unit: SearchUnit
  ) throws -> Candidates {
    guard let lines = found.lines else {
      return left.among(SortedList.difference(left.reports, found.reports))
    }
    return Candidates(lines: SortedList.difference(try self.lines(of: left, unit), lines))
  }

  /// The candidates' lines, one by one.
  func lines(of candidates: Candidates, _ unit: SearchUnit) throws -> [Int] {
    try candidates.lines ?? lines(passing: [], unit, among: candidates).lines ?? []
  }
}

extension QueryExpression {
  /// The kind of line that a part speaks of; `about:` speaks of whichever is asked for.
  func level(_ unit: SearchUnit) -> SearchUnit {
    switch self {
    case .words: .report
    case .field(.about, _, _): unit == .report ? .attribution : unit
    case .field(let field, _, _):
      switch field.level {
      case .report: .report
      case .attribution: .attribution
      case .event: .event
      }
    case .not(let inner): inner.level(unit)
    case .all(let parts), .any(let parts):
      parts.map { $0.level(unit) }.max { $0.rank < $1.rank } ?? .report
    }
  }

  fileprivate var asksForWords: Bool {
    switch self {
    case .words, .field(.title, _, _): true
    case .field: false
    case .not(let inner): inner.asksForWords
    case .all(let parts), .any(let parts): parts.contains(where: \.asksForWords)
    }
  }
}

extension SearchUnit {
  fileprivate var rank: Int { self == .report ? 0 : self == .attribution ? 1 : 2 }

  /// The table of the unit's lines.
  var table: SQL { self == .event ? "event" : "attribution" }
}
