/// Why an address gave nothing to read.
public enum FetchFailure: Error, Hashable, Sendable {
  /// It is no address that could be fetched.
  case badAddress(text: String, why: String)
  /// The host's name has no address.
  case dns(host: String, why: String)
  /// The host lies where nothing is fetched from.
  case refusedAddress(host: String, at: IPAddress)
  /// No connection, or none that can be trusted.
  case unreachable(host: String, why: String)
  /// The other side doesn't speak HTTP.
  case badAnswer(host: String, why: String)
  /// No answer in time.
  case timedOut(host: String, seconds: Int)
  /// The site's robots.txt forbids it.
  case robots(address: String)
  /// Nobody knows what the site's robots.txt says: then nothing may be fetched (RFC 9309).
  case robotsUnreachable(origin: String, why: String)
  /// More bytes than are taken.
  case tooLarge(limit: Int)
  /// It leads from address to address without end.
  case redirects(to: String, why: String)
  /// The site answered, but with no page.
  case status(Int, why: String)
  /// The site asked to be left alone for longer than is waited.
  case askedToWait(host: String, seconds: Int)

  /// The code for the ledger.
  public var reason: String {
    switch self {
    case .badAddress: "bad-address"
    case .dns: "dns"
    case .refusedAddress: "refused-address"
    case .unreachable: "unreachable"
    case .badAnswer: "bad-answer"
    case .timedOut: "timed-out"
    case .robots: "robots"
    case .robotsUnreachable: "robots-unreachable"
    case .tooLarge: "too-large"
    case .redirects: "redirects"
    case .status(let code, _): "status:\(code)"
    case .askedToWait: "asked-to-wait"
    }
  }

  /// Whether it may well be read another time.
  public var isPassing: Bool {
    switch self {
    case .dns, .unreachable, .badAnswer, .timedOut, .robotsUnreachable, .askedToWait: true
    case .status(let code, _): code >= 500 || [408, 425, 429].contains(code)
    case .badAddress, .refusedAddress, .robots, .tooLarge, .redirects: false
    }
  }
}

extension FetchFailure: CustomStringConvertible {
  /// The same in words for a person.
  public var description: String {
    switch self {
    case .badAddress(_, let why): why
    case .dns(let host, let why): "\(host) can't be found (\(why))"
    case .refusedAddress(let host, let place):
      (host == place.description ? host : "\(host) lies at \(place)")
        + ", \(AddressKind(of: place).words)"
    case .unreachable(let host, let why): "\(host) can't be reached: \(why)"
    case .badAnswer(let host, let why): "\(host) gave no answer that could be read: \(why)"
    case .timedOut(let host, let seconds):
      "\(host) didn't answer in \(seconds) seconds; --timeout waits longer"
    case .robots(let address): "the site's robots.txt asks not to fetch \(address)"
    case .robotsUnreachable(let origin, let why):
      "\(origin)/robots.txt can't be had (\(why)), so that nothing is fetched there"
    case .tooLarge(let limit): "more than \(limit >> 20) MiB"
    case .redirects(let address, let why): "it leads to \(address), \(why)"
    case .status(let code, let why): "the site answered \(code)\(why.isEmpty ? "" : " " + why)"
    case .askedToWait(let host, let seconds):
      "\(host) asks to be left alone for \(seconds) seconds more; try again then"
    }
  }
}

extension AddressKind {
  fileprivate var words: String {
    switch self {
    case .loopback: "this machine itself; --allow-private lets it through"
    case .private, .shared, .uniqueLocal: "in a private network; --allow-private lets it through"
    case .linkLocal: "on the machine's own link, where nothing is ever fetched from"
    case .global: "where nothing is fetched from"
    case .multicast, .unspecified, .documentation, .reserved:
      "which is no place of a site (\(rawValue))"
    }
  }
}
