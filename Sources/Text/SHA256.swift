/// SHA-256 (FIPS 180-4) of bytes in memory or piece by piece, for the hashes that a record keeps.
///
/// ```swift
/// var hash = SHA256()
/// while let piece = next() { hash.update(piece) }
/// print(hash.hex)
/// ```
///
/// Seventy lines of our own rather than a library: the smallest that is kept well adds more to a cold
/// build than all rooms together.
public struct SHA256: Sendable {
  private var state = Self.initial
  /// What doesn't fill a block yet.
  private var tail: [UInt8] = []
  /// How many bytes were taken in.
  public private(set) var count = 0

  /// The hash of no bytes.
  public init() {}

  /// The hash of bytes, in lower-case hexadecimal.
  public static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hex
  }

  /// Takes the next bytes in.
  public mutating func update(_ bytes: [UInt8]) {
    count += bytes.count
    var start = 0
    if !tail.isEmpty {
      start = min(64 - tail.count, bytes.count)
      tail += bytes[..<start]
      guard tail.count == 64 else { return }
      Self.compress(&state, tail[...])
      tail.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= 64 {
      Self.compress(&state, bytes[start..<start + 64])
      start += 64
    }
    tail += bytes[start...]
  }

  /// The hash of all bytes so far, in lower-case hexadecimal.
  public var hex: String {
    var state = state
    var end = tail + [0x80]
    while end.count % 64 != 56 { end.append(0) }
    let bits = UInt64(count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    for start in stride(from: 0, to: end.count, by: 64) {
      Self.compress(&state, end[start..<(start + 64)])
    }
    let digits = Array("0123456789abcdef".utf8)
    let text = state.flatMap { word in
      stride(from: UInt32(28), through: 0, by: -4).map { digits[Int(word >> $0 & 15)] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
    var schedule = [UInt32](repeating: 0, count: 64)
    for (offset, byte) in block.enumerated() {
      schedule[offset >> 2] = schedule[offset >> 2] << 8 | UInt32(byte)
    }
    func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word >> count | word << (32 - count)
    }
    for i in 16..<64 {
      let (near, far) = (schedule[i - 15], schedule[i - 2])
      let small = rotated(near, 7) ^ rotated(near, 18) ^ near >> 3
      let large = rotated(far, 17) ^ rotated(far, 19) ^ far >> 10
      schedule[i] = schedule[i - 16] &+ small &+ schedule[i - 7] &+ large
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let high = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let first = h &+ high &+ (e & f ^ ~e & g) &+ rounds[i] &+ schedule[i]
      let low = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let second = low &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
  }

  /// The first 32 bits of the fractions of the square roots of the first eight primes.
  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let rounds: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
