import ArgumentParser
import Fetching
import Reader

/// How pages are fetched: shared by all commands that may reach the network.
struct FetchOptions: ParsableArguments {
  @Flag(help: "An address is a site: fetch the feed that its page names.")
  var feed = false

  @Option(help: "The most pages of one feed or sitemap, the newest ones.")
  var items = 100

  @Option(help: "Seconds between two requests at one host, at least.")
  var pause = 1.0

  @Option(help: "Seconds that one answer may take.")
  var timeout = 30

  @Option(help: "A mail address or page by which a site's keeper reaches you; sites are told it.")
  var contact: String?

  @OptionGroup var reach: ReachOption

  func validate() throws {
    guard (1...100_000).contains(items) else {
      throw ValidationError("--items takes a number from 1 to 100000.")
    }
    guard (0...3600).contains(pause) else {
      throw ValidationError("--pause takes seconds from 0 to 3600.")
    }
    guard (1...3600).contains(timeout) else {
      throw ValidationError("--timeout takes seconds from 1 to 3600.")
    }
    guard contact?.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) ?? true else {
      throw ValidationError("--contact takes plain letters, such as desk@news.example.")
    }
  }

  /// The settings that these options ask for.
  var settings: FetchSettings {
    FetchSettings(
      version: ReportReader.version, contact: contact, policy: reach.policy, seconds: timeout,
      pause: pause, mostItems: items, looksForFeed: feed)
  }
}

/// What the network's guard lets through.
struct ReachOption: ParsableArguments {
  @Flag(
    help: """
      Reach this machine and private networks too; without it such addresses are refused, whatever \
      name or redirect leads to them.
      """)
  var allowPrivate = false

  var policy: AddressPolicy { AddressPolicy(allowsPrivate: allowPrivate) }
}
