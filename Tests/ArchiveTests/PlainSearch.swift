import Archive

/// A report as a test knows it, to be searched by looking at each line.
struct PlainReport {
  struct Line {
    var words: [String] = []
    /// Values by their fields: `form`, `status` and so on; of actors the names and countries.
    var values: [String: [String]] = [:]
    var days: (String, String)?
    /// The numbers of the attributions that vouch for it.
    var authority: [Int] = []
  }

  var id = 0
  var day = ""
  var title: [String] = []
  var words: [String] = []
  var attributions: [Line] = []
  var events: [Line] = []
}

/// A query as a tree, with its text and what it means.
indirect enum PlainQuery {
  /// Words in a row, the last one maybe only begun.
  case words([String], isPrefix: Bool = false)
  case about([String], isPrefix: Bool = false)
  case title(String)
  case after(String)
  case before(String)
  case document(Int)
  /// A field of a statement or of an event with one of its values.
  case said(String, String)
  case done(String, String)
  case day(String, String)
  case not(PlainQuery)
  case all([PlainQuery])
  case any([PlainQuery])

  var text: String {
    switch self {
    case .words(let words, let isPrefix): Self.value(words, isPrefix)
    case .about(let words, let isPrefix): "about:" + Self.value(words, isPrefix)
    case .title(let word): "title:" + word
    case .after(let day): "after:" + day
    case .before(let day): "before:" + day
    case .document(let number): "document:\(number)"
    case .said(let field, let value), .done(let field, let value): "\(field):\"\(value)\""
    case .day(let first, let last): "day:\(first)..\(last)"
    case .not(let inner): "-(\(inner.text))"
    case .all(let parts): parts.map { "(\($0.text))" }.joined(separator: " ")
    case .any(let parts): parts.map { "(\($0.text))" }.joined(separator: " OR ")
    }
  }

  private static func value(_ words: [String], _ isPrefix: Bool) -> String {
    "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? "*" : "")
  }

  /// The items of a kind, by `report.line`, in the order of an answer.
  func places(in reports: [PlainReport], _ unit: SearchUnit) -> [String] {
    reports.sorted { ($1.day, $1.id) < ($0.day, $0.id) }.flatMap { report -> [String] in
      if unit == .report { return holds(of: report, nil, unit) ? ["\(report.id)"] : [] }
      let lines = unit == .event ? report.events : report.attributions
      return lines.indices.filter { holds(of: report, $0, unit) }
        .map { "\(report.id).\(unit == .event ? "e" : "a")\($0 + 1)" }
    }
  }

  private func level(_ unit: SearchUnit) -> Int {
    switch self {
    case .words, .title, .after, .before, .document: 0
    case .about: unit == .event ? 2 : 1
    case .said: 1
    case .done, .day: 2
    case .not(let inner): inner.level(unit)
    case .all(let parts), .any(let parts): parts.map { $0.level(unit) }.max() ?? 0
    }
  }

  private func holds(of report: PlainReport, _ line: Int?, _ unit: SearchUnit) -> Bool {
    let own = unit == .report ? 0 : unit == .attribution ? 1 : 2
    let level = level(unit)
    if case .not(let inner) = self { return !inner.holds(of: report, line, unit) }
    if case .any(let parts) = self { return parts.contains { $0.holds(of: report, line, unit) } }
    if case .all(let parts) = self {
      let others = parts.filter { ![0, own].contains($0.level(unit)) }
      guard
        parts.allSatisfy({ ![0, own].contains($0.level(unit)) || $0.holds(of: report, line, unit) })
      else { return false }
      if others.isEmpty { return true }
      let target = others.map { $0.level(unit) }.max() == 2 ? SearchUnit.event : .attribution
      return PlainQuery.all(others).holdsOfOne(joinedTo: line, of: report, unit, target)
    }
    if level != 0, level != own {
      return holdsOfOne(joinedTo: line, of: report, unit, level == 2 ? .event : .attribution)
    }
    return holds(ofOnly: report, line, unit)
  }

  /// Whether it holds of a line of another kind that is joined to this one.
  private func holdsOfOne(
    joinedTo line: Int?, of report: PlainReport, _ unit: SearchUnit, _ target: SearchUnit
  ) -> Bool {
    let lines = target == .event ? report.events : report.attributions
    return lines.indices.contains { other in
      let isJoined =
        switch unit {
        case .report: true
        case .event: report.events[line ?? 0].authority.contains(other + 1)
        case .attribution: report.events[other].authority.contains((line ?? 0) + 1)
        }
      return isJoined && holds(of: report, other, target)
    }
  }

  private func holds(
    ofOnly report: PlainReport, _ line: Int?, _ unit: SearchUnit
  ) -> Bool {
    func own() -> PlainReport.Line {
      unit == .event ? report.events[line ?? 0] : report.attributions[line ?? 0]
    }
    switch self {
    case .words(let words, let isPrefix):
      return Self.stand(words, isPrefix, in: report.words)
        || Self.stand(words, isPrefix, in: report.title)
    case .about(let words, let isPrefix): return Self.stand(words, isPrefix, in: own().words)
    case .title(let word): return report.title.contains(word)
    case .after(let day): return report.day >= day
    case .before(let day): return report.day < day && report.day != ""
    case .document(let number): return report.id == number
    case .said(let field, let value), .done(let field, let value):
      return own().values[field]?.contains(value) ?? false
    case .day(let first, let last):
      guard let days = own().days else { return false }
      return days.0 <= last && days.1 >= first
    case .not, .all, .any: return false
    }
  }

  private static func stand(_ words: [String], _ isPrefix: Bool, in text: [String]) -> Bool {
    text.indices.contains { start in
      words.indices.allSatisfy { index in
        guard start + index < text.count else { return false }
        return isPrefix && index == words.count - 1
          ? text[start + index].hasPrefix(words[index]) : text[start + index] == words[index]
      }
    }
  }
}
