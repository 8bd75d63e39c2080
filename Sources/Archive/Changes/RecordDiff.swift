public import Records

/// What changed from one reading of a document to another.
public struct RecordDiff: Hashable, Codable, Sendable {
  /// A line that both have, with what it says otherwise.
  public struct Change: Hashable, Codable, Sendable {
    /// The line as it was.
    public let old: RecordLine
    /// The line as it is.
    public let new: RecordLine
    /// The fields that differ; `words` where the words do.
    public let fields: [String]
  }

  /// A fact about the document that differs.
  public struct Fact: Hashable, Codable, Sendable {
    /// `title`, `published`, `byline`, `language`, `state`.
    public let name: String
    /// As it was.
    public let old: String?
    /// As it is.
    public let new: String?
  }

  /// Facts about the document that differ.
  public let facts: [Fact]
  /// Lines that only the new reading has, in its order.
  public let appeared: [RecordLine]
  /// Lines that only the old reading has, in its order.
  public let vanished: [RecordLine]
  /// Lines that both have and that differ, in the order of the old.
  public let changed: [Change]

  /// Compares two readings.
  public init(from old: Record, to new: Record) {
    let (before, after) = (RecordLine.all(of: old), RecordLine.all(of: new))
    let matching = LineMatching(before, after)
    let found = Set(matching.counterparts.compactMap(\.self))
    facts = Self.facts(old.document, new.document)
    appeared = after.indices.filter { !found.contains($0) }.map { after[$0] }
    vanished = before.indices.filter { matching.counterparts[$0] == nil }.map { before[$0] }
    changed = before.indices.compactMap { place in
      guard let counterpart = matching.counterparts[place] else { return nil }
      let (one, other) = (before[place], after[counterpart])
      var fields = one.words == other.words ? [] : ["words"]
      let names = one.says.map(\.field) + other.says.map(\.field).filter { one[$0] == nil }
      fields += names.filter { one[$0] != other[$0] }
      return fields.isEmpty ? nil : Change(old: one, new: other, fields: fields)
    }
  }

  /// Whether the two readings say the same.
  public var isEmpty: Bool {
    facts.isEmpty && appeared.isEmpty && vanished.isEmpty && changed.isEmpty
  }

  private static func facts(_ old: Document, _ new: Document) -> [Fact] {
    func values(_ document: Document) -> [(String, String?)] {
      [
        ("title", document.title), ("published", document.published),
        ("byline", document.byline.isEmpty ? nil : document.byline.joined(separator: ", ")),
        ("language", document.language), ("state", document.state.rawValue),
      ]
    }
    return zip(values(old), values(new)).compactMap { one, other in
      one.1 == other.1 ? nil : Fact(name: one.0, old: one.1, new: other.1)
    }
  }
}

extension Archive {
  /// What changed from one version of a document to another; by default from the one before the
  /// newest to the newest.
  ///
  /// - Throws: `ArchiveError.unknown` where a version is missing or was taken down.
  public func diff(of document: Int, from old: Int? = nil, to new: Int? = nil) throws
    -> RecordDiff
  {
    guard let newest = try self.document(document)?.summary.version else {
      throw ArchiveError.unknown("document \(document)")
    }
    let to = new ?? newest
    let from = old ?? to - 1
    func version(_ number: Int) throws -> Record {
      guard let record = try record(of: document, version: number) else {
        throw ArchiveError.unknown("version \(number) of document \(document)")
      }
      return record
    }
    return RecordDiff(from: try version(from), to: try version(to))
  }
}
