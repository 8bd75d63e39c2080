import Foundation

/// Words as the search compares them: lower case, without diacritics, parted at whatever is
/// neither letter nor digit; close to SQLite's `unicode61 remove_diacritics 2`.
enum Folded {
  /// The folded words of a text.
  static func words(_ text: some StringProtocol) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// A name as its folded words.
  static func name(_ text: String) -> String { words(text).joined(separator: " ") }
}
