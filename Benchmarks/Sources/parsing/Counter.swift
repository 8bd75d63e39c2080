import Synchronization

/// A sum that several threads add to.
final class Counter: Sendable {
  private let total = Mutex(0)

  func add(_ count: Int) { total.withLock { $0 += count } }

  var sum: Int { total.withLock { $0 } }
}
