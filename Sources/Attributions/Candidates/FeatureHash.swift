/// Hashes that stand for words and features, the same on every machine (FNV-1a, then mixed).
package enum FeatureHash {
  /// The hash of a string's UTF-8.
  package static func of(_ string: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in string.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// The hash of two hashes in their order.
  @inline(__always)
  package static func mix(_ left: UInt32, _ right: UInt32) -> UInt32 {
    var hash = left &* 0x9E37_79B1 ^ (right &+ 0x7F4A_7C15)
    hash = (hash ^ hash >> 15) &* 0x85EB_CA6B
    return hash ^ hash >> 13
  }
}
