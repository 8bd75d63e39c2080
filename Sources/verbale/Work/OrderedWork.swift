import Dispatch
import Synchronization

/// Work on many items at once, delivered in their order.
enum OrderedWork {
  /// The most bytes of items that wait for work at a time.
  private static let mostBytes = 64 << 20

  /// Runs `work` on up to `jobs` items at a time and gives each result to `deliver` in the order
  /// of the items, on the caller's thread; memory holds a few rounds of results, however many items
  /// there are. While one round is delivered, the next is worked on.
  ///
  /// - Parameter size: the bytes that an item holds; a round ends where they become many.
  static func run<Items: Sequence, Result: Sendable>(
    _ items: Items, jobs: Int, size: (Items.Element) -> Int = { _ in 0 },
    work: @escaping @Sendable (Items.Element) -> Result, deliver: (Result) throws -> Void
  ) rethrows where Items.Element: Sendable {
    var iterator = items.makeIterator()
    if jobs == 1 {
      while let item = iterator.next() { try deliver(work(item)) }
      return
    }
    func batch() -> [Items.Element] {
      var batch: [Items.Element] = []
      var bytes = 0
      while batch.count < jobs * 8, bytes < mostBytes, let item = iterator.next() {
        bytes += size(item)
        batch.append(item)
      }
      return batch
    }
    var pending = Round(batch(), jobs: jobs, work: work)
    while let round = pending {
      let results = round.results()
      pending = Round(batch(), jobs: jobs, work: work)
      // An error leaves the round behind it; its results are dropped with it.
      for result in results { try deliver(result) }
    }
  }

  /// Items that are worked on in the background.
  private final class Round<Item: Sendable, Result: Sendable>: Sendable {
    private let done = Mutex<[Result?]>([])
    private let group = DispatchGroup()

    /// Begins to work on items; nil where there are none.
    init?(_ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result) {
      if items.isEmpty { return nil }
      done.withLock { $0 = [Result?](repeating: nil, count: items.count) }
      DispatchQueue.global().async(group: group) { [self] in
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
          while true {
            let index = next.withLock { next in
              defer { next += 1 }
              return next
            }
            guard index < items.count else { return }
            let result = work(items[index])
            done.withLock { $0[index] = result }
          }
        }
      }
    }

    /// The results in the order of the items, once all are there.
    func results() -> [Result] {
      group.wait()
      return done.withLock { $0.compactMap { $0 } }
    }
  }
}
