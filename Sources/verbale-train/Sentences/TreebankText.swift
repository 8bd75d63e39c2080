import Syntax
import Text

/// Raw text out of a treebank, with the places where its sentences end.
enum TreebankText {
  /// How sentences are joined to a text.
  enum Layout: CaseIterable {
    /// By spaces, a blank line between paragraphs.
    case paragraphs
    /// The same, in lines of at most 80 characters.
    case wrapped
    /// By spaces, a line's end between paragraphs.
    case lines
    /// By spaces all through.
    case running
  }

  /// The sentences of a file by document.
  static func documents(_ sentences: [CoNLLUSentence]) -> [[CoNLLUSentence]] {
    var documents: [[CoNLLUSentence]] = []
    for sentence in sentences where !sentence.tokens.isEmpty {
      if documents.isEmpty || sentence.startsDocument { documents.append([]) }
      documents[documents.count - 1].append(sentence)
    }
    return documents
  }

  /// The places of a document where a sentence may end, and whether one does.
  static func examples(
    of document: [CoNLLUSentence], layout: Layout
  ) -> [BoundaryTrainer.Example] {
    let (text, starts) = text(of: document, layout: layout)
    let pieces = Tokeniser.pieces(in: text, block: text.span)
    let ends = Set(pieces.indices.filter { starts.contains(pieces[$0].start) })
    return SentenceSplitter.candidates(of: pieces, in: text.utf8, ends: ends)
      .map { .init(features: $0.features, isEnd: ends.contains($0.index)) }
  }

  /// The text of a document, and the offsets at which its sentences begin.
  static func text(
    of document: [CoNLLUSentence], layout: Layout
  ) -> (text: SourceText, starts: Set<Int>) {
    var string = ""
    var starts: Set<Int> = []
    var spaced = true
    for sentence in document {
      if !string.isEmpty {
        if sentence.startsParagraph && layout != .running {
          string += layout == .lines ? "\n" : "\n\n"
        } else if spaced {
          string += " "
        }
      }
      starts.insert(string.unicodeScalars.count)
      string += sentence.text
      spaced = sentence.spaceAfter
    }
    return (SourceText(layout == .wrapped ? wrapped(string) : string), starts)
  }

  /// The same characters with line ends for spaces, so that lines keep to 80 where words allow.
  private static func wrapped(_ string: String) -> String {
    var scalars = Array(string.unicodeScalars)
    var width = 0
    var lastSpace: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        width = 0
        lastSpace = nil
        continue
      }
      width += 1
      if width > 80, let space = lastSpace {
        scalars[space] = "\n"
        width = index - space
        lastSpace = nil
      }
      if scalar == " " { lastSpace = index }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
