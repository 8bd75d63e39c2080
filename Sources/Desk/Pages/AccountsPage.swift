import Hummingbird

/// Who may use the desk; for admins.
struct AccountsPage {
  let hall: Hall

  struct Row: Sendable {
    let name: String
    let role: String
    let tokens: String
  }

  struct Model: Sendable {
    let rows: [Row]
  }

  func add(to router: Router<DeskContext>) {
    router.get("/accounts") { request, context in
      guard let accounts = hall.accounts else {
        throw HTTPError(
          .notFound, message: "This desk has no accounts: only this machine reaches it.")
      }
      try hall.require(.admin, context)
      let rows = try accounts.list().map { name, role, tokens in
        Row(name: name, role: role.rawValue, tokens: tokens.joined(separator: ", "))
      }
      return hall.page("accounts", Model(rows: rows), request, context)
    }
  }
}
