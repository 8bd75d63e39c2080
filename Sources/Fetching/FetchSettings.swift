/// How pages are fetched.
public struct FetchSettings: Hashable, Sendable {
  /// The name that a site's robots.txt knows the reader by.
  public static let name = "Verbale"

  /// The client's own settings.
  public var client: ClientSettings
  /// The seconds between two requests at one host; the site's own wish counts where it is longer.
  public var pause: Double
  /// The most redirects of one address.
  public var mostRedirects = 10
  /// The most pages of one feed or list.
  public var mostItems: Int
  /// Whether an address names a site whose feed is meant.
  public var looksForFeed: Bool
  /// How many addresses are asked for at once; at one host never more than one.
  public var together = 8
  /// The longest that is waited for a site which says when to come back, in seconds.
  public var longestWait: Double = 60
  /// How often an address is asked again after such a wait.
  public var mostRetries = 2

  /// Settings.
  ///
  /// - Parameters:
  ///   - version: the program's version, which sites are told.
  ///   - contact: how a site's keeper reaches whoever fetches; sites are told it.
  public init(
    version: String, contact: String? = nil, policy: AddressPolicy = AddressPolicy(),
    seconds: Int = 30, pause: Double = 1, mostItems: Int = 100, looksForFeed: Bool = false
  ) {
    let whom = contact.map { "; " + $0 } ?? ""
    client = ClientSettings(
      agent: "\(Self.name)/\(version) (reads news reports; obeys robots.txt\(whom))",
      policy: policy, seconds: seconds)
    self.pause = pause
    self.mostItems = mostItems
    self.looksForFeed = looksForFeed
  }
}
