public import Foundation

/// How a desk is served.
public struct DeskSettings: Sendable {
  /// The address to bind: `127.0.0.1` reaches this machine alone.
  public var host: String
  /// The port; 0 takes any that is free.
  public var port: Int
  /// Further names under which browsers may reach the desk.
  public var names: [String]
  /// Whether a proxy in front speaks https, so that cookies go nowhere else.
  public var isBehindHTTPS: Bool
  /// Whom decisions are by where nobody signs in.
  public var localName: String
  /// The program's version, for the foot of the pages.
  public var version: String
  /// What rate limits reckon by.
  package var now: @Sendable () -> ContinuousClock.Instant = { .now }

  /// A desk for this machine alone, unless said.
  public init(
    host: String = "127.0.0.1", port: Int = 8400, names: [String] = [],
    isBehindHTTPS: Bool = false, localName: String = NSUserName(), version: String = ""
  ) {
    self.host = host
    self.port = port
    self.names = names
    self.isBehindHTTPS = isBehindHTTPS
    self.localName = localName
    self.version = version
  }

  /// Whether only this machine can reach the desk.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// The names that the Host header may hold; nil for any, on a desk with accounts and no names.
  var hostNames: Set<String>? {
    let own: Set<String> = isLoopback ? ["localhost", "127.0.0.1", "[::1]", host] : []
    let all = own.union(names.map { $0.lowercased() })
    return all.isEmpty ? nil : all
  }

  /// The desk's own address with the port that it got.
  func base(port: Int) -> String {
    if isBehindHTTPS, let name = names.first { return "https://\(name)" }
    let shown =
      host == "0.0.0.0" || host == "::"
      ? names.first ?? ProcessInfo.processInfo.hostName
      : host
    return "http://\(shown.contains(":") ? "[\(shown)]" : shown):\(port)"
  }
}
