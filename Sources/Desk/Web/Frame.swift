/// What every page has around its content.
struct Frame: Sendable {
  /// A page of the desk in the navigation.
  struct Section: Sendable {
    let name: String
    let href: String
    let isCurrent: Bool
  }

  /// Who is signed in.
  struct Signed: Sendable {
    let name: String
    let role: String
    let isAdmin: Bool
  }

  let style: String
  let script: String
  let icon: String
  let csrf: String
  let query: String
  let archive: String
  /// Where the archive lies, for commands that a page tells.
  let path: String
  let version: String
  let sections: [Section]
  let account: Signed?

  /// The pages in the order of the navigation.
  static let pages = [
    ("Today", "/"), ("Reports", "/reports"), ("Who said what", "/statements"),
    ("Actors", "/actors"), ("Calendar", "/calendar"), ("Stories", "/stories"),
    ("Sources", "/sources"), ("Map", "/map"), ("Network", "/network"), ("Follows", "/follows"),
    ("Review", "/review"), ("Ledger", "/ledger"),
  ]
}
