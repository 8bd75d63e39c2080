import Archive

extension SearchQuery {
  /// Reads a query from the command line; a complaint shows the place of what is wrong.
  static func complaining(_ words: [String]) throws -> SearchQuery {
    // One argument is the query; several are its parts, quoted where the shell took the quotes.
    let text =
      words.count == 1
      ? words[0] : words.map(Self.requoted).joined(separator: " ")
    do {
      return try SearchQuery(text)
    } catch {
      let marker = String(repeating: " ", count: error.position) + "^"
      throw Complaint("the query, \(error)\n  \(text)\n  \(marker)")
    }
  }

  /// `speaker:Jen Psaki`, as the shell hands `speaker:"Jen Psaki"` on, gets its quotes back.
  private static func requoted(_ word: String) -> String {
    guard word.contains(where: \.isWhitespace), !word.contains("\"") else { return word }
    guard let colon = word.firstIndex(of: ":"), word[..<colon].allSatisfy(\.isLetter) else {
      return "\"\(word)\""
    }
    return word[...colon] + "\"" + word[word.index(after: colon)...] + "\""
  }
}
