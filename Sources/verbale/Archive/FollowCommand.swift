import Archive
import ArgumentParser
import Fetching
import Foundation
import Records

/// `verbale follow`: saved queries.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "Saves queries and delivers what they newly find, once.",
    discussion: """
      EXAMPLES
        verbale follow add psaki 'speaker:"Jen Psaki"' --atom psaki.xml
        verbale follow add meetings 'status:expected type:CONSULT' --digest mails/
        verbale follow run
        verbale follow list
      """,
    subcommands: [FollowAdd.self, FollowList.self, FollowRemove.self, FollowRun.self])
}

/// `verbale follow add`.
struct FollowAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Saves a query.",
    discussion: """
      Without a way of delivery the items are kept in the archive; `follow list NAME` shows them. A \
      webhook's body is signed: Verbale-Signature is sha256= and the HMAC-SHA256 of the body, by \
      the key in the file of --webhook-key-file, which is read at each round, or in \
      $VERBALE_WEBHOOK_KEY, which is kept in the archive (whose file then only its owner can read).

      Mail goes through a command that takes it on its standard input, such as the sendmail of \
      Postfix or Exim, msmtp, or curl, which speaks SMTP itself; no shell reads the command.

      EXAMPLES
        verbale follow add talks 'type:CONSULT place:Cairo' --atom talks.xml
        verbale follow add talks 'about:talks' --digest mails/
        verbale follow add talks 'about:talks' --mail desk@news.example
        verbale follow add talks 'about:talks' --mail ana@news.example \\
          --mail-command 'curl -s smtp://mail.news.example
            --mail-from desk@news.example --mail-rcpt ana@news.example -T -'
        verbale follow add talks 'about:talks' --webhook-key-file hook.key \\
          --webhook https://hooks.example/in
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "A name for it.") var name: String

  @Argument(help: "The query; quote it for the shell.") var query: [String]

  @Option(help: "Write an Atom feed to this file.") var atom: [String] = []

  @Option(help: "Write a JSON Feed to this file.") var jsonFeed: [String] = []

  @Option(help: "Write each round's items as a mail into this folder.") var digest: [String] = []

  @Option(help: "Mail each round's items to this address.") var mail: [String] = []

  @Option(help: "The command that takes the mail on its standard input.")
  var mailCommand = "/usr/sbin/sendmail -t"

  @Option(help: "Post each round's items to this address.") var webhook: [String] = []

  @Option(help: "The file that holds the key of the webhooks' signatures.")
  var webhookKeyFile: String?

  @Flag(help: "What the archive has already counts as new.") var includePresent = false

  func run() throws {
    let query = try SearchQuery.complaining(query)
    let key = ProcessInfo.processInfo.environment["VERBALE_WEBHOOK_KEY"] ?? ""
    if !webhook.isEmpty, webhookKeyFile == nil, key.utf8.count < 16 {
      throw Complaint(
        "--webhook wants a key of 16 characters or more in $VERBALE_WEBHOOK_KEY or in a file that "
          + "--webhook-key-file names.")
    }
    if let webhookKeyFile, !FileManager.default.isReadableFile(atPath: webhookKeyFile) {
      throw Complaint("\(webhookKeyFile): no file that can be read; it shall hold the key.")
    }
    for address in webhook {
      do { _ = try WebAddress(address) } catch {
        throw Complaint("--webhook takes an address such as https://example.org/hook: \(error).")
      }
    }
    let archive = try self.archive.open(.create)
    func absolute(_ path: String) -> String { URL(filePath: path).path }
    try ArchiveOptions.complaining {
      try archive.addFollow(name, query, includesPresent: includePresent)
      for file in atom { try archive.addDelivery(to: name, .atom, target: absolute(file)) }
      for file in jsonFeed { try archive.addDelivery(to: name, .json, target: absolute(file)) }
      for folder in digest { try archive.addDelivery(to: name, .digest, target: absolute(folder)) }
      for address in mail {
        try archive.addDelivery(to: name, .mail, target: address, setting: mailCommand)
      }
      for address in webhook {
        try archive.addDelivery(
          to: name, .webhook, target: address,
          setting: webhookKeyFile.map { Archive.webhookKeyFile + absolute($0) } ?? key)
      }
    }
    Terminal.complain(
      "verbale: \(name) is followed; `verbale follow run` looks for what is new and delivers it")
  }
}

/// `verbale follow list`.
struct FollowList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the follows, or what one found.",
    discussion: """
      EXAMPLES
        verbale follow list
        verbale follow list talks --limit 100
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The follow whose items are shown.") var name: String?

  @Option(help: "The most items to show.") var limit = 20

  @Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    guard let name else {
      for follow in try ArchiveOptions.complaining({ try archive.follows() }) {
        if json {
          Output.write(try JSONText.of(follow) + "\n")
          continue
        }
        Output.write(
          "\(Terminal.style.bold(follow.name)): \(follow.query)  (\(follow.items) items)\n")
        for delivery in follow.deliveries {
          let failed =
            delivery.error.map {
              delivery.failures == 1
                ? "; failed once: \($0)" : "; failed \(delivery.failures) times: \($0)"
            } ?? ""
          Output.write("  \(delivery.kind.rawValue) to \(delivery.target)\(failed)\n")
        }
      }
      return
    }
    let page = try ArchiveOptions.complaining {
      try archive.items(of: name, limit: max(1, limit))
    }
    let view = HitView(style: Terminal.style, width: Terminal.width)
    for item in page.items {
      if json {
        Output.write(try JSONText.of(item) + "\n")
      } else {
        Output.write(item.hit.map(view.rendered) ?? "(taken down)")
        Output.write("\n")
      }
    }
  }
}

/// `verbale follow remove`.
struct FollowRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets a follow with what it found.",
    discussion: """
      EXAMPLES
        verbale follow remove talks
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "Its name.") var name: String

  func run() throws {
    let archive = try self.archive.open()
    try ArchiveOptions.complaining { try archive.removeFollow(name) }
  }
}

/// `verbale follow run`.
struct FollowRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Does one round: looks for new matches and delivers them (for cron).",
    discussion: """
      What fails is tried again at the next round, at the earliest after one minute, two, four, up \
      to a day. Webhooks go to addresses of the internet, elsewhere with --allow-private only; they \
      follow no redirects. `verbale serve --poll 10m` does rounds by itself. Exit status: 1 where a \
      delivery failed.

      EXAMPLES
        verbale follow run
        # a line of crontab: every ten minutes
        */10 * * * * verbale follow run --archive /var/reports.sqlite
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var reach: ReachOption

  func run() throws {
    let archive = try self.archive.open()
    let round = FollowRound(archive: archive, webhooks: GuardedWebhooks(reach))
    let allArrived = try ArchiveOptions.complaining {
      try round.run(
        tell: { Output.write($0 + "\n") }, complain: { Terminal.complain("verbale: " + $0) })
    }
    throw ExitCode(allArrived ? 0 : 1)
  }
}
