/// The hash of Fowler, Noll and Vo, FNV-1a in 64 bits (RFC 9923).
package enum FNV {
  /// The hash of some bytes, after those that gave `start`.
  package static func hash(
    _ bytes: some Sequence<UInt8>, after start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
