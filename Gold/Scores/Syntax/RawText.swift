public import Syntax

/// Raw text out of a treebank.
public enum RawText {
  /// How the sentences of a document are joined.
  public enum Layout: String, CaseIterable, Sendable {
    /// By spaces, a blank line between paragraphs (CoNLL 2018).
    case paragraphs
    /// The same, with lines broken at 80 characters.
    case wrapped
    /// By spaces all through.
    case running
    /// A line a paragraph.
    case lines
  }

  /// The sentences of a file by document.
  public static func documents(_ sentences: [CoNLLUSentence]) -> [[CoNLLUSentence]] {
    var documents: [[CoNLLUSentence]] = []
    for sentence in sentences where !sentence.tokens.isEmpty {
      if documents.isEmpty || sentence.startsDocument { documents.append([]) }
      documents[documents.count - 1].append(sentence)
    }
    return documents
  }

  /// The text of a document's sentences.
  public static func text(of document: [CoNLLUSentence], layout: Layout) -> String {
    var text = ""
    var spaced = true
    for sentence in document {
      if !text.isEmpty {
        switch layout {
        case .paragraphs, .wrapped: text += sentence.startsParagraph ? "\n\n" : spaced ? " " : ""
        case .running: text += spaced ? " " : ""
        case .lines: text += sentence.startsParagraph ? "\n" : spaced ? " " : ""
        }
      }
      text += sentence.text
      spaced = sentence.spaceAfter
    }
    return layout == .wrapped ? wrapped(text) : text
  }

  /// The text with lines of at most 80 characters where words allow.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines = ""
      var width = 0
      for word in paragraph.split(separator: " ") {
        if width > 0 {
          let breaks = width + 1 + word.count > 80
          lines += breaks ? "\n" : " "
          width = breaks ? 0 : width + 1
        }
        lines += word
        width += word.count
      }
      return lines
    }.joined(separator: "\n")
  }
}
