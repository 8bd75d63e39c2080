import GRDB
import Records

extension Transaction {
  /// Notes what became of an input, once.
  func note(_ line: LedgerLine, document: Int?) throws {
    try run(
      """
      INSERT OR IGNORE INTO ledger
        (source, record_id, state, reasons, message, bytes, sha256, url, first_byte, stored,
          document, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        line.source, line.id, line.state.rawValue, try JSONText.of(line.reasons), line.message,
        line.bytes, line.sha256, line.url, line.offset, line.stored, document, moment,
      ])
  }
}
