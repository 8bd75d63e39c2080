import Archive
import Fetching
import Foundation
import Reader

/// What `verbale serve --poll` does beside serving: again and again it fetches the addresses that
/// the user named, and does a round of all follows.
struct Polling: Sendable {
  let archive: Archive
  let options: ReadingOptions
  let fetch: FetchOptions
  let addresses: [String]
  let interval: PollInterval

  /// Goes on until the program ends; what fails is told and tried again at the next round.
  ///
  /// - Throws: `Complaint` where the user's tables can't be used.
  func start() throws {
    let reader = try options.reader()
    // The thread ends with the program: every round's work is done in whole transactions.
    Thread.detachNewThread {
      while true {
        round(reader)
        Thread.sleep(forTimeInterval: TimeInterval(interval.seconds))
      }
    }
  }

  private func round(_ reader: ReportReader) {
    do {
      if !addresses.isEmpty {
        var ingest = Ingest(archive: archive, options: options, reader: reader)
        try ingest.addresses(addresses, fetch)
        Terminal.complain("verbale: \(ingest.summary)")
      }
      let webhooks = GuardedWebhooks(fetch.reach)
      let complain: (String) -> Void = { Terminal.complain("verbale: " + $0) }
      _ = try FollowRound(archive: archive, webhooks: webhooks).run(
        tell: complain, complain: complain)
    } catch {
      Terminal.complain("verbale: this round failed: \(error)")
    }
  }
}
