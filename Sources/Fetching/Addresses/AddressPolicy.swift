/// Which addresses may be connected to.
///
/// Link-local addresses never may, not even where private ones or a stretch around them are let
/// through: behind them stand the services that hand out a machine's own credentials.
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
    if kind == .linkLocal { return false }
    return kind == .global || allowsPrivate && kind.isPrivate
      || exceptions.contains { $0.contains(address) }
  }
}
