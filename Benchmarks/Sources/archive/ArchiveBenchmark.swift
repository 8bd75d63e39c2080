import Archive
import Foundation
import Records

/// `archive make FILE COUNT`: an archive of made reports, with the rate and the size.
/// `archive texts COUNT`: headline and text of each report, a JSON array a line.
/// `archive density COUNT`: how much they hold, to be compared with real readings.
/// `archive search FILE [ROUNDS [QUERY…]]`: the time of typical queries or of these, p50 and p99.
@main
struct ArchiveBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("make", let rest) where rest.count == 2:
      try make(rest[0], Int(rest[1]) ?? 1000)
    case ("search", let rest) where !rest.isEmpty:
      try search(
        rest[0], rounds: rest.count > 1 ? Int(rest[1]) ?? 5 : 5, asked: Array(rest.dropFirst(2)))
    case ("texts", let rest) where rest.count == 1:
      try texts(Int(rest[0]) ?? 1000)
    case ("density", let rest) where rest.count == 1:
      try density(Int(rest[0]) ?? 1000)
    default:
      print(
        "archive make FILE COUNT | archive search FILE [ROUNDS [QUERY…]] | archive density COUNT"
          + " | archive texts COUNT")
    }
  }

  private static func make(_ file: String, _ count: Int) throws {
    let world = try MadeWorld()
    let archive = try Archive(at: file)
    let clock = ContinuousClock()
    var text = 0
    var time = Duration.zero
    // A making that was cut off goes on.
    let known = min(count, try archive.counts().documents)
    for number in known..<count {
      let report = MadeReport(number, world)
      text += report.record.text.utf8.count
      time += try clock.measure { try archive.ingest(report.record, from: report.input) }
      if number % 5000 == 4999 {
        print("\(number + 1) reports, \(Int(Double(number + 1) / seconds(time))) a second")
      }
    }
    try archive.checkpoint()
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    print("archive \(size) bytes")
    if known == 0 { print("texts \(text) bytes: \(Double(size) / Double(text)) times") }
    print("ingest \(Double(count - known) / seconds(time)) reports a second")
  }

  private static func texts(_ count: Int) throws {
    let world = try MadeWorld()
    for number in 0..<count {
      let record = MadeReport(number, world).record
      print(try JSONText.of([record.document.title ?? "", record.text]))
    }
  }

  /// What a hundred words of made reports hold.
  private static func density(_ count: Int) throws {
    let world = try MadeWorld()
    var (words, bytes, lines) = (0, 0, 0)
    var parts = ["actors": 0, "mentions": 0, "attributions": 0, "events": 0, "blocks": 0]
    for number in 0..<count {
      let record = MadeReport(number, world).record
      words += record.text.split(separator: " ").count
      bytes += record.text.utf8.count
      lines +=
        record.events.reduce(0) { $0 + $1.words.count }
        + record.attributions.flatMap(\.content).reduce(0) { $0 + $1.count }
      parts["actors"]! += record.actors.count
      parts["mentions"]! += record.actors.reduce(0) { $0 + $1.mentions.count }
      parts["attributions"]! += record.attributions.count
      parts["events"]! += record.events.count
      parts["blocks"]! += record.blocks.count
    }
    print("\(words / count) words a report, on 100 words:")
    for (name, number) in parts.sorted(by: { $0.key < $1.key }) {
      print("\(name) \((Double(number) / Double(words) * 1000).rounded() / 10)")
    }
    print("words of lines \((Double(lines) / Double(bytes) * 100).rounded() / 100) times the text")
  }

  private static func search(_ file: String, rounds: Int, asked: [String]) throws {
    let archive = try Archive(at: file, mode: .existing)
    let world = try MadeWorld()
    var all: [Double] = []
    for text in asked.isEmpty ? TypicalQueries.all(world) : asked {
      let query = try SearchQuery(text)
      var times: [Double] = []
      var found = ""
      for _ in 0..<rounds {
        let begun = processorSeconds()
        let answer = try archive.search(query)
        times.append((processorSeconds() - begun) * 1000)
        found = "\(answer.count)\(answer.isMore ? "+" : "")"
      }
      times.sort()
      all += times
      print("\((times[times.count / 2] * 10).rounded() / 10) ms  \(found)  \(text)")
    }
    all.sort()
    let p99 = all[min(all.count - 1, all.count * 99 / 100)]
    print(
      "p50 \(all[all.count / 2]) ms, p99 \(p99) ms, most \(all[all.count - 1]) ms of processor time, "
        + "\(all.count) searches")
  }

  /// What this process has used: on a busy machine the clock on the wall tells of others.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
