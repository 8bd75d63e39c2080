import ArgumentParser
import Foundation
import Syntax
import Text

/// `verbale-gold names`: names by entity, span and kind both right, given the words.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Scores names on words with BIO tags (IOB2, or word and tag).")

  @Argument(help: "The gold file: number, word, tag in columns, or word and tag.") var gold: String
  @Flag(help: "List the names that differ.") var differences = false

  /// A name in the file.
  private struct Entity: Hashable {
    var sentence: Int
    var name: Name
  }

  func run() throws {
    var sentences: [[Token]] = []
    var wanted: Set<Entity> = []
    for rows in try rows() {
      var offset = 0
      sentences.append(
        rows.map { row in
          let count = row.word.unicodeScalars.count
          defer { offset += count + 1 }
          return Token(form: row.word, span: Span(offset, offset + count))
        })
      for name in Name.read(rows.map(\.tag)) {
        wanted.insert(Entity(sentence: sentences.count - 1, name: name))
      }
    }
    var found: Set<Entity> = []
    for (index, sentence) in try EnglishParser.shared().parse(tokenised: sentences).enumerated() {
      for name in sentence.names { found.insert(Entity(sentence: index, name: name)) }
    }
    func line(_ name: String, _ passes: (Entity) -> Bool) -> String {
      let (system, right) = (found.filter(passes), wanted.filter(passes))
      return ParseScore.line(
        name, right: system.intersection(right).count, system: system.count, gold: right.count)
    }
    print(line("names") { _ in true })
    for kind in NameKind.allCases { print(line(kind.rawValue) { $0.name.kind == kind }) }
    if differences { list(found.symmetricDifference(wanted), found, sentences) }
  }

  private func list(_ entities: Set<Entity>, _ found: Set<Entity>, _ sentences: [[Token]]) {
    let inOrder = entities.sorted {
      ($0.sentence, $0.name.tokens.lowerBound) < ($1.sentence, $1.name.tokens.lowerBound)
    }
    for entity in inOrder {
      let words = sentences[entity.sentence][entity.name.tokens].map(\.form)
      print(found.contains(entity) ? "+" : "-", entity.name.kind, words.joined(separator: " "))
    }
  }

  /// The file's sentences.
  private func rows() throws -> [[(word: String, tag: String)]] {
    let text = try String(contentsOf: URL(filePath: gold), encoding: .utf8)
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
    return sentences.filter { !$0.isEmpty }
  }
}
