import Archive
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Testing

/// Who is who, decided on the desk.
@Suite struct MergeTests {
  /// A report in which these persons appear and the first meets the second.
  private static func report(_ number: Int, _ names: [String]) -> Record {
    var record = Record.saying("We shall see.", number: number)
    record.document.published = "2021-05-14"
    record.actors = names.enumerated().map { index, name in
      Actor(id: "x\(index + 1)", name: name, kind: .person, mentions: [])
    }
    record.events[0].recipients = names.count > 1 ? ["x2"] : []
    return record
  }

  private static func room() throws -> DeskRoom {
    let room = try DeskRoom()
    try room.keep(report(1, ["Hady Amr", "Jen Psaki"]))
    try room.keep(report(2, ["Hady Karim Amr", "Omar Amr"]))
    return room
  }

  private static func number(_ name: String, _ archive: Archive) throws -> Int {
    try #require(try archive.actors(named: name).first { $0.name == name }).id
  }

  @Test func aSurnameAloneSuggestsNobody() throws {
    let room = try Self.room()
    let hady = try Self.number("Hady Amr", room.archive)
    let found = try room.archive.candidates(of: hady)
    #expect(found.map(\.summary.name) == ["Hady Karim Amr"])
    #expect(found.first?.shared == ["hady", "amr"])
    let omar = try Self.number("Omar Amr", room.archive)
    #expect(try room.archive.candidates(of: omar).isEmpty)
  }

  @Test func aMergeOnThePageIsShownAndTakenBack() async throws {
    let room = try Self.room()
    let hady = try Self.number("Hady Amr", room.archive)
    let other = try Self.number("Hady Karim Amr", room.archive)
    try await room.visit { client in
      let page = "/actors/\(hady)"
      #expect(try await client.page(page).contains("May be the same"))
      let merged = try await client.post("\(page)/merge", "other=\(other)&why=one+man", from: page)
      #expect(merged.status == .seeOther)
      let told1 = try room.archive.actor(hady)?.names
      #expect(told1 == ["Hady Amr", "Hady Karim Amr"])
      let told2 = try room.archive.actor(other)?.summary.id
      #expect(told2 == hady)
      let told3 = try room.archive.actor(hady)?.summary.reports
      #expect(told3 == 2)
      let after = try await client.page(page)
      #expect(after.contains("one man") && !after.contains("May be the same"))
      let decision = try #require(try room.archive.identityDecisions(about: hady).first)
      let undone = try await client.post("\(page)/undo", "decision=\(decision.id)", from: page)
      #expect(undone.status == .seeOther)
      let told4 = try room.archive.actor(other)?.summary.id
      #expect(told4 == other)
      let told5 = try room.archive.actor(hady)?.summary.reports
      #expect(told5 == 1)
      // Both decisions stay told.
      let told6 = try room.archive.decisions().items.map(\.verdict)
      #expect(told6 == [.undo, .merge])
      #expect(try await client.page(page).contains("taken back"))
    }
  }

  @Test func aSplitTakesOneReportAway() async throws {
    let room = try DeskRoom()
    for number in 1...3 { try room.keep(Self.report(number, ["Hady Amr"])) }
    let hady = try Self.number("Hady Amr", room.archive)
    try await room.visit { client in
      let page = "/actors/\(hady)"
      let split = try await client.post(
        "\(page)/split", "document=2&bearer=\(hady)&why=a+namesake", from: page)
      #expect(split.status == .seeOther)
      let told7 = try room.archive.actor(hady)?.summary.reports
      #expect(told7 == 2)
      let told8 = try room.archive.reports(of: hady).map(\.document.id)
      #expect(told8 == [3, 1])
      // The namesake bears the full name, so people are asked whether it is the same.
      let told9 = try room.archive.candidates(of: hady).map(\.summary.reports)
      #expect(told9 == [1])
    }
  }

  @Test func programsDecideWithATokenAndReadersMayNot() async throws {
    let room = try DeskRoom(withAccounts: true)
    let accounts = try #require(room.accounts)
    try accounts.add("ana", role: .admin, password: "a long password")
    let reader = try accounts.token(for: "ana", label: "r", role: .reader)
    let reviewer = try accounts.token(for: "ana", label: "w", role: .reviewer)
    try room.keep(Self.report(1, ["Hady Amr", "Jen Psaki"]))
    try room.keep(Self.report(2, ["Hady Karim Amr"]))
    let hady = try Self.number("Hady Amr", room.archive)
    let other = try Self.number("Hady Karim Amr", room.archive)
    try await room.visit { client in
      func merge(_ token: String?, _ body: String) async throws -> HTTPResponse.Status {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        return try await client.execute(
          uri: "/api/actors/\(hady)/merges", method: .post, headers: headers,
          body: ByteBuffer(string: body)
        ).status
      }
      #expect(try await merge(nil, "other=\(other)") != .created)
      #expect(try await merge(reader, "other=\(other)") == .forbidden)
      #expect(try await merge(reviewer, "other=x") == .badRequest)
      #expect(try room.archive.decisions().items.isEmpty)
      #expect(try await merge(reviewer, "other=\(other)") == .created)
      #expect(try await merge(reviewer, "other=\(other)") == .notFound, "they are one already")
      let told10 = try room.archive.decisions().items.map(\.who)
      #expect(told10 == ["ana"])
    }
  }
}
