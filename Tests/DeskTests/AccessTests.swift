import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import TestSupport
import Testing

@Suite struct AccessTests {
  private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

  private func signedIn(
    _ client: DeskClient, as name: String, password: String = "a long password"
  ) async throws -> (DeskClient.Answer, cookie: String) {
    let page = try await client.execute(uri: "/sign-in", method: .get)
    let before = try #require(page.headers[.setCookie]?.prefix { $0 != ";" })
    let token = try #require(String(buffer: page.body).firstMatch(of: /data-csrf="([0-9a-f]+)"/)?.1)
    var headers = Self.form
    headers[.cookie] = String(before)
    let body =
      "name=\(name)&password=\(password.replacing(" ", with: "+"))&csrf=\(token)&next=%2Fledger"
    let response = try await client.execute(
      uri: "/sign-in", method: .post, headers: headers, body: ByteBuffer(string: body))
    let after = response.headers[.setCookie]?.prefix { $0 != ";" } ?? before
    if response.status == .seeOther { #expect(after != before) }
    return (response, String(after))
  }

  @Test func aDeskForOthersNeedsAccounts() throws {
    let room = try DeskRoom(withAccounts: true)
    #expect(throws: DeskError.needsAccounts(host: "0.0.0.0")) { try room.desk() }
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    _ = try room.desk()
  }

  @Test func nobodySeesAnythingBeforeSigningIn() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    try room.keep(.saying("secret words"))
    try await room.visit { client in
      for path in ["/", "/reports/1", "/ledger", "/reports/1/versions/1/lines/e1"] {
        let response = try await client.execute(uri: path, method: .get)
        #expect(response.status == .seeOther)
        #expect(response.headers[.location]?.hasPrefix("/sign-in?next=%2F") == true)
        #expect(!String(buffer: response.body).contains("secret"))
      }
      let answer = try await client.execute(uri: "/api/reports/1", method: .get)
      #expect(answer.status == .unauthorized)
      #expect(answer.headers[.wwwAuthenticate] == "Bearer")
    }
  }

