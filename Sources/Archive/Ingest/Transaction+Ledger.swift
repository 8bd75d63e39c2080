import Foundation
import GRDB
import Records

extension Transaction {
  /// Notes what became of an input, once.
  func note(_ line: LedgerLine, document: Int?) throws {
    let reasons = try JSONText.of(line.reasons)
    let address = try document.flatMap {
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT address FROM document WHERE id = ?"), arguments: [$0])
    }
    let facts = [
      line.source ?? "", line.id ?? "", line.sha256 ?? "", reasons,
      line.offset.map(String.init) ?? "",
    ]
    try run(
      """
      INSERT OR IGNORE INTO ledger
        (key, source, record_id, state, reasons, message, bytes, sha256, url, first_byte, stored,
          document, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        InputKey.number(of: facts.joined(separator: "\u{0}")),
        line.source == address ? "=" : line.source,
        line.id == line.sha256 && line.id != nil ? "=" : line.id, line.state.rawValue, reasons,
        line.message, line.bytes, line.sha256.map { Data(hex: $0) },
        line.url, line.offset, line.stored, document, moment,
      ])
  }
}
