import Archive
import ArgumentParser
import Desk
import Fetching
import Foundation
import Reader

/// `verbale serve`: the web desk on an archive.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the web desk on an archive.",
    discussion: """
      Pages for people and the same answers as JSON (/api/openapi.json). By default only this \
      machine reaches the desk, without login. Bound elsewhere it needs accounts (see verbale \
      accounts) and is best put behind a proxy that speaks https.

      EXAMPLES
        verbale serve                              the archive in this folder
        verbale serve Examples/                    these reports, kept nowhere
        verbale serve --archive reports.sqlite --port 0
        verbale serve --poll 10m --fetch https://news.example/feed.xml
        verbale serve --host 0.0.0.0 --name desk.example --behind-https

      With --poll the follows do a round again and again, and the addresses given with --fetch are \
      fetched before each; nothing else reaches the network.
      """)

  @OptionGroup var paths: PathOptions
  @OptionGroup var options: ReadingOptions

  @OptionGroup var archive: ArchiveOptions

  @Option(help: "The address to bind.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 takes any that is free.")
  var port = 8400

  @Option(
    name: .customLong("name"),
    help: "A further name under which browsers reach the desk; may be given again.")
  var names: [String] = []

  @Flag(help: "A proxy in front speaks https: cookies go nowhere else.")
  var behindHTTPS = false

  @Option(help: "Do a round of all follows at once and then every so often: 90s, 10m, 2h, 1d.")
  var poll: PollInterval?

  @Option(
    name: .customLong("fetch"),
    help: "A page, feed or sitemap to fetch into the archive at each round; may be given again.")
  var addresses: [String] = []

  @OptionGroup(title: "Fetching") var fetch: FetchOptions

  func validate() throws {
    guard addresses.isEmpty || poll != nil else {
      throw ValidationError("--fetch needs --poll, which tells how often.")
    }
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard archive.file == nil || paths.paths.isEmpty else {
      throw ValidationError(
        "give either an archive or reports; `verbale ingest` reads reports into an archive.")
    }
  }

  func run() throws {
    let isTemporary = !paths.paths.isEmpty
    let folder = isTemporary ? try Self.temporaryFolder() : nil
    defer { if let folder { try? FileManager.default.removeItem(at: folder) } }
    // The name stands at the foot of the pages.
    let path = folder?.appending(path: "reports").path ?? archive.path
    do {
      // Who fetches into an archive may begin with an empty one.
      let isNew = isTemporary || !addresses.isEmpty
      let opened = try Archive(at: path, mode: isNew ? .create : .existing)
      if isTemporary {
        var ingest = Ingest(archive: opened, options: options, reader: try options.reader())
        try ingest.inputs(try paths.inputs(), count: paths.inputCount)
      }
      let settings = DeskSettings(
        host: host, port: port, names: names, isBehindHTTPS: behindHTTPS,
        version: ReportReader.version)
      let accounts =
        settings.isLoopback ? nil : Accounts(at: Accounts.path(besideArchive: path))
      let desk = try Desk(archive: opened, settings: settings, accounts: accounts)
      if let poll {
        try Polling(
          archive: opened, options: options, fetch: fetch, addresses: addresses, interval: poll
        ).start()
      }
      try Blocking.value {
        try await desk.run { address in
          Output.write("The desk is at \(address)\n")
          if Terminal.takesInput { Terminal.complain("Ctrl-C ends it.") }
        }
      }
    } catch let error as ArchiveError {
      throw Complaint(error.description)
    } catch let error as DeskError {
      throw Complaint(error.description)
    } catch let error as AccountError {
      throw Complaint(error.description)
    }
  }

  private static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "verbale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }
}
