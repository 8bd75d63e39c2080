import Synchronization

/// How often each asker may ask: a bucket of `burst` that fills at `perSecond`.
package final class RateLimit: Sendable {
  private struct Bucket: Sendable {
    var left: Double
    var filled: ContinuousClock.Instant
  }

  private let burst: Double
  private let perSecond: Double
  private let now: @Sendable () -> ContinuousClock.Instant
  private let buckets = Mutex([String: Bucket]())

  package init(
    burst: Int, perSecond: Double,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.burst = Double(burst)
    self.perSecond = perSecond
    self.now = now
  }

  /// Takes one from the asker's bucket; the seconds to wait where it is empty, else nil.
  package func take(_ asker: String) -> Int? {
    let moment = now()
    return buckets.withLock { buckets in
      if buckets.count > 10_000 {
        buckets = buckets.filter { level($0.value, at: moment) < burst }
      }
      let left = buckets[asker].map { level($0, at: moment) } ?? burst
      guard left >= 1 else { return Int(((1 - left) / perSecond).rounded(.up)) }
      buckets[asker] = Bucket(left: left - 1, filled: moment)
      return nil
    }
  }

  private func level(_ bucket: Bucket, at moment: ContinuousClock.Instant) -> Double {
    let past = moment - bucket.filled
    let seconds = Double(past.components.seconds) + Double(past.components.attoseconds) * 1e-18
    return min(burst, bucket.left + seconds * perSecond)
  }
}
