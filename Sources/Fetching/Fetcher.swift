import Foundation
import Pages

/// Fetches one address: in turn with others at its host, as robots.txt allows, through redirects,
/// and only what changed since the last visit.
struct Fetcher: Sendable {
  let settings: FetchSettings
  let client: GuardedClient
  let log: AnswerLog?
  private let turns = HostTurns()
  private let robots = RobotsFiles()

  init(_ settings: FetchSettings, client: GuardedClient, log: AnswerLog?) {
    (self.settings, self.client, self.log) = (settings, client, log)
  }

  /// A page, or a feed, as a site gave it.
  struct Document: Sendable {
    /// The body, unpacked as far as it could be.
    let content: Unpacked
    let contentType: String?
    /// Where it was in the end.
    let location: WebAddress
    let shortage: WebAnswer.Shortage?
    let entityTag: String?
    let modified: String?
  }

  enum Outcome: Sendable {
    case document(Document)
    /// Nothing changed since the last visit.
    case notModified
    case failed(FetchFailure)
  }

  /// Fetches an address.
  ///
  /// - Parameter visit: the last visit, where there was one.
  func fetch(_ text: String, since visit: Visit?) async -> Outcome {
    do {
      return try await follow(text, since: visit)
    } catch let error as FetchFailure {
      return .failed(error)
    } catch {
      return .failed(.unreachable(host: text, why: "broken off"))
    }
  }

  private func follow(_ text: String, since visit: Visit?) async throws -> Outcome {
    var address = try WebAddress(text)
    var seen: Set<WebAddress> = []
    while true {
      guard seen.insert(address).inserted else {
        throw FetchFailure.redirects(to: address.description, why: "where it has been before")
      }
      guard seen.count <= settings.mostRedirects + 1 else {
        throw FetchFailure.redirects(
          to: address.description, why: "after \(settings.mostRedirects) redirects")
      }
      let pause = try await allowedPause(address)
      let known = visit.flatMap { $0.location == address.description ? $0 : nil }
      let answer = try await patiently(address, Self.fields(known), pause: pause)
      if let log, answer.status != 304 { try log.add(answer, from: address) }
      switch answer.status {
      case 200..<300: return .document(document(answer, address))
      case 304 where known != nil: return .notModified
      case 301, 302, 303, 307, 308:
        guard let target = answer.fields["Location"] else {
          throw FetchFailure.status(answer.status, why: "without saying where to go")
        }
        address = try WebAddress(target, relativeTo: address)
      default: throw FetchFailure.status(answer.status, why: answer.words)
      }
    }
  }

  /// The pause that the site wants, where its robots.txt allows the address at all.
  private func allowedPause(_ address: WebAddress) async throws -> Double {
    let rules = try await robots.rules(of: address) { try await robotsFile($0) }
    guard rules.allows(address.target) else {
      throw FetchFailure.robots(address: address.description)
    }
    return max(settings.pause, min(rules.delay ?? 0, settings.longestWait))
  }

  /// Gets a robots.txt; up to five redirects are followed (RFC 9309, 2.3.1.2).
  private func robotsFile(_ first: WebAddress) async throws -> (status: Int, body: [UInt8]) {
    var address = first
    for _ in 0...5 {
      let answer = try await patiently(address, Self.fields(nil), pause: 0)
      if (300..<400).contains(answer.status), let target = answer.fields["Location"] {
        address = try WebAddress(target, relativeTo: address)
        continue
      }
      switch content(answer) {
      case .whole(let body), .damaged(let body, _): return (answer.status, body)
      case .tooLarge, .bomb: return (answer.status, [])
      }
    }
    throw FetchFailure.redirects(to: address.description, why: "after 5 redirects")
  }

  /// Asks in the host's turn; where the site says when to come back, once more after that.
  private func patiently(
    _ address: WebAddress, _ fields: [HTTPField], pause: Double
  ) async throws -> WebAnswer {
    var tries = 0
    while true {
      try await turns.enter(address.host)
      let answer: WebAnswer
      do {
        answer = try await client.answer(to: WebRequest(address, fields: fields))
      } catch {
        await turns.leave(address.host, pause: .seconds(pause))
        throw error
      }
      guard [429, 503].contains(answer.status),
        let wait = RetryAfter.seconds(answer.fields, now: Date())
      else {
        await turns.leave(address.host, pause: .seconds(pause))
        return answer
      }
      guard wait <= settings.longestWait, tries < settings.mostRetries else {
        await turns.close(address.host, for: .seconds(wait))
        await turns.leave(address.host, pause: .seconds(pause))
        return answer
      }
      tries += 1
      await turns.leave(address.host, pause: .seconds(max(pause, wait)))
    }
  }

  private static func fields(_ visit: Visit?) -> [HTTPField] {
    var fields = [
      HTTPField(
        "Accept",
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
          + "application/feed+json, text/plain;q=0.9, application/xml;q=0.9, */*;q=0.1"),
      HTTPField("Accept-Encoding", "gzip, br, zstd, deflate"),
      HTTPField("Accept-Language", "en, *;q=0.5"),
    ]
    if let tag = visit?.entityTag { fields.append(HTTPField("If-None-Match", tag)) }
    if let date = visit?.modified { fields.append(HTTPField("If-Modified-Since", date)) }
    return fields
  }

  private func content(_ answer: WebAnswer) -> Unpacked {
    let codings = answer.fields.filter { $0.name.lowercased() == "content-encoding" }
    let unpacked = ContentCoding.unpack(
      answer.body, codings: codings.map(\.value).joined(separator: ","))
    // Sitemaps are often files that are packed themselves.
    if case .whole(let bytes) = unpacked, bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      return ContentCoding.unpack(bytes, codings: "gzip")
    }
    return unpacked
  }

  private func document(_ answer: WebAnswer, _ address: WebAddress) -> Document {
    // What came in part has no state to ask for changes of.
    let isWhole = answer.shortage == nil
    return Document(
      content: content(answer), contentType: answer.fields["Content-Type"], location: address,
      shortage: answer.shortage, entityTag: isWhole ? answer.fields["ETag"] : nil,
      modified: isWhole ? answer.fields["Last-Modified"] : nil)
  }
}
