import Foundation
import Syntax
import Text

/// Measures the language engine on the whole path from raw text to trees and names.
///
/// usage: parsing FILE REPEATS [fast] [once]
///
/// `fast` measures the small model.
/// Each line of FILE is a text. `once` reads the texts one time on one core and says nothing more
/// than how many tokens there are: for a tool that counts instructions.
@main
enum Parsing {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let repeats = Int(arguments[2]), repeats > 0,
      let file = try? String(contentsOfFile: arguments[1], encoding: .utf8)
    else {
      FileHandle.standardError.write(Data("usage: parsing FILE REPEATS [fast] [once]\n".utf8))
      exit(2)
    }
    let texts = file.split(separator: "\n").map { SourceText(String($0)) }
    let clock = ContinuousClock()
    let start = clock.now
    let parser =
      try arguments.contains("fast") ? EnglishParser.fast() : EnglishParser.shared()
    let load = clock.now - start
    _ = parser.parse(texts[0])
    let firstResult = clock.now - start
    if arguments.last == "once" {
      print("tokens", texts.reduce(0) { $0 + tokens(parser.parse($1)) })
      return
    }
    print("model", parser.modelName)
    line("load_ms", load / .milliseconds(1))
    line("first_result_ms", firstResult / .milliseconds(1))
    let one = run(parser, texts, cores: 1, repeats: repeats)
    print("tokens", one.tokens)
    line("tokens_per_second_one_core", Double(one.tokens) / one.wall)
    line("tokens_per_processor_second", Double(one.tokens) / one.processor)
    print("processor_seconds", String(format: "%.3f", one.processor))
    let two = run(parser, texts, cores: 2, repeats: repeats)
    line("tokens_per_second_two_cores", Double(two.tokens) / two.wall)
    line("peak_memory_mb", peakMemory())
  }

  /// Reads all texts on some cores; the best of `repeats` runs, in seconds.
  private static func run(
    _ parser: EnglishParser, _ texts: [SourceText], cores: Int, repeats: Int
  ) -> (tokens: Int, wall: Double, processor: Double) {
    let clock = ContinuousClock()
    var best = (tokens: 0, wall: Double.infinity, processor: Double.infinity)
    for _ in 0..<repeats {
      let wallStart = clock.now
      let processorStart = processorSeconds()
      let counter = Counter()
      DispatchQueue.concurrentPerform(iterations: cores) { core in
        for text in stride(from: core, to: texts.count, by: cores) {
          counter.add(tokens(parser.parse(texts[text])))
        }
      }
      best = (
        counter.sum, min(best.wall, (clock.now - wallStart) / .seconds(1)),
        min(best.processor, processorSeconds() - processorStart)
      )
    }
    return best
  }

  private static func tokens(_ parsed: ParsedText) -> Int {
    parsed.sentences.reduce(0) { $0 + $1.count }
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The highest resident memory so far in MB.
  private static func peakMemory() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  private static func line(_ name: String, _ value: Double) {
    print(name, String(format: "%.1f", value))
  }
}
