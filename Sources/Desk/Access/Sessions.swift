import Synchronization

/// Who is signed in, in memory: a restart signs everybody out.
package final class Sessions: Sendable {
  private struct Session: Sendable {
    let account: String
    let mark: String
    var lastUsed: ContinuousClock.Instant
  }

  private let sessions = Mutex([String: Session]())
  private let now: @Sendable () -> ContinuousClock.Instant

  /// How long a session lives unused.
  package static let life = Duration.seconds(12 * 3600)

  package init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

  /// Begins a session; the value of its cookie.
  ///
  /// - Parameter mark: what tells the account from a later one of the same name.
  package func begin(_ account: String, mark: String = "") -> String {
    let name = Secret.name()
    let moment = now()
    sessions.withLock { sessions in
      sessions = sessions.filter { moment - $0.value.lastUsed < Self.life }
      sessions[Secret.digest(name)] = Session(account: account, mark: mark, lastUsed: moment)
    }
    return name
  }

  /// Whose session it is; nil where it ended.
  package func account(_ name: String) -> String? {
    let digest = Secret.digest(name)
    let moment = now()
    return sessions.withLock { sessions in
      guard let session = sessions[digest], moment - session.lastUsed < Self.life else {
        sessions[digest] = nil
        return nil
      }
      sessions[digest]?.lastUsed = moment
      return session.account
    }
  }

  /// The mark that the session began with; nil where there is none.
  func mark(_ name: String) -> String? {
    let digest = Secret.digest(name)
    return sessions.withLock { $0[digest]?.mark }
  }

  package func end(_ name: String) { sessions.withLock { $0[Secret.digest(name)] = nil } }
}
