import GRDB

/// Turns a query's tree into a condition in SQL; every value is a parameter.
///
/// The condition speaks of `document`, and of `event` or `attribution` where that is the unit.
struct QueryCompiler {
  let database: Database

  /// The condition of `expression` for items of `unit`.
  func condition(_ expression: QueryExpression, _ unit: SearchUnit) throws -> SQL {
    switch expression {
    case .words(let pattern): return inReport(pattern.match)
    case .not(let inner): return "NOT (\(try condition(inner, unit)))"
    case .any(let parts):
      return "(\(try parts.map { try condition($0, unit) }.joined(separator: " OR ")))"
    case .all(let parts): return try all(parts, unit)
    case .field(let field, let pattern, _):
      if field.level == .report { return reportField(field, pattern) }
      let speaksOf = level(of: expression, unit)
      return speaksOf == unit
        ? try lineField(field, pattern, unit) : try elsewhere([expression], speaksOf, from: unit)
    }
  }

  /// Parts that hold together: those that speak of another kind of line than the unit hold of one
  /// such line, all of them.
  private func all(_ parts: [QueryExpression], _ unit: SearchUnit) throws -> SQL {
    var here: [SQL] = []
    var groups: [SearchUnit: [QueryExpression]] = [:]
    let highest = parts.map { level(of: $0, unit) }.max { $0.rank < $1.rank } ?? .report
    for part in parts {
      let speaksOf = level(of: part, unit)
      if speaksOf == .report || speaksOf == unit {
        here.append(try condition(part, unit))
      } else if unit == .report {
        // All lines' parts hold of one line of the highest kind that is asked for.
        groups[highest, default: []].append(part)
      } else {
        groups[speaksOf, default: []].append(part)
      }
    }
    for (target, group) in groups.sorted(by: { $0.key.rank < $1.key.rank }) {
      here.append(try elsewhere(group, target, from: unit))
    }
    return "(\(here.joined(separator: " AND ")))"
  }

  /// The kind of line that a part speaks of; `about:` speaks of whichever is asked for.
  func level(of expression: QueryExpression, _ unit: SearchUnit) -> SearchUnit {
    if case .field(.about, _, _) = expression { return unit == .report ? .attribution : unit }
    return switch expression.level {
    case .report: .report
    case .attribution: .attribution
    case .event: .event
    }
  }

  /// That one line of another kind, joined to this item, fulfils the parts.
  private func elsewhere(
    _ parts: [QueryExpression], _ target: SearchUnit, from unit: SearchUnit
  ) throws -> SQL {
    let inner = try condition(parts.count == 1 ? parts[0] : .all(parts), target)
    switch (unit, target) {
    case (.report, .event):
      return "document.id IN (SELECT event.document FROM event WHERE \(inner))"
    case (.report, _):
      return "document.id IN (SELECT attribution.document FROM attribution WHERE \(inner))"
    case (.event, _):
      return """
        (event.document, event.number) IN (
          SELECT authority.document, authority.event FROM attribution
          JOIN authority ON authority.document = attribution.document
            AND authority.attribution = attribution.number WHERE \(inner))
        """
    default:
      return """
        (attribution.document, attribution.number) IN (
          SELECT authority.document, authority.attribution FROM event
          JOIN authority ON authority.document = event.document
            AND authority.event = event.number WHERE \(inner))
        """
    }
  }

  private func inReport(_ match: String?) -> SQL {
    """
    document.id IN (SELECT rowid FROM report_words WHERE report_words MATCH \(match ?? "\"\""))
    """
  }
}

extension SearchUnit {
  fileprivate var rank: Int { self == .report ? 0 : self == .attribution ? 1 : 2 }
}
