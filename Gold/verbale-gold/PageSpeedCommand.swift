import ArgumentParser
import Articles
import Foundation
import HTML

/// `verbale-gold page-speed`: how fast pages of HTML are read, and how much memory one takes.
struct PageSpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page-speed",
    abstract: "Measures how fast pages are parsed and read on one core, by processor seconds.",
    discussion: """
      The pages lie unpacked in memory. Of all rounds the fastest counts. The memory is what reading \
      the pages adds at its highest to a process that holds them already: what the largest needs.
      """)

  @Argument(help: "The folder of a page set, as `pages` reads it.") var set: String
  @Option(help: "How often the set is read.") var rounds = 3
  @Flag(help: "Read the set once and print nothing, for a tool that counts instructions.")
  var once = false

  func run() throws {
    let entries = try PageSet(set).entries
    let pages = try entries.map { try (bytes: PageSet.bytes(of: $0), url: $0.url) }
    guard !pages.isEmpty, rounds > 0 else { throw ValidationError("no page, or no round") }
    let reader = ArticleReader()
    // Tables and lexicons are made once a process.
    _ = reader.read(html: pages[0].bytes, url: pages[0].url)
    let before = peakMemory()
    func read() {
      for page in pages { _ = reader.read(html: page.bytes, url: page.url) }
    }
    if once { return read() }
    let whole = fastest(read)
    let parsing = fastest { for page in pages { _ = HTMLDocument.parse(page.bytes) } }
    let megabytes = Double(pages.reduce(0) { $0 + $1.bytes.count }) / 1e6
    for (name, seconds) in [("parsing", parsing), ("reading", whole)] {
      let rates = [Double(pages.count) / seconds, megabytes / seconds].map {
        String(format: "%.1f", $0)
      }
      print("\(name): \(pages.count) pages, \(rates[0]) pages/s, \(rates[1]) MB/s of one core")
    }
    print("memory: \(String(format: "%.1f", peakMemory() - before)) MB")
  }

  /// The processor seconds of the fastest round.
  private func fastest(_ work: () -> Void) -> Double {
    (0..<rounds).map { _ in
      let start = clock()
      work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  /// The highest resident memory so far in MB.
  private func peakMemory() -> Double {
    var usage = rusage()
    // Safe: the call writes only to the local it is given.
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
