import Records
import Text

/// A line as scholars cite it: in words, and as CSL-JSON for their reference managers.
struct Citation: Encodable, Sendable {
  struct Name: Encodable, Sendable { let literal: String }

  struct Date: Encodable, Sendable {
    let parts: [[Int]]
    enum CodingKeys: String, CodingKey { case parts = "date-parts" }
  }

  let id: String
  let type = "article-newspaper"
  let title: String
  let author: [Name]
  let issued: Date?
  let url: String
  let language: String?
  let locator: String
  let note: String

  enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued
    case url = "URL"
    case language, locator, note
  }

  /// The citation of a line of a report.
  init(_ line: LineView, in lines: ReportLines) {
    let document = lines.record.document
    id = "verbale-\(lines.document)-\(lines.version)-\(line.id)"
    title = lines.title
    author = document.byline.map(Name.init)
    let day = (document.published ?? "").prefix(10).split(separator: "-").compactMap { Int($0) }
    issued = day.count == 3 ? Date(parts: [day]) : nil
    url = Address.web(document.url) ?? lines.base + line.reportAddress
    language = document.language
    locator = "characters \(line.span.start)–\(line.span.end)"
    note =
      "\(line.plain). Words: \(line.quoted). Record \(lines.base)\(line.address); "
      + "text SHA-256 \(document.textSHA256)"
  }

  /// What isn't known is left out: CSL's schema knows no null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(title, forKey: .title)
    if !author.isEmpty { try container.encode(author, forKey: .author) }
    if let issued { try container.encode(issued, forKey: .issued) }
    try container.encode(url, forKey: .url)
    if let language { try container.encode(language, forKey: .language) }
    try container.encode(locator, forKey: .locator)
    try container.encode(note, forKey: .note)
  }

  /// The citation as one sentence.
  var text: String {
    let by = author.isEmpty ? "" : author.map(\.literal).joined(separator: ", ") + ". "
    let day = issued?.parts.first.map { parts in
      Moment(parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")).shown
    }
    return "\(by)“\(title)”, \(day ?? "no date"), \(locator). \(url). \(note)."
  }
}
