import Crypto
import Foundation

/// The token that a form carries so that no other site can post it: an authentication code of the
/// visitor's cookie under a key that lives as long as the program.
struct FormToken: Sendable {
  static let field = "csrf"
  static let header = "X-CSRF-Token"

  private let key = SymmetricKey(size: .bits256)

  func of(_ session: String) -> String {
    Secret.hex(HMAC<SHA256>.authenticationCode(for: Data(session.utf8), using: key))
  }

  func isRight(_ token: String?, for session: String?) -> Bool {
    guard let token, let session else { return false }
    return Secret.equal(Array(token.utf8), Array(of(session).utf8))
  }
}
