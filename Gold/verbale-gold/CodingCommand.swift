import ArgumentParser
import Events
import Foundation
import Mentions
import Pages
import Reader
import Records
import Syntax
import Text

/// `verbale-gold coding`: how fast events are coded, alone and as a part of the whole path.
struct CodingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coding",
    abstract: "Measures how fast events are coded on one core, by processor seconds.",
    discussion: """
      The coder alone is given texts that are parsed, with their actors, dates and places; the whole \
      path begins at raw text and ends with the record. Of all rounds the fastest counts.
      """)

  @Argument(help: "Texts, one a line.") var texts: String
  @Option(help: "How often each part is measured.") var rounds = 3
  @Flag(help: "Only the coder, once, for a tool that counts instructions.") var once = false

  private struct Prepared {
    let parsed: ParsedText
    let cast: Cast
    let dates: [DateMention]
    let places: [PlaceMention]
  }

  func run() throws {
    let lines = try String(contentsOfFile: texts, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    guard !lines.isEmpty, rounds > 0 else { throw ValidationError("no text, or no round") }
    let parser = try EnglishParser.shared()
    let casting = CastReader()
    let dating = DateReader(published: "2021-05-14")
    let prepared = lines.map { line in
      let parsed = parser.parse(SourceText(line))
      return Prepared(
        parsed: parsed, cast: casting.read(parsed), dates: dating.read(parsed),
        places: PlaceReader().read(parsed))
    }
    let sentences = prepared.reduce(0) { $0 + $1.parsed.sentences.count }
    let coder = EventReader()
    var events = 0
    func code() {
      events = prepared.reduce(0) { sum, text in
        sum
          + coder.read(text.parsed, cast: text.cast, dates: text.dates, places: text.places).count
      }
    }
    if once { return code() }
    let coding = fastest(of: rounds * 3, code)
    let reader = try ReportReader()
    let whole = fastest(of: rounds) {
      for line in lines {
        _ = reader.read(
          Input(source: nil, bytes: Array(line.utf8), format: .text, isRaw: true, sha256: ""),
          published: "2021-05-14")
      }
    }
    print("sentences", sentences, "events", events)
    print("sentences_per_processor_second", Int(Double(sentences) / coding))
    print("share_of_whole_path_percent", String(format: "%.1f", 100 * coding / whole))
  }

  /// The processor seconds of the fastest round.
  private func fastest(of rounds: Int, _ work: () -> Void) -> Double {
    (0..<rounds).map { _ in
      let start = processorSeconds()
      work()
      return processorSeconds() - start
    }.min() ?? 0
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    // Safe: the call writes only to the local it is given.
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
