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
    // By bytes: as characters, a carriage return and a line feed are one.
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = Substring(bytes.last == 13 ? bytes.dropLast() : bytes)
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
