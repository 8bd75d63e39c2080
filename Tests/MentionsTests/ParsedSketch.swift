import Syntax
import Text

/// Parsed texts written by hand: each line of a sentence is a word, its part of speech, its head
/// (counted from 1; 0 for the root) and its relation; an empty line ends a sentence. Names are
/// given as words: "Jen Psaki" is found where it stands first in each sentence.
///
/// ```
/// Psaki  PROPN 2 nsubj
/// spoke  VERB  0 root
/// ```
enum ParsedSketch {
  /// The text whose words are joined by single spaces, one sentence a line; `'s` and punctuation
  /// go on the word before.
  static func text(_ lines: String, names: [(words: String, kind: NameKind)] = []) -> ParsedText {
    var text = ""
    var sentences: [Sentence] = []
    for block in blocks(of: lines) {
      if !text.isEmpty { text += "\n" }
      var tokens: [Token] = []
      for cells in block {
        let form = cells[0]
        if !tokens.isEmpty, !goesOn(form) { text += " " }
        let start = text.unicodeScalars.count
        text += form
        let upos = PartOfSpeech(rawValue: cells[1]) ?? .x
        tokens.append(
          Token(
            form: form, lemma: lemma(of: form, upos), upos: upos, xpos: tag(of: form, upos),
            head: (Int(cells[2]) ?? 0) - 1, relation: Relation(rawValue: cells[3]) ?? .dep,
            span: Span(start, text.unicodeScalars.count)))
      }
      let found = names.compactMap { name in
        range(of: name.words.split(separator: " ").map(String.init), in: tokens)
          .map { Name(tokens: $0, kind: name.kind) }
      }
      sentences.append(
        Sentence(
          tokens: tokens, names: found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }))
    }
    return ParsedText(text: SourceText(text), sentences: sentences)
  }

  private static func blocks(of lines: String) -> [[[String]]] {
    var blocks: [[[String]]] = [[]]
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: " ").map(String.init)
      if cells.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(cells) }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func goesOn(_ form: String) -> Bool {
    ["'s", "’s", "'", ",", ".", ")", "-"].contains(form)
  }

  private static func lemma(of form: String, _ upos: PartOfSpeech) -> String {
    let word = form.lowercased()
    switch upos {
    case .noun where isPlural(form): return String(word.dropLast())
    case .propn: return form
    case .verb where word == "said": return "say"
    default: return word
    }
  }

  private static func isPlural(_ form: String) -> Bool {
    form.hasSuffix("s") && !form.hasSuffix("ss") && form.count > 3
  }

  private static func tag(of form: String, _ upos: PartOfSpeech) -> String {
    switch upos {
    case .noun: isPlural(form) || form == "police" || form == "people" ? "NNS" : "NN"
    case .propn: form.hasSuffix("ians") || form.hasSuffix("elis") ? "NNPS" : "NNP"
    case .part where form.hasPrefix("'") || form.hasPrefix("’"): "POS"
    case .pron where ["his", "her", "its", "their"].contains(form): "PRP$"
    case .pron where form == "whose": "WP$"
    case .aux where ["may", "might", "could"].contains(form): "MD"
    default: ""
    }
  }

  private static func range(of words: [String], in tokens: [Token]) -> Range<Int>? {
    guard tokens.count >= words.count else { return nil }
    return (0...tokens.count - words.count).first { start in
      tokens[start..<start + words.count].map(\.form) == words
    }.map { $0..<$0 + words.count }
  }
}
