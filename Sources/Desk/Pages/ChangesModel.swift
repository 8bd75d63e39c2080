import Archive

/// What the page of a report's changes shows: the lines of one version beside those of the version
/// before.
struct ChangesModel: Sendable {
  struct Line: Sendable {
    let says: String
    let words: String
    /// The line's own page.
    let href: String
  }

  struct Field: Sendable {
    let name: String
    let old: String
    let new: String
  }

  struct Change: Sendable {
    let line: Line
    let fields: [Field]
  }

  let title: String
  let version: Int
  let before: Int
  let report: String
  let former: String
  let isEmpty: Bool
  let facts: [Field]
  let hasFacts: Bool
  let appeared: [Line]
  let hasAppeared: Bool
  let vanished: [Line]
  let hasVanished: Bool
  let changed: [Change]
  let hasChanged: Bool

  init(_ diff: RecordDiff, _ lines: ReportLines) {
    let (document, version) = (lines.document, lines.version)
    title = lines.title
    self.version = version
    before = version - 1
    report = Address.report(document, version: version)
    former = Address.report(document, version: version - 1)
    isEmpty = diff.isEmpty
    facts = diff.facts.map {
      Field(name: $0.name, old: $0.old ?? "nothing", new: $0.new ?? "nothing")
    }
    appeared = diff.appeared.map { Self.line($0, document, version) }
    vanished = diff.vanished.map { Self.line($0, document, version - 1) }
    changed = diff.changed.map { change in
      Change(
        line: Self.line(change.new, document, version),
        fields: change.fields.map { field in
          field == "words"
            ? Field(name: field, old: change.old.words, new: change.new.words)
            : Field(
              name: field, old: change.old[field] ?? "nothing", new: change.new[field] ?? "nothing")
        })
    }
    (hasFacts, hasAppeared) = (!facts.isEmpty, !appeared.isEmpty)
    (hasVanished, hasChanged) = (!vanished.isEmpty, !changed.isEmpty)
  }

  private static func line(_ line: RecordLine, _ document: Int, _ version: Int) -> Line {
    Line(
      says: line.says.map(\.value).prefix(5).joined(separator: " · "), words: "“\(line.words)”",
      href: Address.line(document, line.id, version: version))
  }
}
