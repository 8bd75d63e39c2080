import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: derived by scrypt (RFC 7914), never the password.
package struct PasswordHash: Codable, Equatable, Sendable {
  let salt: Data
  let key: Data
  /// The cost N, a power of two.
  let rounds: Int
  let blockSize: Int
  let parallelism: Int

  /// OWASP's scrypt setting for 2023 and later: 128 MiB a guess.
  package static let rounds = 1 << 17

  /// Derives the key of a password with a salt of its own.
  package init(_ password: String, rounds: Int = PasswordHash.rounds) throws {
    salt = Data(Secret.random(16))
    self.rounds = rounds
    blockSize = 8
    parallelism = 1
    key = try Self.derive(password, salt: salt, rounds: rounds, 8, 1)
  }

  /// Whether this is the password; takes as long for a wrong one.
  package func matches(_ password: String) -> Bool {
    guard let other = try? Self.derive(password, salt: salt, rounds: rounds, blockSize, parallelism)
    else { return false }
    return Secret.equal(Array(key), Array(other))
  }

  private static func derive(
    _ password: String, salt: Data, rounds: Int, _ blockSize: Int, _ parallelism: Int
  ) throws -> Data {
    // One spelling of an accented letter is as good as another.
    let spelled = password.precomposedStringWithCompatibilityMapping
    let key = try KDF.Scrypt.deriveKey(
      from: Data(spelled.utf8), salt: salt, outputByteCount: 32, rounds: rounds,
      blockSize: blockSize, parallelism: parallelism)
    return unsafe key.withUnsafeBytes { unsafe Data($0) }
  }
}

/// Random values and comparisons that don't tell by their time.
enum Secret {
  /// Bytes from the system's generator.
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Random bytes as hexadecimal digits.
  static func name(_ count: Int = 24) -> String { hex(random(count)) }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// SHA-256 of a text in hexadecimal.
  static func digest(_ text: String) -> String { hex(SHA256.hash(data: Data(text.utf8))) }

  /// Whether two values are the same, in a time that doesn't tell where they differ.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
