import ArgumentParser
import Attributions
import Foundation
import Records
import Syntax
import Text

/// Parses of many texts, kept in a file between runs, since training reads them often.
struct ParsedTexts {
  private struct Line: Codable {
    var id: String
    var sentences: [[[String]]]
    var names: [[[Int]]]
  }

  let texts: [(id: String, parsed: ParsedText)]

  /// Texts with the parses from a file that `ParseAttributionTexts` wrote.
  init(texts path: String, parses: String) throws {
    let lines = try JSONLines.read(TextLine.self, from: path)
    let parsed = try JSONLines.read(Line.self, from: parses)
    let kinds = NameKind.allCases
    texts = zip(lines, parsed).map { line, parse in
      let sentences = zip(parse.sentences, parse.names).map { rows, names in
        Sentence(
          tokens: rows.map(ParsedTexts.token),
          names: names.map { Name(tokens: $0[0]..<$0[1], kind: kinds[$0[2]]) })
      }
      return (line.id, ParsedText(text: SourceText(line.text), sentences: sentences))
    }
  }

  private static func token(_ row: [String]) -> Token {
    Token(
      form: row[0], lemma: row[1], upos: PartOfSpeech(rawValue: row[2]) ?? .x, xpos: row[3],
      features: row[4], head: Int(row[5]) ?? -1, relation: Relation(rawValue: row[6]) ?? .dep,
      span: Span(Int(row[7]) ?? 0, Int(row[8]) ?? 0), continuesWord: row[9] == "1")
  }

  static func write(_ texts: [(id: String, parsed: ParsedText)], to path: String) throws {
    let kinds = NameKind.allCases
    try JSONLines.write(
      texts.map { id, parsed in
        Line(
          id: id,
          sentences: parsed.sentences.map { sentence in
            sentence.tokens.map {
              [
                $0.form, $0.lemma, $0.upos.rawValue, $0.xpos, $0.features, "\($0.head)",
                $0.relation.rawValue, "\($0.span.start)", "\($0.span.end)",
                $0.continuesWord ? "1" : "0",
              ]
            }
          },
          names: parsed.sentences.map { sentence in
            sentence.names.map {
              [$0.tokens.lowerBound, $0.tokens.upperBound, kinds.firstIndex(of: $0.kind) ?? 0]
            }
          })
      }, to: path)
  }
}

/// The paragraphs of a text as blocks, all of them body.
enum Paragraphs {
  static func blocks(of text: SourceText) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
      let count = line.unicodeScalars.count
      if line.contains(where: { !$0.isWhitespace }) {
        blocks.append(Block(kind: .body, span: Span(start, start + count), why: "a line"))
      }
      start += count + 1
    }
    return blocks
  }
}
