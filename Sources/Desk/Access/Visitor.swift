/// Who asks, and what the asker may do.
struct Visitor: Sendable {
  /// The name under which decisions are kept.
  let name: String
  /// Nil where nobody is signed in on a desk that wants accounts.
  let role: AccountRole?
  /// The cookie's value, which form tokens hang on; nil for programs with a token of their own.
  let session: String?
  /// Whether a password was given, so that there is something to sign out of.
  let isSignedIn: Bool

  static let nobody = Visitor(name: "", role: nil, session: nil, isSignedIn: false)

  func may(_ needed: AccountRole) -> Bool { role.map { $0 >= needed } ?? false }
}
