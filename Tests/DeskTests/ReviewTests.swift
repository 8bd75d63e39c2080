import Archive
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Testing

@Suite struct ReviewTests {
  @Test func aConfirmedLineLeavesTheListAndComesBackWhenUndone() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let before = try await client.page("/review")
      #expect(before.contains("data-line=\"d1-e1\""))
      let fields = "document=1&line=e1&verdict=confirm"
      let confirmed = try await client.post("/review", fields, from: "/review")
      #expect(confirmed.status == .seeOther)
      let after = try await client.page("/review")
      #expect(!after.contains("data-line=\"d1-e1\""))
      let decision = try #require(try room.archive.decisions().items.first)
      #expect(decision.verdict == .confirm && decision.who == "ana")
      let undone = try await client.post(
        "/review/undo", "decision=\(decision.id)&verdict=undo", from: "/review")
      #expect(undone.status == .seeOther)
      let back = try await client.page("/review")
      #expect(back.contains("data-line=\"d1-e1\""))
    }
  }

  @Test func aCorrectionKeepsTheMachinesValueBesideIt() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let nothing = try await client.post(
        "/review", "document=1&line=e1&verdict=correct", from: "/review")
      #expect(nothing.status == .badRequest)
      let fields = "document=1&line=e1&verdict=correct&status=happened&note=seen"
      let corrected = try await client.post("/review", fields, from: "/review")
      #expect(corrected.status == .seeOther)
      let decision = try #require(try room.archive.decisions().items.first)
      #expect(decision.field == "status" && decision.value == "happened")
      #expect(decision.machine == "claimed" && decision.why == "seen")
    }
  }

  @Test func aReaderMayNotDecide() async throws {
    let room = try DeskRoom(withAccounts: true)
    let accounts = try #require(room.accounts)
    try accounts.add("ana", role: .admin, password: "a long password")
    let token = try accounts.token(for: "ana", label: "t", role: .reader)
    try room.keep(.saying("We shall see."))
    try await room.visit { client in
      let headers: HTTPFields = [.authorization: "Bearer \(token)"]
      let page = try await client.execute(uri: "/review", headers: headers)
      #expect(page.status == .forbidden)
      let read = try await client.execute(uri: "/reports/1", headers: headers)
      #expect(read.status == .ok)
    }
  }

  @Test func aSearchIsFollowedAndLeftAgain() async throws {
    let room = try DeskRoom()
    try await room.visit { client in
      let wrong = try await client.post(
        "/follows", "name=talks&query=status%3Amaybe", from: "/follows")
      #expect(wrong.status == .badRequest)
      let kept = try await client.post(
        "/follows", "name=talks&query=status%3Aclaimed", from: "/follows")
      #expect(kept.status == .seeOther)
      #expect(try room.archive.follows().map(\.name) == ["talks"])
      let left = try await client.post("/follows/remove", "name=talks", from: "/follows")
      #expect(left.status == .seeOther)
      #expect(try room.archive.follows().isEmpty)
    }
  }

  @Test func aWrongSearchIsToldWithItsPlace() async throws {
    try await DeskRoom().visit { client in
      let page = try await client.execute(uri: "/search?q=status%3Amaybe")
      #expect(page.status == .badRequest)
      #expect(String(buffer: page.body).contains("role=\"alert\""))
      let answer = try await client.execute(uri: "/api/search?q=status%3Amaybe")
      #expect(answer.status == .badRequest)
      #expect(String(buffer: answer.body).contains("\"position\":"))
    }
  }

  @Test func whatPeopleDecidedStandsBesideTheLine() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    let next = "/reports/1/versions/1/lines/a1"
    try await room.visit { client in
      let fields =
        "document=1&line=a1&verdict=correct&field=speaker&value=Li&note=said+above&next=\(next)"
      let kept = try await client.post("/review", fields, from: next)
      #expect(kept.headers[.location] == next)
      for page in [next, "/reports/1"] {
        let html = try await client.page(page)
        #expect(html.contains("We shall see. → Li"), "\(page)")
        #expect(html.contains("said above"), "\(page)")
      }
      let elsewhere = try await client.post(
        "/review", "document=1&line=e1&verdict=confirm&next=//evil.example", from: next)
      #expect(elsewhere.headers[.location] == "/")
      let log = try await client.page("/review/decisions")
      #expect(log.contains("speaker: We shall see. → Li") && log.contains("confirmed"))
    }
    // The next reading has other words: the decision is kept, and listed as orphaned.
    var changed = try #require(try room.archive.record(of: 1))
    changed.reader.version = "0.2.0"
    changed.attributions = []
    try room.archive.reread(1, as: changed)
    try await room.visit { client in
      let orphaned = try await client.page("/review/decisions?orphaned=true")
      #expect(orphaned.contains("line is gone") && !orphaned.contains("confirmed"))
      let report = try await client.page("/reports/1")
      #expect(report.contains("confirmed by"))
      let changes = try await client.page("/reports/1/versions/2/changes")
      #expect(changes.contains("Lines that are gone"))
    }
  }
}
