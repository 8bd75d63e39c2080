public import Text

/// A sentence of a CoNLL-U file.
public struct CoNLLUSentence: Sendable {
  /// A multiword token: what is written, over the words that it stands for.
  public struct Surface: Hashable, Sendable {
    /// The words, as indices of `tokens`.
    public var tokens: Range<Int>
    /// What is written, "don't".
    public var form: String

    /// A written word over words.
    public init(tokens: Range<Int>, form: String) {
      self.tokens = tokens
      self.form = form
    }
  }

  /// The lines that begin with `#`, as they stand.
  public var comments: [String]
  /// The text: `# text` where it agrees with the words, else the words joined.
  public var text: String
  /// The words; their spans are offsets into `text`.
  public var tokens: [Token]
  /// The multiword tokens, in order.
  public var surfaces: [Surface]
  /// The names, from `Name=B-PER`, … in MISC.
  public var names: [Name]
  /// The MISC column of each word, without `SpaceAfter` and `Name`; empty where there is none.
  public var misc: [String]
  /// Whether white space follows the last word.
  public var spaceAfter: Bool

  /// A sentence to write.
  public init(
    comments: [String] = [], text: String, tokens: [Token], surfaces: [Surface] = [],
    names: [Name] = [], misc: [String] = [], spaceAfter: Bool = true
  ) {
    self.comments = comments
    self.text = text
    self.tokens = tokens
    self.surfaces = surfaces
    self.names = names
    self.misc = misc
    self.spaceAfter = spaceAfter
  }

  /// A sentence of a parsed text, with the written words as multiword tokens.
  public init(_ sentence: Sentence, in text: SourceText, comments: [String] = []) {
    var tokens = sentence.tokens
    let start = sentence.span.start
    for index in tokens.indices { tokens[index].span = tokens[index].span.shifted(by: -start) }
    var surfaces: [Surface] = []
    var first = 0
    for index in tokens.indices.dropFirst() where tokens[index].continuesWord {
      if !tokens[index - 1].continuesWord { first = index - 1 }
      if index + 1 == tokens.count || !tokens[index + 1].continuesWord {
        let span = Span(sentence.tokens[first].span.start, sentence.tokens[index].span.end)
        surfaces.append(Surface(tokens: first..<index + 1, form: text[span]))
      }
    }
    let follows =
      sentence.span.end < text.count ? text[Span(sentence.span.end, sentence.span.end + 1)] : " "
    self.init(
      comments: comments, text: text[sentence.span], tokens: tokens, surfaces: surfaces,
      names: sentence.names,
      spaceAfter: follows.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
  }

  /// Whether a document begins here (`# newdoc`).
  public var startsDocument: Bool { comments.contains { CoNLLUSentence.key(of: $0) == "newdoc" } }

  /// Whether a paragraph or a document begins here (`# newpar`, `# newdoc`).
  public var startsParagraph: Bool {
    comments.contains { ["newpar", "newdoc"].contains(CoNLLUSentence.key(of: $0)) }
  }

  /// The value of `# sent_id`.
  public var id: String? { CoNLLUSentence.value(of: "sent_id", in: comments) }

  static func key(of comment: String) -> Substring {
    let body = comment.unicodeScalars.dropFirst().drop { $0.properties.isWhitespace }
    return Substring(body.prefix { !$0.properties.isWhitespace && $0 != "=" })
  }

  static func value(of key: String, in comments: [String]) -> String? {
    guard let comment = comments.first(where: { CoNLLUSentence.key(of: $0) == key }),
      let equals = comment.firstIndex(of: "=")
    else { return nil }
    let value = comment[comment.index(after: equals)...].unicodeScalars
    return String(value.drop { $0.properties.isWhitespace })
  }
}
