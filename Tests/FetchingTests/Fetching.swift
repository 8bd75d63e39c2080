import Fetching
import Foundation
import Pages
import Records
import Synchronization
import Testing

/// Names that tests may give to addresses; no test asks the machine's resolver.
struct TestResolver: NameResolver {
  var names: [String: [String]] = [:]

  func addresses(of host: String) async throws -> [IPAddress] {
    guard let texts = names[host] else { throw FetchFailure.dns(host: host, why: "unknown") }
    return texts.compactMap { IPAddress($0) }
  }
}

/// A memory that lasts for a test.
final class TestMemory: VisitMemory {
  let visits = Mutex<[String: Visit]>([:])

  func visit(of address: String) -> Visit? { visits.withLock { $0[address] } }
  func note(_ visit: Visit) { visits.withLock { $0[visit.address] = visit } }
}

/// Settings that reach the test's own site and nothing else.
func settings(
  seconds: Int = 20, pause: Double = 0, mostItems: Int = 100, looksForFeed: Bool = false
) throws -> FetchSettings {
  FetchSettings(
    version: "test",
    policy: AddressPolicy(exceptions: [try #require(AddressRange("127.0.0.1/32"))]),
    seconds: seconds, pause: pause, mostItems: mostItems, looksForFeed: looksForFeed)
}

/// What addresses give; the blocking sequence is asked on a thread of its own.
func fetched(
  _ addresses: [String], _ settings: FetchSettings, memory: (any VisitMemory)? = nil,
  log: AnswerLog? = nil, resolver: TestResolver = TestResolver()
) async -> [IntakeItem] {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread {
      let inputs = FetchedInputs(
        addresses, settings: settings, memory: memory, log: log, resolver: resolver)
      continuation.resume(returning: inputs.map { $0.load() })
    }
  }
}

extension IntakeItem {
  var input: Input? { if case .input(let input) = self { input } else { nil } }
  var line: LedgerLine? { if case .refused(let line) = self { line } else { nil } }
  var reasons: [String] { input?.reasons ?? line?.reasons ?? [] }
  var words: String { String(decoding: input?.bytes ?? [], as: UTF8.self) }
}
