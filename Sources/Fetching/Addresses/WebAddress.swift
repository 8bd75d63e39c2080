import Foundation

/// The address of a page: http or https, host, port, and what is asked for there.
///
/// It is taken apart once and put together again from parts that are known to be sound, so that
/// whoever connects can't read it otherwise than whoever checked it.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// Whether the connection is encrypted.
  public let isSecure: Bool
  /// The host's name in lower case, or its address as numbers, without brackets.
  public let host: String
  /// The port.
  public let port: Int
  /// Path and query, at least `/`.
  public let target: String

  /// Whether a text is an address rather than a path.
  public static func isAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// Reads an address; what stands behind `#` is left out.
  ///
  /// - Parameter base: what a relative address is relative to.
  /// - Throws: `FetchFailure.badAddress`.
  public init(_ text: String, relativeTo base: WebAddress? = nil) throws {
    func bad(_ why: String) -> FetchFailure { .badAddress(text: text, why: why) }
    let trimmed = Self.escaped(text.trimmingCharacters(in: .whitespacesAndNewlines))
    let base = base.flatMap { URL(string: $0.description) }
    guard let url = URL(string: trimmed, relativeTo: base)?.absoluteURL,
      let parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    else { throw bad("it can't be read") }
    switch parts.scheme?.lowercased() {
    case "http": isSecure = false
    case "https": isSecure = true
    case let other?: throw bad("\(other) isn't fetched, only http and https")
    case nil: throw bad("it has no http:// or https:// in front")
    }
    guard parts.user == nil, parts.password == nil else { throw bad("it carries a password") }
    host = try Self.host(parts.encodedHost ?? "", bad)
    port = parts.port ?? (isSecure ? 443 : 80)
    guard (1...65535).contains(port) else { throw bad("there is no such port") }
    let path = parts.percentEncodedPath
    target =
      (path.hasPrefix("/") ? path : "/" + path) + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    guard target.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
      throw bad("it has characters that no address has")
    }
    guard target.utf8.count <= 8000 else { throw bad("it is too long") }
  }

  /// The text with what no path may hold as it is (letters of other scripts, spaces) written as
  /// escapes; what is escaped already stays. A host is left alone.
  private static func escaped(_ text: String) -> String {
    var start = text.startIndex
    if let scheme = text.firstRange(of: "://") {
      start = text[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? text.endIndex
    }
    let path = text[start...].utf8.map { byte -> String in
      let isSound = (0x21..<0x7F).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
      if isSound { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "%0" + digits : "%" + digits
    }
    return text[..<start] + path.joined()
  }

  private static func host(_ text: String, _ bad: (String) -> FetchFailure) throws -> String {
    if text.hasPrefix("["), text.hasSuffix("]") {
      guard let address = IPAddress(String(text.dropFirst().dropLast())) else {
        throw bad("its host is no address")
      }
      return address.description
    }
    let name = text.lowercased()
    let isSound = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
        || byte == 0x5F
    }
    guard isSound, name.contains(where: { $0 != "." }), name.utf8.count <= 253 else {
      throw bad(name.isEmpty ? "it names no host" : "its host has no name of letters and digits")
    }
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }

  /// Scheme, host and port: what one robots.txt holds for.
  public var origin: String {
    let name = host.contains(":") ? "[\(host)]" : host
    let isUsual = port == (isSecure ? 443 : 80)
    return (isSecure ? "https://" : "http://") + name + (isUsual ? "" : ":\(port)")
  }

  /// The whole address.
  public var description: String { origin + target }
}
