import Records
import Text

/// The user's own actors: a tab-separated file with the columns name, aliases (divided by `|`),
/// country (ISO 3166-1 alpha-3) and sectors (PLOVER's, divided by `|`). Lines that start with `#`
/// are comments; a first line that begins with `name` is a heading.
///
/// ```
/// name	aliases	country	sector
/// Example Front	EF|the Front	MLI	REB
/// ```
public struct ActorsTable: Sendable {
  /// A row of the table.
  public struct Row: Sendable, Hashable {
    /// The name that the record uses.
    public let name: String
    /// Other forms.
    public let aliases: [String]
    /// ISO 3166-1 alpha-3, where given.
    public let country: String?
    /// PLOVER's sectors.
    public let sectors: [String]

    var knownActor: KnownActor {
      KnownActor(
        name: name, kind: .organisation, country: country, sectors: sectors, duty: nil)
    }
  }

  /// The rows in the order of the file.
  public let rows: [Row]

  /// The actors that a text in this format lists.
  ///
  /// - Throws: `ActorsTableError` with the number of the first line that can't be read.
  public init(_ text: String) throws(ActorsTableError) {
    var rows: [Row] = []
    var lines: [String: Int] = [:]
    for row in TSV.rows(text) {
      let (line, cells) = (row.line, row.cells)
      if rows.isEmpty && lines.isEmpty && cells[0].lowercased() == "name" { continue }
      guard cells.count <= 4 else {
        throw ActorsTableError(line: line, reason: .tooManyColumns(cells.count))
      }
      let cell = cells.map(Self.trimmed) + Array(repeating: "", count: 4 - cells.count)
      guard !cell[0].isEmpty else { throw ActorsTableError(line: line, reason: .noName) }
      guard cell[2].isEmpty || Self.isCapitals(cell[2], count: 3) else {
        throw ActorsTableError(line: line, reason: .country(cell[2]))
      }
      let sectors = TSV.parts(of: cell[3]).map(Self.trimmed)
      for sector in sectors where !Self.isCapitals(sector, count: 3) {
        throw ActorsTableError(line: line, reason: .sector(sector))
      }
      let aliases = TSV.parts(of: cell[1]).map(Self.trimmed).filter { !$0.isEmpty }
      for form in Set([cell[0]] + aliases).sorted() {
        if let earlier = lines[form] {
          throw ActorsTableError(line: line, reason: .repeated(form, earlier: earlier))
        }
        lines[form] = line
      }
      rows.append(
        Row(
          name: cell[0], aliases: aliases, country: cell[2].isEmpty ? nil : cell[2],
          sectors: sectors))
    }
    self.rows = rows
  }

  private static func trimmed(_ cell: String) -> String {
    let end = cell.lastIndex { $0 != " " }
    guard let start = cell.firstIndex(where: { $0 != " " }), let end else { return "" }
    return String(cell[start...end])
  }

  private static func isCapitals(_ word: String, count: Int) -> Bool {
    word.utf8.count == count && word.utf8.allSatisfy { (65...90).contains($0) }
  }
}

/// A line of an actors table that can't be read.
public struct ActorsTableError: Error, Sendable, CustomStringConvertible {
  enum Reason: Sendable {
    case tooManyColumns(Int)
    case noName
    case country(String)
    case sector(String)
    case repeated(String, earlier: Int)
  }

  /// The line, counted from 1.
  public let line: Int
  let reason: Reason

  /// What is wrong, and in which line.
  public var description: String {
    switch reason {
    case .tooManyColumns(let count):
      "line \(line): \(count) columns, where name, aliases, country and sector are four"
    case .noName:
      "line \(line): the name is empty"
    case .country(let code):
      "line \(line): the country \"\(code)\" is not three capital letters (ISO 3166-1 alpha-3)"
    case .sector(let sector):
      "line \(line): the sector \"\(sector)\" is not three capital letters"
    case .repeated(let form, let earlier):
      "line \(line): \"\(form)\" stands in line \(earlier) already"
    }
  }
}
