import Records
import Text

extension PartSorter {
  /// The publication date that the text gives, with what gave it.
  var publication: (date: String, by: String)? {
    let body = merged.first { $0.kind == .body }?.span.start ?? scalars.count
    var published: String?
    var bare: String?
    var updated: String?
    for (index, passage) in passages.enumerated() {
      let line: PublicationLine?
      switch signs[index] {
      case .published(let found): line = found
      case .byline(_, let end): line = PublicationLine(scalars[end..<passage.span.end])
      default: line = nil
      }
      guard let line, let date = line.date else { continue }
      switch line.label {
      case .published: published = published ?? date
      case .bare: bare = passage.span.start < body ? bare ?? date : bare
      case .updated: updated = updated ?? date
      }
    }
    if let published { return (published, "text:published-line") }
    if let bare { return (bare, "text:date-line") }
    if let date = datelines.compactMap(\.date).first { return (date, "text:dateline") }
    return updated.map { ($0, "text:updated-line") }
  }
}
