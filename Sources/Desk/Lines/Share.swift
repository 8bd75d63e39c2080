import Text

/// A line as a person sends or cites it.
struct Share: Sendable {
  let claim: String
  let status: String
  let speakers: [String]
  let words: String
  let span: Span
  let title: String
  let published: String?
  let url: String?
  /// The line's stable address, with the desk's own in front.
  let address: String
  let textSHA256: String

  /// A mail with all that lets the receiver check the claim.
  var mailto: String {
    var lines = [claim, "", "Status: \(status)"]
    if !speakers.isEmpty { lines.append("Speaker: \(speakers.joined(separator: "; "))") }
    lines += [
      "Words: “\(words)”", "Characters: \(span.start) to \(span.end) of the text",
      "Text’s SHA-256: \(textSHA256)", "Report: \(title)",
    ]
    if let published { lines.append("Published: \(published)") }
    if let url { lines.append("Address: \(url)") }
    lines.append("Line: \(address)")
    let subject = Address.encoded("Verbale: " + Self.cut(claim, to: 90))
    // A mail program may refuse a longer address, so the words are cut, and said to be.
    let body = Address.encoded(Self.cut(lines.joined(separator: "\r\n"), to: 1600))
    return "mailto:?subject=\(subject)&body=\(body)"
  }

  private static func cut(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }
}
