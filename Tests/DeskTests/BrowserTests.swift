import Desk
import Foundation
import Hummingbird
import Records
import Testing

/// A headless Chromium, where the machine has one.
enum Chromium {
  static let path = ["chromium", "chromium-browser", "google-chrome"].flatMap { name in
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"]
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The page's document after its scripts ran.
  static func document(at address: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    let profile = NSTemporaryDirectory() + "verbale-chromium-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: profile) }
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile)", "--virtual-time-budget=2000", "--dump-dom", address,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

@Suite struct BrowserTests {
  @Test(
    .enabled(
      if: Chromium.path != nil,
      "NOT TESTED IN A BROWSER: no Chromium here; on Debian: apt-get install chromium"))
  func theScriptLightsWordsAndStrangeTextRunsNothing() async throws {
    let room = try DeskRoom()
    let strange =
      "</title><script>document.title='ran'</script><img src=x onerror=document.title='ran'>"
    var record = Record.saying(strange)
    record.document.published = "2021-05-14T12:30:00+03:00"
    try room.keep(record)
    let address = Box("")
    let desk = try room.desk()
    let serving = Task {
      try await desk.run { told in address.set(told) }
    }
    while address.value.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    let html = try Chromium.document(at: "\(address.value)/reports/1#e1")
    serving.cancel()
    #expect(html.contains("data-lines=\"e1\">met</a>"))
    #expect(html.contains("class=\"pred lit\""), "the script didn't light the line's words")
    #expect(html.contains("your time; given as 14 May 2021, 12:30 UTC+03:00"))
    #expect(!html.contains("<title>ran</title>") && !html.contains("<img"))
  }
}
