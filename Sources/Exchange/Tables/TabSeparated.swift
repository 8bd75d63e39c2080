/// Rows as tab-separated values: a tab or a line break within a field becomes a space.
enum TabSeparated {
  static func row(_ fields: [String]) -> String {
    fields.map { $0.split { $0 == "\t" || $0.isNewline }.joined(separator: " ") }
      .joined(separator: "\t") + "\n"
  }
}
