import Archive
import Records
import Text

/// A page of a longer answer, with the cursor of the next.
struct Answer<Item: Encodable & Sendable>: Encodable, Sendable {
  let items: [Item]
  /// What to send as `after` for the next page; null at the end.
  let next: String?

  init(items: [Item], next: Cursor?) {
    self.items = items
    self.next = next?.description
  }
}

/// What the archive holds, in figures.
struct CountsAnswer: Encodable, Sendable {
  struct Inputs: Encodable, Sendable {
    let whole: Int
    let partial: Int
    let refused: Int
  }

  let documents: Int
  let versions: Int
  let removed: Int
  let inputs: Inputs

  init(_ counts: ArchiveCounts) {
    documents = counts.documents
    versions = counts.versions
    removed = counts.removed
    func count(_ state: DocumentState) -> Int { counts.inputs[state.rawValue] ?? 0 }
    inputs = Inputs(
      whole: count(.whole), partial: count(.partial), refused: count(.refused))
  }
}

/// A line of a record for programs: what pages show, and the line itself as the record has it.
struct LineAnswer: Encodable, Sendable {
  let document: Int
  let version: Int
  let id: String
  /// `event` or `attribution`.
  let kind: String
  let status: String
  let claim: String
  let words: String
  let span: Span
  let address: String
  let title: String
  let published: String?
  let event: Event?
  let attribution: Attribution?

  init(_ line: LineView, in lines: ReportLines) {
    document = lines.document
    version = lines.version
    id = line.id
    event = lines.record.events.first { $0.id == line.id }
    attribution = lines.record.attributions.first { $0.id == line.id }
    kind = event == nil ? "attribution" : "event"
    status = line.statusWord
    claim = line.plain
    words = String(line.quoted.dropFirst().dropLast())
    span = line.span
    address = line.address
    title = line.reportTitle
    published = lines.record.document.published
  }
}
