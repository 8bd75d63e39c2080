/// How the client behaves on the network.
public struct ClientSettings: Hashable, Sendable {
  /// Which addresses may be connected to.
  public var policy: AddressPolicy
  /// Who is asking: the field User-Agent.
  public var agent: String
  /// The seconds that an answer may take, from the look-up of the name to the last byte.
  public var seconds: Int
  /// The most bytes of an answer as it is sent.
  public var largest: Int
  /// Files (PEM) with certificates that are trusted beside the system's, as an office's own are.
  public var authorities: [String]

  /// Settings.
  public init(
    agent: String, policy: AddressPolicy = AddressPolicy(), seconds: Int = 30,
    largest: Int = 16 << 20, authorities: [String] = []
  ) {
    self.agent = agent
    self.policy = policy
    self.seconds = seconds
    self.largest = largest
    self.authorities = authorities
  }
}
