public import Pages

/// What is asked of a site.
public struct WebRequest: Sendable {
  /// What is done there.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// What is done.
  public var method: Method
  /// Where.
  public var address: WebAddress
  /// Fields beside Host and User-Agent.
  public var fields: [HTTPField]
  /// What is sent along.
  public var body: [UInt8]

  /// A request.
  public init(
    _ address: WebAddress, method: Method = .get, fields: [HTTPField] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.address = address
    self.fields = fields
    self.body = body
  }
}

/// What a site answered.
public struct WebAnswer: Sendable {
  /// What is wrong with its body.
  public enum Shortage: Hashable, Sendable {
    /// The connection ended before the body did.
    case cut
    /// The time was up before the body ended.
    case timedOut
  }

  /// The status, 200.
  public var status: Int
  /// The status in words.
  public var words: String
  /// The fields.
  public var fields: [HTTPField]
  /// The body as it was sent, chunks joined, still packed.
  public var body: [UInt8]
  /// The address that was connected to.
  public var peer: IPAddress
  /// Why the body isn't whole; nil where it is.
  public var shortage: Shortage?
}
