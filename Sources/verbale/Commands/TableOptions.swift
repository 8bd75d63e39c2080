import ArgumentParser
import Exchange
import Records

/// The two forms of a table: aligned for people, CSV for programs.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv
}

/// Prints rows as they come in: CSV at once, a table for people with the columns that fit.
struct TablePrinter {
  let format: TableFormat
  let columns: [String]
  /// The columns that a person sees, with their widths; the last one takes the rest of the line.
  let shown: [(name: String, width: Int)]

  func header() -> String {
    switch format {
    case .csv: CSV.row(columns)
    case .table: Terminal.style.bold(line(columns)) + "\n"
    }
  }

  func row(_ fields: [String]) -> String {
    switch format {
    case .csv: CSV.row(fields)
    case .table: line(fields) + "\n"
    }
  }

  private func line(_ fields: [String]) -> String {
    var left = Terminal.width
    var text = ""
    for (index, column) in shown.enumerated() {
      guard let place = columns.firstIndex(of: column.name) else { continue }
      let isLast = index == shown.count - 1
      let width = isLast ? max(10, left) : column.width
      let field = fields[place]
      let cut = field.count > width ? field.prefix(width - 1) + "…" : field[...]
      text += isLast ? cut : cut + String(repeating: " ", count: width + 2 - cut.count)
      left -= width + 2
    }
    return text
  }
}
