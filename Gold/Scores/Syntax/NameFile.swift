/// Words with BIO tags: word and tag in columns, or UNER's five columns with a number before the
/// word; an empty line between sentences.
public struct NameFile: Sendable {
  /// The sentences, empty ones left out.
  public let sentences: [[(word: String, tag: String)]]

  /// Reads a file's text.
  public init(_ text: String) {
    var sentences: [[(word: String, tag: String)]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let columns = line.split(separator: "\t").map(String.init)
      if columns.count >= 3, Int(columns[0]) != nil {
        sentences[sentences.count - 1].append((columns[1], columns[2]))
      } else if columns.count == 2, !line.hasPrefix("# ") {
        sentences[sentences.count - 1].append((columns[0], columns[1]))
      } else if columns.isEmpty {
        sentences.append([])
      }
    }
    self.sentences = sentences.filter { !$0.isEmpty }
  }
}
