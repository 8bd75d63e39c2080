public import Archive
package import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The web desk on an archive: pages for people, the same answers as JSON for programs.
///
/// ```swift
/// let desk = try Desk(archive: archive, settings: DeskSettings(port: 8400))
/// try await desk.run { address in print(address) }
/// ```
public struct Desk: Sendable {
  private let hall: Hall

  /// A desk on an archive; where `settings` bind more than this machine, `accounts` are needed.
  ///
  /// - Throws: `DeskError.needsAccounts`, `AccountError`.
  public init(archive: Archive, settings: DeskSettings, accounts: Accounts? = nil) throws {
    if !settings.isLoopback {
      guard let accounts, try !accounts.list().isEmpty else {
        throw DeskError.needsAccounts(host: settings.host)
      }
    }
    hall = try Hall(archive: archive, settings: settings, accounts: accounts)
  }

  /// Answers requests that come by no socket, as in tests.
  package func answer() -> @Sendable (Request) async throws -> Response {
    let responder = Routes(hall).router().buildResponder()
    return { request in
      let logger = Logger(label: "verbale.desk") { _ in SwiftLogNoOpLogHandler() }
      // Hummingbird's own fields of a request's log.
      var context = DeskContext(DeskContext.Direct(logger: logger))
      context.logger[metadataKey: "hb.request.id"] = "direct"
      return try await responder.respond(to: request, context: context)
    }
  }

  private func application(
    onRunning: @escaping @Sendable (String) -> Void
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "verbale.desk")
    logger.logLevel = .warning
    let hall = hall
    return Application(
      router: Routes(hall).router(),
      configuration: ApplicationConfiguration(
        address: .hostname(hall.settings.host, port: hall.settings.port), serverName: nil),
      onServerRunning: { channel in
        hall.port.withLock { $0 = channel.localAddress?.port ?? hall.settings.port }
        onRunning(hall.base)
      },
      logger: logger)
  }

  /// What programs may ask, as `GET /api/reports/{document}`.
  package var endpoints: [String] {
    Interface(hall: hall).endpoints.map { endpoint in
      let path = endpoint.path.split(separator: "/").map { part in
        part.first == ":" ? "{\(part.dropFirst())}" : String(part)
      }
      return "\(endpoint.method.rawValue) /\(path.joined(separator: "/"))"
    }
  }

  /// Serves until the process is told to end (SIGINT or SIGTERM).
  ///
  /// - Throws: `DeskError.portTaken`, and what the sockets throw.
  public func run(onRunning: @escaping @Sendable (_ address: String) -> Void) async throws {
    do {
      try await application(onRunning: onRunning).runService()
    } catch let error as IOError where error.errnoCode == 98 {
      throw DeskError.portTaken(hall.settings.port)
    }
  }
}

/// Why a desk can't be served.
public enum DeskError: Error, Equatable, CustomStringConvertible, Sendable {
  /// Others can reach the address, and nobody has an account.
  case needsAccounts(host: String)
  /// Something else listens there.
  case portTaken(Int)

  /// The trouble in words for a person.
  public var description: String {
    switch self {
    case .needsAccounts(let host):
      "\(host) can be reached from other machines, so the desk needs accounts there; make one with "
        + "`verbale accounts add NAME --role admin`, or bind 127.0.0.1"
    case .portTaken(let port): "port \(port) is in use; give another with --port, or 0 for any"
    }
  }
}
