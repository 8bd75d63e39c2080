import ArgumentParser
import Attributions
import Foundation
import Mentions
import Records
import Syntax
import Text

/// Writes the attributions of texts in the scorer's form.
///
/// The annotation has outermost attributions only, so nested ones are left out; a quotation whose
/// speaker is inferred within its paragraph joins the content of the report that it goes on with.
struct PredictAttributions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict", abstract: "Write the attributions of texts for the scorer.")

  @Option(help: "Texts, one JSON document a line.") var text: String
  @Option(help: "Parses of the texts; without them the texts are parsed anew.") var parses: String?
  @Option(help: "A model to use in place of the one that is built in.") var model: String?
  @Option(help: "A network to use in place of the one that is built in.") var network: String?
  @Flag(help: "Use no network.") var noNetwork = false
  @Flag(help: "Use rules and our own lexicon alone.") var rulesOnly = false
  @Option(help: "Log-odds above which a word counts as a cue.") var threshold: Float?
  @Option(help: "Log-odds above which the judge is for an attribution.")
  var judgeThreshold: Float?
  @Option(help: "Where the predictions go.") var out: String

  func run() async throws {
    let reader = try makeReader()
    let lines = try texts().map { id, parsed in
      let found = reader.read(
        parsed, cast: Cast(entities: []), blocks: Paragraphs.blocks(of: parsed.text))
      return AttributionsLine(id: id, attributions: Self.items(found, in: parsed.text))
    }
    try JSONLines.write(lines, to: out)
  }

  private static func items(
    _ found: [FoundAttribution], in text: SourceText
  ) -> [AttributionsLine.Item] {
    let outermost = found.filter { $0.within == nil }.map(\.attribution)
    var items = outermost.filter { !$0.inferred }.map {
      AttributionsLine.Item(source: $0.source, cue: $0.cue, content: $0.content)
    }
    for quotation in outermost where quotation.inferred {
      guard let start = quotation.content.first?.start else { continue }
      let near = items.indices.filter { index in
        guard let cue = items[index].cue.first, cue.start < start else { return false }
        return !text[Span(cue.start, start)].contains("\n")
      }
      let closing = near.last { index in
        items[index].content.contains { $0.end <= items[index].cue[0].start }
      }
      if let index = closing ?? near.last { items[index].content += quotation.content }
    }
    return items
  }

  private func makeReader() throws -> AttributionReader {
    if rulesOnly { return AttributionReader(usesModel: false) }
    guard let path = model else { return AttributionReader() }
    guard var learned = LearnedModel(encoded: [UInt8](try Data(contentsOf: URL(filePath: path))))
    else { throw ValidationError("not a model: \(path)") }
    if let threshold { learned.threshold = threshold }
    if let judgeThreshold { learned.judgeThreshold = judgeThreshold }
    var read = noNetwork ? nil : RoleNetwork.shipped
    if let network {
      read = try RoleNetwork([UInt8](try Data(contentsOf: URL(filePath: network))))
    }
    return AttributionReader(decider: LearnedDecider(model: learned, network: read))
  }

  private func texts() throws -> [(id: String, parsed: ParsedText)] {
    if let parses { return try ParsedTexts(texts: text, parses: parses).texts }
    let parser = try EnglishParser.shared()
    return try JSONLines.read(TextLine.self, from: text).map { line in
      let source = SourceText(line.text)
      let blocks = Paragraphs.blocks(of: source).map(\.span)
      return (line.id, SpeechConjuncts.mended(parser.parse(source, blocks: blocks)))
    }
  }
}
