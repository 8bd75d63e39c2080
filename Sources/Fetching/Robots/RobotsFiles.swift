/// The robots.txt of each site, asked for once.
actor RobotsFiles {
  private var files: [String: Task<Result<RobotsRules, FetchFailure>, Never>] = [:]

  /// The rules of a site.
  ///
  /// - Parameter ask: gets an address, redirects followed, and gives status and body.
  /// - Throws: `FetchFailure.robotsUnreachable` where nobody knows: then all is forbidden.
  func rules(
    of address: WebAddress,
    ask: @escaping @Sendable (WebAddress) async throws -> (status: Int, body: [UInt8])
  ) async throws -> RobotsRules {
    let origin = address.origin
    let task =
      files[origin]
      ?? Task {
        do {
          let answer = try await ask(try WebAddress(origin + "/robots.txt"))
          return Self.rules(answer, of: origin)
        } catch let error as FetchFailure {
          // A host that can't be reached at all is told as that.
          switch error {
          case .dns, .refusedAddress, .unreachable, .askedToWait: return .failure(error)
          case .redirects, .tooLarge: return .success(.allowingAll)
          default:
            return .failure(.robotsUnreachable(origin: origin, why: error.description))
          }
        } catch {
          return .failure(.robotsUnreachable(origin: origin, why: "\(error)"))
        }
      }
    files[origin] = task
    return try await task.value.get()
  }

  private static func rules(
    _ answer: (status: Int, body: [UInt8]), of origin: String
  ) -> Result<RobotsRules, FetchFailure> {
    switch answer.status {
    case 200..<300: .success(RobotsRules(answer.body, for: FetchSettings.name))
    // No such file: all is allowed (RFC 9309, 2.3.1.3).
    case 400..<500 where answer.status != 429: .success(.allowingAll)
    default: .failure(.robotsUnreachable(origin: origin, why: "status \(answer.status)"))
    }
  }
}