  @Test func aPasswordOpensAndSigningOutCloses() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    try await room.visit { client in
      let wrong = try await signedIn(client, as: "ana", password: "another password")
      #expect(wrong.0.status == .unauthorized)
      let nobody = try await signedIn(client, as: "bob")
      #expect(nobody.0.status == .unauthorized)
      let (response, cookie) = try await signedIn(client, as: "ana")
      #expect(response.headers[.location] == "/ledger")
      let header = try #require(response.headers[.setCookie])
      #expect(header.contains("HttpOnly") && header.contains("SameSite=Strict"))
      let page = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
      #expect(page.status == .ok)
      let token = try #require(
        String(buffer: page.body).firstMatch(of: /data-csrf="([0-9a-f]+)"/)?.1)
      var headers = Self.form
      headers[.cookie] = cookie
      let out = try await client.execute(
        uri: "/sign-out", method: .post, headers: headers, body: ByteBuffer(string: "csrf=\(token)")
      )
      #expect(out.status == .seeOther)
      let after = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
      #expect(after.status == .seeOther)
    }
  }

  @Test func aSessionDiesWithItsAccountAlsoWhereTheNameComesBack() async throws {
    let room = try DeskRoom(withAccounts: true)
    let accounts = try #require(room.accounts)
    try accounts.add("ana", role: .reader, password: "a long password")
    try await room.visit { client in
      let (_, cookie) = try await signedIn(client, as: "ana")
      let before = try await client.execute(uri: "/", headers: [.cookie: cookie])
      #expect(before.status == .ok)
      try accounts.remove("ana")
      try accounts.add("ana", role: .admin, password: "another long password")
      let after = try await client.execute(uri: "/", headers: [.cookie: cookie])
      #expect(after.status == .seeOther)
    }
  }

  @Test func whoAsksTooOftenIsTurnedAwayForAWhile() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    let clock = Box(ContinuousClock.now)
    let client = DeskClient(try room.desk(now: { clock.value }))
    var statuses: [HTTPResponse.Status: Int] = [:]
    for _ in 0..<250 {
      let answer = try await client.execute(uri: "/api/counts")
      statuses[answer.status, default: 0] += 1
      if answer.status == .tooManyRequests { #expect(answer.headers[.retryAfter] == "1") }
    }
    #expect(statuses == [.unauthorized: 240, .tooManyRequests: 10])
    clock.set(clock.value + .seconds(1))
    let later = try await client.execute(uri: "/api/counts")
    #expect(later.status == .unauthorized)
  }

  @Test func onlyAdminsSeeTheAccounts() async throws {
    let room = try DeskRoom(withAccounts: true)
    let accounts = try #require(room.accounts)
    for (name, role) in [("ana", AccountRole.admin), ("li", .reviewer), ("bea", .reader)] {
      try accounts.add(name, role: role, password: "a long password")
    }
    try await room.visit { client in
      for (name, status) in [("ana", 200), ("li", 403), ("bea", 403)] {
        let (_, cookie) = try await signedIn(client, as: name)
        let page = try await client.execute(uri: "/accounts", headers: [.cookie: cookie])
        #expect(page.status.code == status, "\(name)")
      }
    }
    try await DeskRoom().visit { client in
      let page = try await client.execute(uri: "/accounts")
      #expect(page.status == .notFound)
    }
  }

  @Test func aTokenOpensTheInterfaceAndDiesWithItsAccount() async throws {
    let room = try DeskRoom(withAccounts: true)
    let accounts = try #require(room.accounts)
    try accounts.add("ana", role: .reader, password: "a long password")
    let token = try accounts.token(for: "ana", label: "nightly", role: .admin)
    try await room.visit { client in
      func ask(_ token: String) async throws -> HTTPResponse.Status {
        try await client.execute(
          uri: "/api/counts", method: .get, headers: [.authorization: "Bearer \(token)"]
        ).status
      }
      #expect(try await ask(token) == .ok)
      #expect(try await ask(token + "0") == .unauthorized)
      try accounts.add("bea", role: .reader, password: "a long password")
      try accounts.remove("ana")
      #expect(try await ask(token) == .unauthorized)
    }
  }

  @Test(arguments: ["", "csrf=", "csrf=00", "csrf=\(String(repeating: "a", count: 64))"])
  func aFormWithoutItsTokenIsRefused(body: String) async throws {
    try await DeskRoom().visit { client in
      for path in ["/sign-in", "/sign-out"] {
        let response = try await client.execute(
          uri: path, method: .post, headers: Self.form, body: ByteBuffer(string: body))
        #expect(response.status == .forbidden)
      }
    }
  }

  @Test func aFormThatAnotherSitePostsIsRefusedEvenWithATokenOfItsOwnVisit() async throws {
    try await DeskRoom().visit { client in
      let page = try await client.execute(uri: "/", method: .get)
      let token = try #require(
        String(buffer: page.body).firstMatch(of: /data-csrf="([0-9a-f]+)"/)?.1)
      let cookie = try #require(page.headers[.setCookie]?.prefix { $0 != ";" })
      func post(_ site: String?, cookie: String) async throws -> HTTPResponse.Status {
        var headers = Self.form
        headers[.cookie] = cookie
        headers[HTTPField.Name("Sec-Fetch-Site")!] = site
        return try await client.execute(
          uri: "/sign-out", method: .post, headers: headers,
          body: ByteBuffer(string: "csrf=\(token)")
        ).status
      }
      #expect(try await post("same-origin", cookie: String(cookie)) == .seeOther)
      #expect(try await post("cross-site", cookie: String(cookie)) == .forbidden)
      let other = "verbale=" + String(repeating: "a", count: 48)
      #expect(try await post(nil, cookie: other) == .forbidden)
    }
  }

  @Test func theDeskAnswersUnderItsOwnNamesAlone() async throws {
    let names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    for good in ["localhost", "LOCALHOST:8400", "127.0.0.1:80", "[::1]:8400", "[::1]"] {
      #expect(HostNames.admit(good, to: names), "\(good)")
    }
    for bad in [
      nil, "", "evil.example", "localhost.evil.example", "127.0.0.1.evil:80", "localhost:x",
    ] {
      #expect(!HostNames.admit(bad, to: names), "\(bad ?? "nothing")")
    }
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    let client = DeskClient(try room.desk(names: ["desk.example"]))
    #expect(try await client.execute(uri: "/", host: "localhost").status == .misdirectedRequest)
    #expect(try await client.execute(uri: "/", host: "desk.example").status == .seeOther)
    let local = DeskClient(try DeskRoom().desk())
    #expect(try await local.execute(uri: "/", host: "evil.example").status == .misdirectedRequest)
    #expect(try await local.execute(uri: "/", host: "localhost:8400").status == .ok)
  }

  @Test func signingInIsNoBusinessOfManyTries() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.accounts?.add("ana", role: .reader, password: "a long password")
    // Deriving a key takes long enough on a busy machine for the bucket to fill again.
    let moment = ContinuousClock.now
    let client = DeskClient(try room.desk(now: { moment }))
    for _ in 0..<8 { _ = try await signedIn(client, as: "ana", password: "a wrong password") }
    let late = try await signedIn(client, as: "ana")
    #expect(late.0.status == .tooManyRequests)
    #expect(Int(late.0.headers[.retryAfter] ?? "") ?? 0 > 0)
  }

  @Test func aBucketFillsAgain() {
    let start = ContinuousClock.now
    let clock = Box(start)
    let limit = RateLimit(burst: 2, perSecond: 0.5, now: { clock.value })
    #expect(limit.take("a") == nil && limit.take("a") == nil)
    #expect(limit.take("a") == 2)
    #expect(limit.take("b") == nil)
    clock.set(start + .seconds(2))
    #expect(limit.take("a") == nil)
    #expect(limit.take("a") == 2)
  }

  @Test func aSessionEndsWhenNobodyUsesIt() {
    let start = ContinuousClock.now
    let clock = Box(start)
    let sessions = Sessions(now: { clock.value })
    let name = sessions.begin("ana")
    clock.set(start + .seconds(11 * 3600))
    #expect(sessions.account(name) == "ana")
    clock.set(start + .seconds(22 * 3600))
    #expect(sessions.account(name) == "ana")
    clock.set(start + .seconds(35 * 3600))
    #expect(sessions.account(name) == nil)
  }

  @Test func accountsAreKeptPrivateAndTheirPasswordsDerived() throws {
    let folder = try ScratchFolder()
    let path = folder.file("accounts.json")
    let accounts = Accounts(at: path, rounds: 2)
    #expect(throws: AccountError.shortPassword) {
      try accounts.add("ana", role: .reader, password: "short")
    }
    #expect(throws: AccountError.badName("a b")) {
      try accounts.add("a b", role: .reader, password: "a long password")
    }
    try accounts.add("ana", role: .reviewer, password: "a long password")
    #expect(throws: AccountError.exists("ana")) {
      try accounts.add("ana", role: .reader, password: "a long password")
    }
    let token = try accounts.token(for: "ana", label: "t", role: .reader)
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!kept.contains("a long password") && !kept.contains(token))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: AccountError.unknown("bob")) { try accounts.remove("bob") }
  }

  @Test func aPasswordMatchesInEitherSpellingOfItsAccents() throws {
    let hash = try PasswordHash("caf\u{E9} au lait bien", rounds: 2)
    #expect(hash.matches("cafe\u{301} au lait bien"))
    #expect(!hash.matches("cafe au lait bien"))
    #expect(try PasswordHash("x", rounds: 2) != PasswordHash("x", rounds: 2))
  }
}
