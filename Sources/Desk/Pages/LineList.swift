import Archive

/// Lines of many reports, newest first, a page at a time.
struct LineList: Sendable {
  struct Day: Sendable {
    let name: String
    var reports: [Report]
  }

  /// A report with those of its lines that the list shows.
  struct Report: Sendable {
    let title: String
    let href: String
    let published: Moment?
    var lines: [LineView]
  }

  let days: [Day]
  let next: Cursor?
  var isEmpty: Bool { days.isEmpty }

  /// The lines that a query finds, by the days of their reports.
  ///
  /// - Throws: `ArchiveError`; what the query's text has wrong is the program's fault.
  static func page(
    of query: String, from archive: Archive, after cursor: Cursor?, base: String
  ) throws -> LineList {
    let answer = try archive.search(try SearchQuery(query), after: cursor, limit: 40)
    var days: [Day] = []
    for line in try Hits(archive, base: base).lines(answer.page.items) {
      let name =
        line.published.map { Moment(String($0.machine.prefix(10))).shown } ?? "No publication date"
      if days.last?.name != name { days.append(Day(name: name, reports: [])) }
      let last = days.count - 1
      if let at = days[last].reports.indices.last,
        days[last].reports[at].href == line.reportAddress
      {
        days[last].reports[at].lines.append(line)
      } else {
        days[last].reports.append(
          Report(
            title: line.reportTitle, href: line.reportAddress, published: line.published,
            lines: [line]))
      }
    }
    return LineList(days: days, next: answer.page.next)
  }
}

/// Choices that narrow a list down.
struct Facet: Sendable {
  struct Choice: Sendable {
    let name: String
    let href: String
    let isCurrent: Bool
    var count: String?
  }

  let title: String
  let choices: [Choice]
}
