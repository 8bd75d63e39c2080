/// A stretch of addresses that begin with the same bits: `10.0.0.0/8`.
public struct AddressRange: Hashable, Sendable {
  /// Its first address.
  public let base: IPAddress
  /// The number of bits that are the same.
  public let length: Int

  /// Reads `10.0.0.0/8`; nil where that is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let base = IPAddress(String(parts[0])), let length = Int(parts[1]),
      (0...base.bytes.count * 8).contains(length)
    else { return nil }
    (self.base, self.length) = (base, length)
  }

  /// Whether an address lies in it; one of the other version never does.
  public func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    let whole = length / 8
    guard address.bytes[..<whole] == base.bytes[..<whole] else { return false }
    guard length % 8 > 0 else { return true }
    let mask = UInt8(0xFF) << (8 - length % 8)
    return (address.bytes[whole] ^ base.bytes[whole]) & mask == 0
  }
}
