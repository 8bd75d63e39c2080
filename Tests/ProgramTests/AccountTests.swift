import Foundation
import TestSupport
import Testing

/// A desk that others can reach, over its socket.
@Suite(.enabled(if: Program.path != nil)) struct AccountTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("talks.html", Array(Reports.planned.utf8))
  }

  private func run(_ arguments: [String], input: String = "") async throws -> Program.Outcome {
    try await Program.run(arguments + ["--archive", folder.file()], input: input)
  }

  @Test func aDeskForOthersAsksWhoTheyAreAndWhatTheyMay() async throws {
    _ = try await run(["ingest", folder.file("talks.html")])
    let serve = ["serve", "--archive", folder.file(), "--host", "0.0.0.0", "--port", "0"]
    let nobody = try await Program.run(serve)
    #expect(nobody.status == 2 && nobody.complaints.contains("verbale accounts add"))
    let short = try await run(["accounts", "add", "ana"], input: "short\n")
    #expect(short.status == 2 && short.complaints.contains("12 characters"))
    for (name, role) in [("ana", "reviewer"), ("root", "admin")] {
      let added = try await run(
        ["accounts", "add", name, "--role", role], input: "a long password\n")
      #expect(added.status == 0, "\(added.complaints)")
    }
    func token(_ name: String, _ role: String) async throws -> String {
      let made = try await run(["accounts", "token", name, "--label", role, "--role", role])
      #expect(made.status == 0, "\(made.complaints)")
      return "Authorization: Bearer " + made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let reader = try await token("ana", "reader")
    let reviewer = try await token("ana", "admin")
    let admin = try await token("root", "admin")
    let program = try RunningProgram(serve)
    let desk = Loopback(port: try await program.port())
    #expect(desk.ask("/").status == 303)
    #expect(desk.ask("/api/reports").status == 401)
    #expect(desk.ask("/api/reports", fields: ["Authorization: Bearer vrb_wrong"]).status == 401)
    #expect(desk.ask("/api/reports", fields: [reader]).status == 200)
    func decide(_ token: String) -> Int {
      desk.ask(
        "/api/reports/1/lines/e1/decisions", method: "POST",
        fields: [token, "Content-Type: application/x-www-form-urlencoded"], body: "verdict=confirm"
      ).status
    }
    #expect(decide(reader) == 403)
    // A token may no more than its account, whatever it was made for.
    #expect(decide(reviewer) == 201)
    #expect(desk.ask("/accounts", fields: [reviewer]).status == 403)
    let accounts = desk.ask("/accounts", fields: [admin])
    #expect(accounts.status == 200 && accounts.body.contains("reviewer"))
    // Without a token of its own a form needs that of its page.
    let forged = desk.ask(
      "/review", method: "POST", fields: ["Content-Type: application/x-www-form-urlencoded"],
      body: "document=1&line=e1&verdict=confirm")
    #expect(forged.status == 403)
    // Whoever is removed is out at once.
    let removed = try await run(["accounts", "remove", "ana"])
    #expect(removed.status == 0)
    #expect(desk.ask("/api/reports", fields: [reader]).status == 401)
    // Guessing is slow, and told so.
    let page = desk.ask("/sign-in")
    let cookie = page.field("Set-Cookie").map { "Cookie: " + $0.prefix { $0 != ";" } } ?? ""
    let csrf = page.body.firstMatch(of: /data-csrf="([0-9a-f]+)"/).map { String($0.1) } ?? ""
    var last = page
    for _ in 0..<40 where last.status != 429 {
      last = desk.ask(
        "/sign-in", method: "POST",
        fields: [cookie, "Content-Type: application/x-www-form-urlencoded"],
        body: "csrf=\(csrf)&name=root&password=a+wrong+password")
      #expect([401, 429].contains(last.status))
    }
    #expect(last.status == 429)
    #expect(Int(last.field("Retry-After") ?? "") ?? 0 > 0)
  }
}
