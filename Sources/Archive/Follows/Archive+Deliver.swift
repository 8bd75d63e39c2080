import Crypto
import Foundation
import GRDB
import Records

/// Posts to an address; the one place where a follow reaches the network.
public protocol WebhookClient: Sendable {
  /// Posts a body and returns the status of the answer.
  ///
  /// - Throws: where no answer comes, or where the address is not to be reached.
  func post(_ body: [UInt8], to address: String, headers: [(String, String)]) throws -> Int
}

/// What came of one delivery in a round.
public struct DeliveryReport: Hashable, Sendable {
  /// The follow's name.
  public let follow: String
  /// Which way.
  public let kind: Delivery.Kind
  /// Where to.
  public let target: String
  /// How many new items arrived.
  public let items: Int
  /// Why it failed; it is tried again later.
  public let error: String?
}

extension Archive {
  /// Delivers what the follows found and what has not arrived yet. What failed before waits until
  /// its time: one minute, two, four, up to a day.
  ///
  /// A feed names each item for ever, a mail's file bears the number of its last item, a webhook
  /// is told the number of the delivery: what was cut off between arriving and being noted comes
  /// again under the same name.
  ///
  /// - Parameter webhooks: the client that posts; without one, webhooks wait.
  /// - Throws: `ArchiveError`; a delivery that fails is in the reports.
  public func deliverFollows(webhooks: (any WebhookClient)? = nil) throws -> [DeliveryReport] {
    let present = now().ISO8601Format()
    var reports: [DeliveryReport] = []
    for follow in try follows() {
      for delivery in follow.deliveries where (delivery.nextTry ?? "") <= present {
        if delivery.kind == .webhook && webhooks == nil { continue }
        let new = try read { database in
          try FollowItem.fetch(
            database,
            """
            follow = ?1 AND follow_item.id > (SELECT done FROM delivery WHERE id = ?2)
            ORDER BY follow_item.id
            """, [follow.id, delivery.id])
        }
        guard let last = new.last else { continue }
        var failure: String?
        do {
          try deliver(new, of: follow, by: delivery, webhooks)
        } catch {
          failure = "\(error)"
        }
        try note(delivery, upTo: last.id, failure)
        reports.append(
          DeliveryReport(
            follow: follow.name, kind: delivery.kind, target: delivery.target,
            items: failure == nil ? new.count : 0, error: failure))
      }
    }
    return reports
  }

  private func deliver(
    _ new: [FollowItem], of follow: Follow, by delivery: Delivery,
    _ webhooks: (any WebhookClient)?
  ) throws {
    let writer = FeedWriter(name: follow.name, query: follow.query)
    switch delivery.kind {
    case .atom:
      try Self.replace(delivery.target, writer.atom(items(of: follow.name, limit: 200).items))
    case .json:
      try Self.replace(delivery.target, writer.json(items(of: follow.name, limit: 200).items))
    case .digest:
      let name = "\(delivery.target)/follow-\(follow.id)-\(new.last?.id ?? 0).eml"
      do {
        try FileManager.default.createDirectory(
          atPath: delivery.target, withIntermediateDirectories: true)
      } catch {
        throw DeliveryFailure("\(delivery.target) can't be made: \(error.localizedDescription)")
      }
      try Self.replace(name, writer.mail(new, to: nil))
    case .mail:
      let command = try setting(of: delivery) ?? "/usr/sbin/sendmail -t"
      try MailCommand(command).send(writer.mail(new, to: delivery.target))
    case .webhook:
      let message = WebhookMessage(
        follow: follow.name, delivery: "\(delivery.id)-\(new.last?.id ?? 0)", items: new)
      let body = Array(try JSONText.of(message).utf8)
      let key = SymmetricKey(data: try Self.webhookKey(try setting(of: delivery) ?? ""))
      let signature = HMAC<SHA256>.authenticationCode(for: body, using: key)
      let status = try webhooks?.post(
        body, to: delivery.target,
        headers: [
          ("Content-Type", "application/json"), ("Verbale-Delivery", message.delivery),
          ("Verbale-Signature", "sha256=" + Data(signature).hex),
        ])
      guard let status, (200..<300).contains(status) else {
        throw DeliveryFailure("the address answered with status \(status ?? 0)")
      }
    }
  }

  /// The bytes of a webhook's key, from the file that the setting names, without the line's end.
  private static func webhookKey(_ setting: String) throws -> Data {
    guard setting.hasPrefix(webhookKeyFile) else { return Data(setting.utf8) }
    let path = String(setting.dropFirst(webhookKeyFile.count))
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw DeliveryFailure("\(path): the webhook's key can't be read")
    }
    let key = text.trimmingCharacters(in: .newlines)
    guard key.utf8.count >= 16 else {
      throw DeliveryFailure("\(path): a webhook's key has 16 characters or more")
    }
    return Data(key.utf8)
  }

  /// Leads the path of a file that holds a webhook's key.
  public static let webhookKeyFile = "file:"

  private func setting(of delivery: Delivery) throws -> String? {
    try read {
      try String.fetchOne(
        $0, sql: "SELECT setting FROM delivery WHERE id = ?", arguments: [delivery.id])
    }
  }

  private func note(_ delivery: Delivery, upTo item: Int, _ failure: String?) throws {
    try write { transaction in
      guard let failure else {
        return try transaction.run(
          """
          UPDATE delivery SET done = max(done, ?), failures = 0, next_try = NULL, error = NULL
          WHERE id = ?
          """, [item, delivery.id])
      }
      let minutes = min(24 * 60, 1 << min(delivery.failures, 11))
      try transaction.run(
        "UPDATE delivery SET failures = failures + 1, next_try = ?, error = ? WHERE id = ?",
        [now().addingTimeInterval(Double(minutes * 60)).ISO8601Format(), failure, delivery.id])
    }
  }

  /// Writes a file as a whole: its readers see the old one or the new one.
  private static func replace(_ path: String, _ content: String) throws {
    do {
      try Data(content.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw DeliveryFailure("\(path) can't be written: \(error.localizedDescription)")
    }
  }
}

/// What a webhook is told.
struct WebhookMessage: Encodable {
  let follow: String
  let delivery: String
  let items: [FollowItem]
}

/// Why a delivery failed, in words.
struct DeliveryFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
