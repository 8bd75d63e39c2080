import Foundation
import Synchronization
import TestSupport
import Testing

/// What follows find, on its way by mail and webhook.
@Suite(.enabled(if: Program.path != nil)) struct DeliveryTests {
  private let folder: ScratchFolder
  private var archive: String { folder.file() }

  init() throws {
    folder = try ScratchFolder()
    try folder.write("held.html", Array(Reports.held.utf8))
  }

  private func run(_ arguments: [String]) async throws -> Program.Outcome {
    try await Program.run(arguments + ["--archive", archive])
  }

  private func follow(_ options: [String]) async throws -> Program.Outcome {
    try await run(["follow", "add", "talks", "actor:\"Ana Duarte\""] + options)
  }

  private static let curl = ["/usr/bin/curl", "/usr/local/bin/curl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: curl != nil, "NOT TESTED BY SMTP: there is no curl here"))
  func aMailGoesBySMTPToItsRecipientOnce() async throws {
    let mailbox = try SmallMailbox()
    let command =
      "curl -s smtp://127.0.0.1:\(mailbox.port) --mail-from verbale@desk.example "
      + "--mail-rcpt ana@desk.example -T -"
    let added = try await follow(["--mail", "ana@desk.example", "--mail-command", command])
    #expect(added.status == 0, "\(added.complaints)")
    _ = try await run(["ingest", folder.file("held.html")])
    for _ in 0..<2 {
      let round = try await run(["follow", "run"])
      #expect(round.status == 0, "\(round.complaints)")
    }
    #expect(mailbox.recipients == ["<ana@desk.example>"])
    let mail = try #require(mailbox.mails.first)
    #expect(mailbox.mails.count == 1)
    #expect(mail.contains("\r\nSubject: talks: "))
    #expect(mail.contains("Content-Type: multipart/alternative"))
    let bodies = mail.components(separatedBy: "base64\r\n\r\n").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\r\n").prefix { !$0.hasPrefix("--") }
      return Data(base64Encoded: lines.joined()).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(bodies.count == 2)
    #expect(bodies.allSatisfy { $0.contains("Ana Duarte") })
    #expect(bodies.last?.hasPrefix("<!doctype html>") == true)
  }

  @Test func aWebhookIsSignedWithTheKeyOfItsFileAndWaitsWhereItFails() async throws {
    let isUp = Mutex(false)
    let site = try SmallSite { _ in
      isUp.withLock { $0 } ? [.answer("204 No Content", [])] : [.answer("500 Oh", [])]
    }
    let key = folder.file("hook.key")
    let short = try await follow([
      "--webhook", site.address("/hook"), "--webhook-key-file", folder.file("none"),
    ])
    #expect(short.status == 2 && short.complaints.contains("none"))
    try Data("a key of sixteen characters and more\n".utf8).write(to: URL(filePath: key))
    let added = try await follow(["--webhook", site.address("/hook"), "--webhook-key-file", key])
    #expect(added.status == 0, "\(added.complaints)")
    _ = try await run(["ingest", folder.file("held.html")])
    let failed = try await run(["follow", "run", "--allow-private"])
    #expect(failed.status == 1 && failed.complaints.contains("status 500"))
    isUp.withLock { $0 = true }
    let waiting = try await run(["follow", "run", "--allow-private"])
    #expect(waiting.status == 0 && waiting.output.contains("waits until"))
    #expect(site.requests.count == 1)
    let request = try #require(site.requests.first)
    let signature = try #require(request.field("Verbale-Signature"))
    try folder.write("body", Array(request.body.utf8))
    let openssl = try await Program.run(
      [
        "dgst", "-sha256", "-hmac", "a key of sixteen characters and more", folder.file("body"),
      ], program: "/usr/bin/openssl")
    #expect(signature == "sha256=" + (openssl.output.split(separator: " ").last ?? "").dropLast())
    // The key itself stays in its file.
    let stored = try Data(contentsOf: URL(filePath: archive))
    #expect(stored.firstRange(of: Data("a key of sixteen".utf8)) == nil)
    // Without leave nothing of this machine is reached.
    let other = try await run([
      "follow", "add", "second", "actor:\"Ana Duarte\"", "--webhook", site.address("/hook"),
      "--webhook-key-file", key, "--include-present",
    ])
    #expect(other.status == 0)
    let refused = try await run(["follow", "run"])
    #expect(refused.status == 1 && refused.complaints.contains("--allow-private"))
    #expect(site.requests.count == 1)
  }
}
