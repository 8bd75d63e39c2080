/// Which addresses may be connected to.
public struct AddressPolicy: Hashable, Sendable {
  /// Whether this machine and networks of one's own may be reached too.
  public var allowsPrivate: Bool
  /// Further stretches that may be reached.
  public var exceptions: [AddressRange]

  /// The internet, and what is named besides.
  public init(allowsPrivate: Bool = false, exceptions: [AddressRange] = []) {
    self.allowsPrivate = allowsPrivate
    self.exceptions = exceptions
  }

  /// Whether an address may be connected to.
  public func allows(_ address: IPAddress) -> Bool {
    let kind = AddressKind(of: address)
    return kind == .global || allowsPrivate && kind.isPrivate
      || exceptions.contains { $0.contains(address) }
  }
}
