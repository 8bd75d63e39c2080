import Fetching
import Foundation
import TestSupport
import Testing

/// A site on this machine behind TLS, with a certificate made for the test by openssl.
private final class SecureSite {
  static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let folder: ScratchFolder
  let port: Int
  private let server = Process()

  var certificate: String { folder.file("certificate.pem") }

  init(name: String) async throws {
    folder = try ScratchFolder()
    try Data("<title>Calm</title><p>All is calm in the harbour.</p>".utf8)
      .write(to: folder.url("page.html"))
    let key = folder.file("key.pem")
    let made = try await Program.run(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
        "-addext", "subjectAltName=DNS:\(name)", "-keyout", key,
        "-out", folder.file("certificate.pem"),
      ], program: Self.openssl)
    guard made.status == 0 else { throw CocoaError(.fileWriteUnknown) }
    // The system gives a free port; it is given back for the server to take.
    port = try SmallSite { _ in [] }.port
    server.executableURL = URL(filePath: Self.openssl ?? "")
    server.arguments = [
      "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-WWW",
      "-quiet",
    ]
    server.currentDirectoryURL = URL(filePath: folder.path)
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
  }

  deinit {
    kill(server.processIdentifier, SIGKILL)
  }

  func answer(
    host: String, trusting authorities: [String]
  ) async throws -> WebAnswer {
    var settings = try settings().client
    settings.authorities = authorities
    let client = GuardedClient(
      settings,
      resolver: TestResolver(names: ["site.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]]))
    let address = try WebAddress("https://\(host):\(port)/page.html")
    // The server may need a moment to begin.
    for _ in 0..<50 {
      do {
        return try await client.answer(to: WebRequest(address))
      } catch FetchFailure.unreachable(_, let why) where why.contains("refused") {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    return try await client.answer(to: WebRequest(address))
  }
}

@Suite(.enabled(if: SecureSite.openssl != nil)) struct HTTPSTests {
  @Test func `A page comes over TLS where its certificate is trusted and bears its name`()
    async throws
  {
    let site = try await SecureSite(name: "site.test")
    let answer = try await site.answer(host: "site.test", trusting: [site.certificate])
    #expect(answer.status == 200)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("calm in the harbour"))
  }

  @Test func `A certificate that nobody vouches for, or of another name, is refused`()
    async throws
  {
    let site = try await SecureSite(name: "site.test")
    let failures = try await [
      failure { try await site.answer(host: "site.test", trusting: []) },
      failure { try await site.answer(host: "other.test", trusting: [site.certificate]) },
    ]
    for failure in failures { #expect(failure?.reason == "unreachable") }
    #expect(failures[0]?.description.contains("certificate") == true)
  }

  private func failure(
    _ ask: () async throws -> WebAnswer
  ) async throws -> FetchFailure? {
    do {
      _ = try await ask()
      return nil
    } catch let failure as FetchFailure {
      return failure
    }
  }
}
