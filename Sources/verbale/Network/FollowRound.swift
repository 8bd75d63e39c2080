import Archive
import Foundation

/// One round of all follows: looks for new matches and delivers them.
struct FollowRound {
  let archive: Archive
  let webhooks: GuardedWebhooks

  /// Does the round and tells what came of it.
  ///
  /// - Parameters:
  ///   - tell: gets a line for what was found or delivered.
  ///   - complain: gets a line for what failed.
  /// - Returns: whether every delivery arrived.
  /// - Throws: `ArchiveError`.
  func run(tell: (String) -> Void, complain: (String) -> Void) throws -> Bool {
    for (name, count) in try archive.matchFollows().sorted(by: { $0.key < $1.key }) where count > 0
    {
      tell("\(name): \(count) new")
    }
    let present = archive.now().ISO8601Format()
    for follow in try archive.follows() {
      for delivery in follow.deliveries {
        guard let next = delivery.nextTry, next > present else { continue }
        tell(
          "\(follow.name): \(delivery.kind.rawValue) to \(delivery.target): failed before, waits "
            + "until \(next)")
      }
    }
    let reports = try archive.deliverFollows(webhooks: webhooks)
    for report in reports {
      let target = "\(report.follow): \(report.kind.rawValue) to \(report.target)"
      if let error = report.error {
        complain("\(target): \(error); it is tried again later")
      } else {
        tell("\(target): \(report.items) delivered")
      }
    }
    return reports.allSatisfy { $0.error == nil }
  }
}
