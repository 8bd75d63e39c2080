/// Whose turn it is at a host: one request at a time, with a pause behind each.
actor HostTurns {
  private struct Lane {
    var isTaken = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// Nothing is asked before.
    var free = ContinuousClock.now
    /// Set where the host asked to be left alone for longer than is waited.
    var closedUntil: ContinuousClock.Instant?
  }

  private var lanes: [String: Lane] = [:]

  /// Waits for the turn; `leave` must follow, whatever happens.
  ///
  /// - Throws: `FetchFailure.askedToWait` where the host is closed, `CancellationError`; then there
  ///   is no turn to leave.
  func enter(_ host: String) async throws {
    if lanes[host, default: Lane()].isTaken {
      await withCheckedContinuation { lanes[host, default: Lane()].waiting.append($0) }
    } else {
      lanes[host, default: Lane()].isTaken = true
    }
    do {
      if let until = lanes[host]?.closedUntil, until > .now {
        let seconds = Int((until - .now).components.seconds) + 1
        throw FetchFailure.askedToWait(host: host, seconds: seconds)
      }
      let free = lanes[host]?.free ?? .now
      if free > .now { try await Task.sleep(until: free, clock: .continuous) }
    } catch {
      pass(host)
      throw error
    }
  }

  /// Gives the turn to the next one, who waits for the pause.
  func leave(_ host: String, pause: Duration) {
    lanes[host]?.free = .now + pause
    pass(host)
  }

  /// Asks nothing of a host for some time.
  func close(_ host: String, for time: Duration) {
    lanes[host, default: Lane()].closedUntil = .now + time
  }

  private func pass(_ host: String) {
    guard var lane = lanes[host] else { return }
    if lane.waiting.isEmpty {
      lane.isTaken = false
      lanes[host] = lane
    } else {
      let next = lane.waiting.removeFirst()
      lanes[host] = lane
      next.resume()
    }
  }
}
