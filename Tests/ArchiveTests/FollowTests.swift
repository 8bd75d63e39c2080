import Archive
import Foundation
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct FollowTests {
  private let folder: ScratchFolder
  private let clock = TestClock()

  init() throws { folder = try ScratchFolder() }

  /// The archive as a program finds it that was just started.
  private func open() throws -> Archive {
    let clock = clock
    return try Archive(at: folder.file(), now: { clock.now })
  }

  private func add(_ number: Int, _ archive: Archive, words: String = "met them") throws {
    var report = SmallReport("Ana Ruiz \(words). No. \(number)", source: "\(number)")
    let ana = report.actor("Ana Ruiz")
    report.event(.consult, .happened, "Ana Ruiz \(words)", trigger: "met", actors: [ana])
    try archive.ingest(report.record, from: report.input)
  }

  @Test func eachMatchIsFoundOnceAcrossRestarts() throws {
    try open().addFollow("ana", SearchQuery("actor:\"Ana Ruiz\" status:happened"))
    var found = 0
    for number in 0..<25 {
      try add(number, try open())
      if number % 3 == 0 { found += try open().matchFollows()["ana"] ?? 0 }
    }
    found += try open().matchFollows()["ana"] ?? 0
    #expect(found == 25)
    #expect(try open().matchFollows() == ["ana": 0])
    var seen: [Int] = []
    var cursor: Cursor?
    repeat {
      let page = try open().items(of: "ana", after: cursor, limit: 7)
      seen += page.items.compactMap { $0.hit?.document.id }
      cursor = page.next
    } while cursor != nil
    #expect(seen == Array((1...25).reversed()))
  }

  @Test func whatWasThereBeforeIsFoundOnlyWhereAskedFor() throws {
    let archive = try open()
    try add(1, archive)
    try archive.addFollow("new", SearchQuery("actor:ana"))
    try archive.addFollow("all", SearchQuery("actor:ana"), includesPresent: true)
    #expect(try archive.matchFollows() == ["all": 1, "new": 0])
    #expect(throws: ArchiveError.self) { try archive.addFollow("all", SearchQuery("x")) }
  }

  @Test func anotherReadingOfTheSameWordsIsNoNewMatch() throws {
    let archive = try open()
    try archive.addFollow("ana", SearchQuery("actor:ana"))
    try add(1, archive)
    #expect(try archive.matchFollows() == ["ana": 1])
    var again = try #require(try archive.record(of: 1))
    again.reader.version = "0.2.0"
    #expect(try archive.reread(1, as: again) == 2)
    #expect(try archive.matchFollows() == ["ana": 0])
  }

  @Test func feedsAndMailsHoldTheItems() throws {
    let archive = try open()
    try archive.addFollow("a <b> & c", SearchQuery("actor:ana"))
    for (kind, target) in [(Delivery.Kind.atom, "a.xml"), (.json, "a.json"), (.digest, "mails")] {
      try archive.addDelivery(to: "a <b> & c", kind, target: folder.file(target))
    }
    try add(1, archive, words: "met <script> & “them”")
    try archive.matchFollows()
    let reports = try archive.deliverFollows()
    #expect(reports.map(\.items) == [1, 1, 1])
    #expect(reports.allSatisfy { $0.error == nil })
    let atom = try String(contentsOfFile: folder.file("a.xml"), encoding: .utf8)
    #expect(atom.contains("&lt;script&gt; &amp;"))
    #expect(!atom.contains("<script>"))
    #expect(XMLChecker.isWellFormed(atom))
    let feed = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: folder.file("a.json"))))
    #expect(((feed as? [String: Any])?["items"] as? [Any])?.count == 1)
    let mails = try FileManager.default.contentsOfDirectory(atPath: folder.file("mails"))
    #expect(mails == ["follow-1-1.eml"])
    #expect(try archive.deliverFollows().isEmpty)
  }

  @Test func aWebhookIsSignedAndTriedAgainLaterAndLater() throws {
    let archive = try open()
    let client = TestClient()
    try archive.addFollow("ana", SearchQuery("actor:ana"))
    try archive.addDelivery(
      to: "ana", .webhook, target: "https://desk.example/hook", setting: "secret")
    try add(1, archive)
    try archive.matchFollows()
    client.status.withLock { $0 = 500 }
    for minutes in [1, 2, 4] {
      #expect(try archive.deliverFollows(webhooks: client).map(\.items) == [0])
      #expect(try archive.deliverFollows(webhooks: client).isEmpty, "not before its time")
      clock.advance(minutes: minutes)
    }
    client.status.withLock { $0 = 204 }
    #expect(try archive.deliverFollows(webhooks: client).map(\.items) == [1])
    #expect(try archive.deliverFollows(webhooks: client).isEmpty)
    let calls = client.calls.withLock { $0 }
    #expect(calls.count == 4)
    #expect(Set(calls.map(\.delivery)) == ["1-1"])
    #expect(Set(calls.map(\.signature)).count == 1)
    #expect(calls[0].signature.hasPrefix("sha256="))
    #expect(try archive.follows().first?.deliveries.first?.failures == 0)
  }

  @Test func aMailGoesToACommand() throws {
    let archive = try open()
    try archive.addFollow("ana", SearchQuery("actor:ana"))
    try archive.addDelivery(
      to: "ana", .mail, target: "ana@example.org", setting: "tee\n  \(folder.file("mail"))")
    try archive.addDelivery(to: "ana", .mail, target: "li@example.org", setting: "/bin/false")
    try add(1, archive)
    try archive.matchFollows()
    let reports = try archive.deliverFollows()
    #expect(reports.map { $0.error == nil } == [true, false])
    let mail = try String(contentsOfFile: folder.file("mail"), encoding: .utf8)
    #expect(mail.hasPrefix("To: ana@example.org\r\nDate: Fri, 14 May 2021 14:00:00 +0000\r\n"))
    #expect(mail.contains("\r\nSubject: ana: 1 new item\r\n"))
    #expect(mail.contains("\r\nMessage-ID: <verbale-"))
  }
}

/// A clock that moves when it is told to.
final class TestClock: Sendable {
  private let seconds = Mutex(1_621_000_800.0)

  var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }

  func advance(minutes: Int) { seconds.withLock { $0 += Double(minutes * 60) } }
}

/// A client that only takes notes.
private final class TestClient: WebhookClient {
  let status = Mutex(200)
  let calls = Mutex<[(delivery: String, signature: String)]>([])

  func post(_ body: [UInt8], to address: String, headers: [(String, String)]) throws -> Int {
    func header(_ name: String) -> String { headers.first { $0.0 == name }?.1 ?? "" }
    calls.withLock { $0.append((header("Verbale-Delivery"), header("Verbale-Signature"))) }
    return status.withLock { $0 }
  }
}

/// Whether tags open and close in order and no bare sign is left.
enum XMLChecker {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for piece in text.split(separator: "<").dropFirst(0) {
      guard let end = piece.firstIndex(of: ">") else { return false }
      let tag = piece[..<end]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { !$0.isWhitespace })
      }
    }
    return open.isEmpty
  }
}
