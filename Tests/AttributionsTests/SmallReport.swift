import Attributions
import Mentions
import Records
import Syntax
import Text

/// A report of a few words with its trees written by hand.
///
/// A sentence is a list of words `form|UPOS|head|relation`, the head counted from 1 and 0 for the
/// root; `form=lemma` gives a lemma that is not the form. A `¶` between sentences breaks the line.
struct SmallReport {
  let parsed: ParsedText

  init(_ lines: [String], persons: [String] = []) {
    var text = ""
    var sentences: [Sentence] = []
    for line in lines {
      if line == "¶" {
        text += "\n\n"
        continue
      }
      if !text.isEmpty && !text.hasSuffix("\n") { text += " " }
      var tokens: [Token] = []
      for word in line.split(separator: " ") {
        let fields = word.split(separator: "|")
        let parts = fields[0].split(separator: "=", maxSplits: 1)
        let form = String(parts[0])
        let part = PartOfSpeech(rawValue: String(fields[1])) ?? .x
        if !tokens.isEmpty && !SmallReport.isTight(form, after: text) { text += " " }
        let start = text.unicodeScalars.count
        text += form
        tokens.append(
          Token(
            form: form, lemma: String(parts.last ?? parts[0]), upos: part,
            xpos: form == "who" ? "WP" : part == .verb && form.hasSuffix("ing") ? "VBG" : "",
            head: (Int(fields[2]) ?? 0) - 1,
            relation: Relation(rawValue: String(fields[3])) ?? .dep,
            span: Span(start, text.unicodeScalars.count)))
      }
      let names = tokens.indices.filter { persons.contains(tokens[$0].form) }
      sentences.append(
        Sentence(tokens: tokens, names: names.map { Name(tokens: $0..<$0 + 1, kind: .person) }))
    }
    parsed = ParsedText(text: SourceText(text), sentences: sentences)
  }

  private static func isTight(_ form: String, after text: String) -> Bool {
    [",", ".", "”", "?", ":", "’s"].contains(form) || text.hasSuffix("“")
  }

  /// What the rules find.
  func attributions(
    blocks: [Block] = [], cast: Cast = Cast(entities: [])
  ) -> [FoundAttribution] {
    AttributionReader(decider: RuleDecider()).read(parsed, cast: cast, blocks: blocks)
  }

  /// The words of spans, pieces parted by a bar.
  func words(_ spans: [Span]) -> String { spans.map { parsed.text[$0] }.joined(separator: " | ") }
}
