import Foundation
import GRDB
public import Records

/// A line of the archive's ledger.
public struct ArchivedLedgerLine: Hashable, Codable, Sendable {
  /// Its number, in the order of first coming in.
  public let id: Int
  /// The line as it was noted.
  public let line: LedgerLine
  /// The document, where the input became one or a version of one.
  public let document: Int?
  /// When it was first given, ISO 8601 in UTC.
  public let at: String
}

/// What the archive holds, in figures.
public struct ArchiveCounts: Hashable, Codable, Sendable {
  /// Documents, those taken down left out.
  public let documents: Int
  /// Versions of all documents.
  public let versions: Int
  /// Distinct inputs that were given, by what became of them: `whole`, `partial`, `refused`.
  public let inputs: [String: Int]
  /// Documents that were taken down.
  public let removed: Int
}

extension Archive {
  /// The ledger, the newest line first.
  ///
  /// - Parameters:
  ///   - state: only lines of inputs that ended so.
  ///   - cursor: where the page before ended.
  ///   - limit: the most lines of a page.
  /// - Throws: `ArchiveError`.
  public func ledger(
    state: DocumentState? = nil, after cursor: Cursor? = nil, limit: Int = 50
  ) throws -> Page<ArchivedLedgerLine> {
    try read { database in
      let wanted: SQL =
        switch state {
        case nil: "TRUE"
        case .whole: "ledger.state = 'whole'"
        case let state?: "ledger.state = \(state.rawValue) AND ledger.state <> 'whole'"
        }
      let lines = try SQLRequest<Row>(
        literal: """
          \(sql: ArchivedLedgerLine.selection)
          WHERE ledger.id < \(cursor?.rest.first ?? Int.max) AND \(wanted)
          ORDER BY ledger.id DESC LIMIT \(limit + 1)
          """
      ).fetchAll(database).map(ArchivedLedgerLine.init)
      let shown = Array(lines.prefix(limit))
      return Page(
        items: shown,
        next: lines.count <= limit ? nil : shown.last.map { Cursor(day: "", rest: [$0.id]) })
    }
  }

  /// What the archive holds, in figures.
  ///
  /// - Throws: `ArchiveError`.
  public func counts() throws -> ArchiveCounts {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      func short(_ state: DocumentState) throws -> Int {
        try count(
          """
          SELECT count(*) FROM ledger WHERE state = '\(state.rawValue)' AND state <> 'whole'
          """)
      }
      let (partial, refused) = (try short(.partial), try short(.refused))
      let whole = try count("SELECT count(*) FROM ledger") - partial - refused
      let removed = try count("SELECT count(*) FROM tombstone")
      return ArchiveCounts(
        documents: try count("SELECT count(*) FROM document") - removed,
        versions: try count("SELECT count(*) FROM version"),
        inputs: ["whole": whole, "partial": partial, "refused": refused], removed: removed)
    }
  }
}

extension ArchivedLedgerLine {
  static let selection = """
    SELECT ledger.*, document.address FROM ledger LEFT JOIN document ON document.id = ledger.document
    """

  init(_ row: Row) {
    let reasons: String = row["reasons"]
    let hash: Data? = row["sha256"]
    let (source, id): (String?, String?) = (row["source"], row["record_id"])
    self.init(
      id: row["id"],
      line: LedgerLine(
        source: source == "=" ? row["address"] ?? source : source,
        id: id == "=" ? hash?.hex ?? id : id,
        state: DocumentState(rawValue: row["state"]) ?? .refused,
        reasons: (try? JSONDecoder().decode([String].self, from: Data(reasons.utf8))) ?? [],
        message: row["message"], bytes: row["bytes"], sha256: hash?.hex,
        url: row["url"], offset: row["first_byte"], stored: row["stored"]),
      document: row["document"], at: row["at"])
  }
}
