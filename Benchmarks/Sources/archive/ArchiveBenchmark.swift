import Archive
import Foundation
import Records

/// `archive make FILE COUNT`: an archive of made reports, with the rate and the size.
/// `archive search FILE [ROUNDS]`: the time of typical queries, p50 and p99.
@main
struct ArchiveBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("make", let rest) where rest.count == 2:
      try make(rest[0], Int(rest[1]) ?? 1000)
    case ("search", let rest) where !rest.isEmpty:
      try search(rest[0], rounds: rest.count > 1 ? Int(rest[1]) ?? 5 : 5)
    default: print("archive make FILE COUNT | archive search FILE [ROUNDS]")
    }
  }

  private static func make(_ file: String, _ count: Int) throws {
    let world = MadeWorld()
    let archive = try Archive(at: file)
    let clock = ContinuousClock()
    var text = 0
    var time = Duration.zero
    for number in 0..<count {
      let report = MadeReport(number, world)
      text += report.record.text.utf8.count
      time += try clock.measure { try archive.ingest(report.record, from: report.input) }
      if number % 5000 == 4999 {
        print("\(number + 1) reports, \(Int(Double(number + 1) / seconds(time))) a second")
      }
    }
    try archive.checkpoint()
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    print(
      "texts \(text >> 20) MiB, archive \(size >> 20) MiB: \(Double(size) / Double(text)) times")
    print("ingest \(Double(count) / seconds(time)) reports a second")
  }

  private static func search(_ file: String, rounds: Int) throws {
    let archive = try Archive(at: file, mode: .existing)
    let world = MadeWorld()
    let rare = world.vocabulary[20_000]
    let person = world.people[5]
    let state = world.states[3].code
    let queries = [
      "ceasefire", "ceasefire talks", "\"of the\"", rare, "\(rare) OR \(world.vocabulary[9000])",
      "gover*", "ceasefire -president", "after:2021-05 minister", "speaker:\"\(person)\"",
      "speaker:\"\(person)\" form:direct about:ceasefire", "about:ceasefire",
      "status:expected type:CONSULT", "status:expected type:CONSULT actor:\(state)",
      "actor:\(state) to:\(world.states[1].code) status:planned", "place:\(world.places[2])",
      "speaker:\(state) status:denied", "day:2021-03 status:planned", "type:ASSAULT ceasefire",
      "actor:\"\(person)\"", "-status:happened about:\(rare)",
    ]
    let clock = ContinuousClock()
    var all: [Double] = []
    for text in queries {
      let query = try SearchQuery(text)
      var times: [Double] = []
      var found = ""
      for _ in 0..<rounds {
        let time = try clock.measure {
          let answer = try archive.search(query)
          found = "\(answer.count)\(answer.isMore ? "+" : "")"
        }
        times.append(seconds(time) * 1000)
      }
      times.sort()
      all += times
      print("\((times[times.count / 2] * 10).rounded() / 10) ms  \(found)  \(text)")
    }
    all.sort()
    let p99 = all[min(all.count - 1, all.count * 99 / 100)]
    print("p50 \(all[all.count / 2]) ms, p99 \(p99) ms, \(all.count) searches")
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
