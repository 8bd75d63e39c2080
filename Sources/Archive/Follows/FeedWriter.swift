import Foundation
import Records
import Text

/// The items of a follow as feeds and mails. Text from reports is escaped wherever it goes.
struct FeedWriter {
  let name: String
  let query: String

  /// An Atom feed (RFC 4287) of items, the newest first.
  func atom(_ items: [FollowItem]) -> String {
    let entries = items.compactMap { item -> String? in
      guard let hit = item.hit else { return nil }
      let link = Self.link(hit).map { "<link href=\"\(Self.escaped($0))\"/>" } ?? ""
      return """
        <entry><id>\(item.urn)</id><title>\(Self.escaped(Self.title(hit)))</title>\
        <updated>\(item.at)</updated>\(link)\
        <content type="text">\(Self.escaped(Self.body(hit)))</content></entry>

        """
    }
    let id = "urn:sha256:" + SHA256.hex(Array("follow \(name) \(query)".utf8))
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><id>\(id)</id>\
      <title>\(Self.escaped("Verbale: " + name))</title>\
      <subtitle>\(Self.escaped(query))</subtitle>\
      <updated>\(items.first?.at ?? "1970-01-01T00:00:00Z")</updated>\
      <author><name>Verbale</name></author>
      \(entries.joined())</feed>

      """
  }

  /// A JSON Feed 1.1 of items, the newest first.
  func json(_ items: [FollowItem]) throws -> String {
    try JSONText.of(
      JSONFeed(
        version: "https://jsonfeed.org/version/1.1", title: "Verbale: " + name,
        description: query,
        items: items.compactMap { item in
          item.hit.map {
            JSONFeed.Item(
              id: item.urn, url: Self.link($0), title: Self.title($0),
              content_text: Self.body($0), date_published: item.at)
          }
        }), layout: .indented) + "\n"
  }

  /// A mail of items, the oldest first: text and HTML (RFC 2046, multipart/alternative).
  func mail(_ items: [FollowItem], to address: String?) -> String {
    let hits = items.compactMap(\.hit)
    let text = hits.map { hit in
      ["\(Self.title(hit))", Self.body(hit), Self.link(hit)].compactMap { $0 }
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
    let rows = hits.map { hit in
      let title = Self.escaped(Self.title(hit))
      let link = Self.link(hit).map { "<a href=\"\(Self.escaped($0))\">\(title)</a>" } ?? title
      return "<li><p><strong>\(link)</strong></p><p>\(Self.escaped(Self.body(hit)))</p></li>"
    }
    let html = """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>\(Self.escaped(name))</title>
      <h1>\(Self.escaped(name))</h1><ol>
      \(rows.joined(separator: "\n"))
      </ol></html>
      """
    let boundary = "verbale-" + SHA256.hex(Array((text + html).utf8)).prefix(24)
    let count = hits.count == 1 ? "1 new item" : "\(hits.count) new items"
    let head = [
      // Whoever sends a mail on knows from whom; a digest lies in a folder and says it itself.
      address == nil ? "From: Verbale <verbale@localhost>" : nil,
      address.map { "To: \(Self.headerText($0))" },
      items.last.flatMap { Self.mailDate($0.at) }.map { "Date: \($0)" },
      "Message-ID: <\(boundary)@verbale.invalid>",
      "Subject: \(Self.headerText("\(name): \(count)"))",
      "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
    ].compactMap { $0 }
    let parts = [("plain", text), ("html", html)].map { type, body in
      """
      --\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r
      Content-Transfer-Encoding: base64\r\n\r\n\(Self.base64(body))\r\n
      """
    }
    return head.joined(separator: "\r\n") + "\r\n\r\n" + parts.joined() + "--\(boundary)--\r\n"
  }

  private struct JSONFeed: Encodable {
    struct Item: Encodable {
      let id: String
      let url: String?
      let title: String
      let content_text: String
      let date_published: String
    }

    let version: String
    let title: String
    let description: String
    let items: [Item]
  }

  /// A line in one line: what it is, and where it stands.
  static func title(_ hit: SearchHit) -> String {
    let report = hit.document.title ?? hit.document.address
    guard let facts = hit.facts else { return report }
    let parties = [facts.actors, facts.recipients].map { $0.map(\.name).joined(separator: ", ") }
      .filter { !$0.isEmpty }.joined(separator: " → ")
    let what = [facts.status, facts.type, parties, facts.speaker.map { $0.name + " says" }]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    return what.isEmpty ? report : "\(what) (\(report))"
  }

  private static func body(_ hit: SearchHit) -> String {
    let day = hit.document.published.map { " [\($0)]" } ?? ""
    return "“\(hit.words)”\(day)"
  }

  private static func link(_ hit: SearchHit) -> String? {
    guard let url = hit.document.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return nil
    }
    return url
  }

  /// Text for XML and HTML; characters that XML 1.0 has no place for are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A header's text: one line, in RFC 2047's words where it is not ASCII.
  private static func headerText(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return line }
    // A word has at most 75 characters; it begins and ends with whole code points.
    var words: [String] = [""]
    for scalar in line.unicodeScalars {
      if words[words.count - 1].utf8.count + UTF8.width(scalar) > 42 { words.append("") }
      words[words.count - 1].unicodeScalars.append(scalar)
    }
    return words.map { "=?utf-8?B?" + Data($0.utf8).base64EncodedString() + "?=" }
      .joined(separator: "\r\n ")
  }

  /// A moment as mails write it (RFC 5322); nil for what is none.
  private static func mailDate(_ moment: String) -> String? {
    guard let date = try? Date(moment, strategy: .iso8601) else { return nil }
    let writer = DateFormatter()
    writer.locale = Locale(identifier: "en_US_POSIX")
    writer.timeZone = TimeZone(secondsFromGMT: 0)
    writer.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return writer.string(from: date)
  }

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }
}
