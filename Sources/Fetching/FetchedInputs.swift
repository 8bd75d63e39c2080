import Dispatch
public import Pages
import Records
import Synchronization

/// What addresses give to read, in their order: one source a page, with a line of the ledger for
/// every address that gave none. Feeds, sitemaps and lists of feeds give the pages that they name.
///
/// ```swift
/// let settings = FetchSettings(version: "1.0", contact: "desk@news.example")
/// for source in FetchedInputs(["https://news.example/feed"], settings: settings) {
///   if case .input(let input) = source.load() { print(reader.read(input).document.title ?? "") }
/// }
/// ```
///
/// The sequence blocks the thread that asks it; it must not be asked from within Swift's concurrency.
/// An item counts as taken when the next one is asked for: only then its visit is noted, so that a
/// run which is cut off asks for it again.
public struct FetchedInputs: Sequence, IteratorProtocol {
  private let queue: FetchQueue
  private let memory: (any VisitMemory)?
  private var taken: Visit?
  private var isBroken = false

  /// What addresses give.
  ///
  /// - Parameters:
  ///   - memory: what is known of earlier visits: then only what changed is asked for, and of a feed
  ///     only what is new.
  ///   - log: keeps each answer.
  ///   - resolver: who finds the addresses of names.
  public init(
    _ addresses: [String], settings: FetchSettings, memory: (any VisitMemory)? = nil,
    log: AnswerLog? = nil, resolver: any NameResolver = SystemResolver()
  ) {
    let client = GuardedClient(settings.client, resolver: resolver)
    queue = FetchQueue(addresses, Fetcher(settings, client: client, log: log), memory: memory)
    self.memory = memory
  }

  /// The next source, once there is one.
  public mutating func next() -> IntakeSource? {
    if isBroken { return nil }
    do {
      if let taken { try memory?.note(taken) }
      let queue = queue
      guard let given = try Blocking.value(of: { try await queue.next() }) else { return nil }
      taken = given.visit
      return .item(given.item)
    } catch {
      // Without its memory a run would ask for everything again and again: it ends.
      isBroken = true
      return .item(
        .refused(
          LedgerLine(
            source: nil, state: .refused, reasons: ["unreadable"],
            message: "what is known of earlier visits can't be read or written: \(error)")))
    }
  }
}

/// Runs asynchronous work to its end on a thread that has nothing else to do.
package enum Blocking {
  /// The work's value.
  package static func value<Value: Sendable>(
    of work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Value, any Error>?>(nil)
    Task.detached {
      let value: Result<Value, any Error>
      do { value = .success(try await work()) } catch { value = .failure(error) }
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { throw CancellationError() }
    return try value.get()
  }
}
