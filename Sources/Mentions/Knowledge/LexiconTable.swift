/// The rows of a tab-separated table; lines that start with `#` and empty lines are comments.
struct LexiconTable {
  /// The rows with their line numbers, counted from 1.
  let rows: [(line: Int, cells: [String])]

  /// The table in `bytes`, which are UTF-8.
  init(_ bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// The table in a text.
  init(_ text: String) {
    var rows: [(line: Int, cells: [String])] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var line = line
      if line.last == "\r" || line.last == "\r\n" { line = line.dropLast() }
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      rows.append((index + 1, cells))
    }
    self.rows = rows
  }

  /// The parts of a cell that `|` divides; none for an empty cell.
  static func parts(of cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }
}
