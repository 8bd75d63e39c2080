/// Emphasis on a terminal; without colour every word stays the same.
struct Style {
  /// Whether escape sequences may be written.
  let coloured: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func good(_ text: String) -> String { paint(text, "32") }
  func open(_ text: String) -> String { paint(text, "33") }
  func bad(_ text: String) -> String { paint(text, "31") }
  func name(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    coloured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
