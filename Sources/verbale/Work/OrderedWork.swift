import Dispatch
import Synchronization

/// Work on many items at once, delivered in their order.
enum OrderedWork {
  /// Runs `work` on up to `jobs` items at a time and gives each result to `deliver` in the order
  /// of the items; memory holds a few rounds of results, however many items there are.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result,
    deliver: (Result) throws -> Void
  ) rethrows {
    let round = jobs == 1 ? 1 : jobs * 8
    var start = 0
    while start < items.count {
      let batch = Array(items[start..<min(start + round, items.count)])
      for result in together(batch, jobs: jobs, work: work) { try deliver(result) }
      start += batch.count
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
