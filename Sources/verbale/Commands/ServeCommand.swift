import Archive
import ArgumentParser
import Desk
import Dispatch
import Foundation
import Reader
import Synchronization

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
        verbale serve --archive reports.sqlite
        verbale serve Examples/                    a desk on these reports, kept nowhere
        verbale serve --archive reports.sqlite --port 0
        verbale serve --archive reports.sqlite --host 0.0.0.0 --name desk.example --behind-https
      """)

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

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard archive.file == nil || options.paths.isEmpty else {
      throw ValidationError(
        "give either an archive or reports; `verbale ingest` reads reports into an archive.")
    }
  }

  func run() throws {
    let isTemporary = !options.paths.isEmpty
    let path = isTemporary ? Self.temporaryPath() : archive.path
    defer { if isTemporary { Self.remove(path) } }
    do {
      let opened = try Archive(at: path, mode: isTemporary ? .create : .existing)
      if isTemporary {
        var ingest = Ingest(archive: opened, options: options, reader: try options.reader())
        try ingest.inputs(try options.inputs())
      }
      let settings = DeskSettings(
        host: host, port: port, names: names, isBehindHTTPS: behindHTTPS,
        version: ReportReader.version)
      let accounts =
        settings.isLoopback ? nil : Accounts(at: Accounts.path(besideArchive: path))
      let desk = try Desk(archive: opened, settings: settings, accounts: accounts)
      try Self.wait {
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

  /// Runs asynchronous work to its end on the thread of the command.
  static func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    Task.detached {
      do { try await work() } catch { failure.withLock { $0 = error } }
      done.signal()
    }
    done.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "verbale-\(UUID().uuidString)").path
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
