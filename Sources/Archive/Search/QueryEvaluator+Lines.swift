import GRDB

/// A field that speaks of a line, with its value.
struct LineField: Hashable {
  let field: QueryField
  let pattern: WordPattern
}

/// What a line must be.
enum LineTest {
  /// A condition in SQL on the line's own columns; a plus sign before each keeps SQLite from finding
  /// the candidates by an index of all that fulfil it.
  case condition(SQL)
  /// One of some ways of saying.
  case manner(Set<Int>)
  /// A column that holds one of some numbers, or none of them where that is refused.
  case member(column: SQL, of: Set<Int>, isRefused: Bool = false)
  /// The same of a column that holds numbers, parted by commas.
  case party(column: SQL, of: Set<Int>, isRefused: Bool = false)
}

extension QueryEvaluator {
  /// The test that lines pass which fail another.
  func refused(_ test: LineTest) throws -> LineTest {
    switch test {
    case .condition(let condition): .condition("NOT ifnull(\(condition), 0)")
    case .manner(let manners):
      .manner(
        Set(try Int.fetchAll(database, sql: "SELECT id FROM manner")).subtracting(manners))
    case .member(let column, let values, let isRefused):
      .member(column: column, of: values, isRefused: !isRefused)
    case .party(let column, let values, let isRefused):
      .party(column: column, of: values, isRefused: !isRefused)
    }
  }

  /// The test of a field that speaks of the unit's own line.
  func test(_ wanted: LineField) throws -> LineTest {
    if let known = lineFields[wanted] { return known }
    let test = try makeTest(wanted)
    lineFields[wanted] = test
    return test
  }

  private func makeTest(_ wanted: LineField) throws -> LineTest {
    switch wanted.field {
    case .form, .source, .kind:
      return .manner(Set(try manners(wanted)))
    case .channel: return .condition("+attribution.channel = \(try term(wanted))")
    case .type: return .condition("+event.type = \(try term(wanted))")
    case .mode: return .condition("+event.mode = \(try term(wanted))")
    case .status: return .condition("+event.status = \(try term(wanted))")
    case .speaker:
      return .member(column: "attribution.speaker", of: Set(try actors(wanted.pattern)))
    case .actor: return .party(column: "event.doers", of: Set(try actors(wanted.pattern)))
    case .to: return .party(column: "event.recipients", of: Set(try actors(wanted.pattern)))
    case .place: return .member(column: "event.place", of: Set(try places(wanted.pattern)))
    case .day:
      let days = DayRange(wanted.pattern.text)
      return .condition("+event.first_day <= \(days?.last) AND +event.last_day >= \(days?.first)")
    default: return .condition("0")
    }
  }

  /// The candidates' lines that pass all tests, in one pass.
  func lines(
    passing tests: [LineTest], _ unit: SearchUnit, among left: Candidates
  ) throws -> Candidates {
    var conditions: [SQL] = []
    var columns: [SQL] = []
    var members: [(values: Set<Int>, isList: Bool, isRefused: Bool)] = []
    var manners: Set<Int>?
    for test in tests {
      switch test {
      case .condition(let condition): conditions.append("(\(condition))")
      case .manner(let values): manners = manners?.intersection(values) ?? values
      case .member(let column, let values, let isRefused):
        columns.append(column)
        members.append((values, false, isRefused))
      case .party(let column, let values, let isRefused):
        columns.append(column)
        members.append((values, true, isRefused))
      }
    }
    if let manners {
      columns.append("attribution.manner")
      members.append((manners, false, false))
    }
    // Where nobody has the name, no line is read for it.
    if members.contains(where: { $0.values.isEmpty && !$0.isRefused }) {
      return Candidates(lines: [])
    }
    let found = try rows(unit, columns, conditions, among: left)
    var lines: [Int] = []
    while let row = try found.next() {
      var passes = true
      for (index, member) in members.enumerated() where passes {
        let isMember =
          member.isList
          ? (row[index + 1] as String?).map { Self.names(one: member.values, in: $0) }
          : (row[index + 1] as Int?).map(member.values.contains)
        passes = (isMember ?? false) != member.isRefused
      }
      if passes { lines.append(row[0]) }
    }
    return Candidates(lines: SortedList.of(lines))
  }

  private func rows(
    _ unit: SearchUnit, _ columns: [SQL], _ conditions: [SQL], among left: Candidates
  ) throws -> RowCursor {
    let table = unit.table
    let key: SQL = "\(table).document << \(sql: "\(ItemKey.bits)") | \(table).number"
    let selected: SQL = ([key] + columns).joined(separator: ", ")
    let condition: SQL = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    let source: SQL =
      if let lines = left.lines {
        """
        json_each(\(Self.json(lines))) AS candidate CROSS JOIN \(table)
          ON \(table).document = candidate.value >> \(sql: "\(ItemKey.bits)")
          AND \(table).number = candidate.value & \(sql: "\(ItemKey.mask)")
        """
      } else {
        """
        json_each(\(Self.json(left.reports))) AS candidate
        CROSS JOIN \(table) ON \(table).document = candidate.value
        """
      }
    return try SQLRequest<Row>(
      literal: "SELECT \(selected) FROM \(source) WHERE \(condition)"
    ).fetchCursor(database)
  }

  /// Whether a list of numbers, parted by commas, names one of some.
  private static func names(one wanted: Set<Int>, in list: String) -> Bool {
    var number = 0
    for byte in list.utf8 {
      if byte == UInt8(ascii: ",") {
        if wanted.contains(number) { return true }
        number = 0
      } else {
        number = number * 10 + Int(byte &- UInt8(ascii: "0"))
      }
    }
    return wanted.contains(number)
  }

  /// Which of the candidates' events rest on which attributions, or which attributions vouch for
  /// which events, where the candidates are those.
  func authorities(of left: Candidates, _ unit: SearchUnit) throws -> [(own: Int, other: Int)] {
    let (own, other): (SQL, SQL) =
      unit == .event ? ("event", "attribution") : ("attribution", "event")
    let source: SQL =
      if let lines = left.lines {
        """
        json_each(\(Self.json(lines))) AS candidate CROSS JOIN authority
          ON authority.document = candidate.value >> \(sql: "\(ItemKey.bits)")
          AND authority.\(own) = candidate.value & \(sql: "\(ItemKey.mask)")
        """
      } else {
        """
        json_each(\(Self.json(left.reports))) AS candidate
        CROSS JOIN authority ON authority.document = candidate.value
        """
      }
    let rows = try SQLRequest<Row>(
      literal: """
        SELECT authority.document << \(sql: "\(ItemKey.bits)"), authority.\(own), authority.\(other)
        FROM \(source)
        """
    ).fetchCursor(database)
    var pairs: [(own: Int, other: Int)] = []
    while let row = try rows.next() {
      let report: Int = row[0]
      pairs.append((own: report | row[1], other: report | row[2]))
    }
    return pairs
  }

  /// Numbers as a JSON array, for SQL.
  static func json(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }
}
