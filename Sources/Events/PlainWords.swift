/// Lists of words divided by blanks, such as `plain-verbs.tsv`; a line that starts with `#` is a
/// comment.
enum PlainWords {
  static func read(_ table: [UInt8]) -> [String] {
    String(decoding: table, as: UTF8.self).split(separator: "\n").filter { $0.first != "#" }
      .flatMap { $0.split(separator: " ").map(String.init) }
  }
}
