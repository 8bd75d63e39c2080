public import ArgumentParser
import Foundation
import GoldScores
import Syntax

/// `verbale-gold parse`: the measures of the CoNLL 2018 shared task.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Scores tokens, sentences, tags and trees on a CoNLL-U file (CoNLL 2018 measures).")

  @Argument(help: "The gold file in CoNLL-U.") var gold: String

  @Option(help: "How paragraphs reach the reader: \(RawText.Layout.allCases.map(\.rawValue)).")
  var layout = RawText.Layout.paragraphs

  @Option(help: "Only documents whose id has this in it.") var documents: String?

  @Flag(help: "Keep the gold words and sentences.") var tokenised = false
  @Flag(help: "Find words and sentences only.") var unparsed = false
  @Flag(help: "Use the small model.") var fast = false
  @Flag(help: "List the sentence boundaries that differ.") var boundaries = false
  @Flag(help: "List the tokens that differ.") var differences = false

  func run() throws {
    let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: gold))))
    let chosen = RawText.documents(sentences).filter { document in
      documents.map { part in document.first?.comments.contains { $0.contains(part) } ?? false }
        ?? true
    }
    let score = try TreebankScore(
      chosen, given: tokenised ? .words : .text(layout),
      parser: unparsed ? nil : fast ? EnglishParser.fast() : EnglishParser.shared())
    for agreement in score.agreements { print(agreement.line) }
    if boundaries { listBoundaries(score.found, score.gold) }
    if differences { listTokens(score.found, score.gold) }
  }

  private func listBoundaries(_ system: Annotation, _ right: Annotation) {
    let found = Set(system.sentences.map(\.upperBound))
    let wanted = Set(right.sentences.map(\.upperBound))
    for end in found.symmetricDifference(wanted).sorted() {
      let before = right.characters[max(0, end - 50)..<end]
      let after = right.characters[end..<min(end + 30, right.characters.count)]
      print(found.contains(end) ? "+" : "-", String(before), "‖", String(after))
    }
  }

  private func listTokens(_ system: Annotation, _ right: Annotation) {
    let found = Set(system.tokens)
    for token in right.tokens where !found.contains(token) {
      let others = system.tokens.filter { $0.overlaps(token) }
      print(String(right.characters[token]), "<-", others.map { String(right.characters[$0]) })
    }
  }
}

extension RawText.Layout: ExpressibleByArgument {}
