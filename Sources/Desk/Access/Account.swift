import Foundation

/// Somebody who may use a desk that is open to others.
struct Account: Codable, Sendable {
  /// A token for programs; only its hash is kept.
  struct Token: Codable, Sendable {
    let label: String
    let digest: String
    let role: AccountRole
  }

  let name: String
  var role: AccountRole
  var password: PasswordHash
  var tokens: [Token] = []

  /// Tells it from a later account of the same name: sessions end with the account that began them.
  var mark: String { password.salt.base64EncodedString() }
}

/// What can be wrong with the accounts; each tells what to do.
public enum AccountError: Error, Equatable, CustomStringConvertible, Sendable {
  case badName(String)
  case shortPassword
  case exists(String)
  case unknown(String)
  case unreadable(path: String, detail: String)

  /// The trouble in words for a person.
  public var description: String {
    switch self {
    case .badName(let name):
      "‘\(name)’ is no account name; use 1 to 64 letters, digits, dots, dashes or underscores"
    case .shortPassword: "the password is too short; use 12 characters or more"
    case .exists(let name): "there is an account \(name) already; remove it first to make it anew"
    case .unknown(let name): "there is no account \(name); `verbale accounts list` names them"
    case .unreadable(let path, let detail): "\(path): the accounts can't be used (\(detail))"
    }
  }
}
