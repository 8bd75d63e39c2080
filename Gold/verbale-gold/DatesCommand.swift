import ArgumentParser
import Foundation
import GoldScores
import Mentions
import Records
import Syntax
import Text

/// `verbale-gold dates`: dates found and resolved, against GUM's `<date>` elements.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates", abstract: "Scores dates against GUM's <date> elements.")

  @Argument(help: "GUM in CoNLL-U.") var gold: String
  @Argument(help: "The same documents with <date> elements, in XML.") var files: [String]
  @Flag(help: "List what was missed, added or resolved otherwise.") var details = false

  func run() throws {
    let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: gold))))
    var documents: [String: [CoNLLUSentence]] = [:]
    for document in RawText.documents(sentences) {
      if let id = document.first?.comments.first(where: { $0.hasPrefix("# newdoc id = ") }) {
        documents[String(id.dropFirst(14))] = document
      }
    }
    var tally = Tally()
    for file in files {
      let page = GUMDates(xml: try String(contentsOf: URL(filePath: file), encoding: .utf8))
      guard let document = documents[page.id] else { continue }
      score(page, CoNLLU.text(of: document), &tally)
    }
    let found = Agreement("found", right: tally.both, found: tally.system, gold: tally.gold)
    print(found.line)
    let right = "\(tally.right) right, \(tally.wrong) otherwise, \(tally.open) left open"
    print("resolved   of \(tally.dated) with calendar days: \(right)")
  }

  /// What was counted.
  private struct Tally {
    var gold = 0
    var system = 0
    var both = 0
    var dated = 0
    var right = 0
    var wrong = 0
    var open = 0
  }

  private func score(_ page: GUMDates, _ parsed: ParsedText, _ tally: inout Tally) {
    let starts = parsed.sentences.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let found = DateReader(published: page.created).read(parsed)
    let ranges = found.map {
      $0.tokens.lowerBound + starts[$0.sentence]..<$0.tokens.upperBound + starts[$0.sentence]
    }
    tally.system += found.count
    tally.gold += page.dates.count
    for (range, mention) in zip(ranges, found)
    where !page.dates.contains(where: { $0.tokens.overlaps(range) }) && details {
      print("+ \(page.id) \(mention.text)")
    }
    for date in page.dates {
      guard let index = ranges.firstIndex(where: { $0.overlaps(date.tokens) }) else {
        if details { print("- \(page.id) \(words(date.tokens, parsed)) \(date.from ?? "")") }
        continue
      }
      tally.both += 1
      guard let from = date.from, let to = date.to else { continue }
      tally.dated += 1
      let mention = found[index]
      let interval = mention.interval(tense: tense(of: mention, in: parsed.sentences))
      // GUM marks the day that is named; "by Sunday" means the days up to it.
      let isEnd = mention.isBound && (interval.to == to || interval.from == from)
      if isEnd || interval.from == from && interval.to == to { tally.right += 1; continue }
      if interval.basis == .open { tally.open += 1 } else { tally.wrong += 1 }
      if details {
        let told = "\(interval.from ?? "…")/\(interval.to ?? "…") \(interval.why)"
        print(
          "~ \(page.id) \(page.created ?? "") \(words(date.tokens, parsed)) \(from)/\(to): \(told)")
      }
    }
  }

  /// The tense of the verb that the date goes with.
  private func tense(of mention: DateMention, in sentences: [Sentence]) -> Tense {
    let sentence = sentences[mention.sentence]
    let path = sentence.ancestors(of: mention.tokens.lowerBound)
    guard let verb = path.first(where: { sentence.tokens[$0].upos == .verb }) ?? path.last else {
      return .past
    }
    return FactualityReader().judge(verb, in: sentence).tense
  }

  private func words(_ tokens: Range<Int>, _ parsed: ParsedText) -> String {
    let all = parsed.sentences.flatMap(\.tokens)
    return tokens.upperBound <= all.count ? all[tokens].map(\.form).joined(separator: " ") : "?"
  }
}
