import Dispatch
import Synchronization

/// Work on many items at once, delivered in their order.
enum OrderedWork {
  /// The most bytes of items that wait for work at a time.
  private static let mostBytes = 64 << 20

  /// Runs `work` on up to `jobs` items at a time and gives each result to `deliver` in the order
  /// of the items; memory holds a few rounds of results, however many items there are.
  ///
  /// - Parameter size: the bytes that an item holds; a round ends where they become many.
  static func run<Items: Sequence, Result: Sendable>(
    _ items: Items, jobs: Int, size: (Items.Element) -> Int = { _ in 0 },
    work: @escaping @Sendable (Items.Element) -> Result, deliver: (Result) throws -> Void
  ) rethrows where Items.Element: Sendable {
    let round = jobs == 1 ? 1 : jobs * 8
    var iterator = items.makeIterator()
    while true {
      var batch: [Items.Element] = []
      var bytes = 0
      while batch.count < round, bytes < mostBytes, let item = iterator.next() {
        bytes += size(item)
        batch.append(item)
      }
      if batch.isEmpty { return }
      for result in together(batch, jobs: jobs, work: work) { try deliver(result) }
    }
  }

  private static func together<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    if jobs == 1 || items.count == 1 { return items.map(work) }
    let results = Mutex([Result?](repeating: nil, count: items.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < items.count else { return }
        let result = work(items[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
