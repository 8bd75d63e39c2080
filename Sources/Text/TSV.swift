/// Tab-separated tables: the lexicons beside the code, and the user's own.
///
/// A line is a row, a tab parts two cells; empty lines and lines that begin with `#` are left out.
/// A carriage return before the line feed is no part of the row.
public enum TSV {
  /// A row with the number of its line, counted from 1.
  public struct Row: Sendable {
    /// The line's number.
    public let line: Int
    /// The cells, empty ones kept.
    public let cells: [String]

    /// The cell of this column, counted from 0.
    public subscript(column: Int) -> String { cells[column] }
  }

  /// The rows of a table in UTF-8.
  public static func rows(_ bytes: [UInt8]) -> [Row] {
    // By bytes: as characters, a carriage return and a line feed are one.
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      var line = line
      if line.last == 0x0D { line = line.prefix(line.count - 1) }
      if line.isEmpty || line.first == UInt8(ascii: "#") { return nil }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      return Row(line: index + 1, cells: cells.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// The rows of a table.
  public static func rows(_ text: String) -> [Row] { rows(Array(text.utf8)) }

  /// The parts of a cell that `|` divides; none for an empty cell.
  public static func parts(of cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }
}
