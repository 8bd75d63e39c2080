import Foundation
import GRDB
import Records

extension Transaction {
  /// Finds for each decision about a document the line of its newest reading that has its words.
  func attachDecisions(to record: Records.Record, in document: Int) throws {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT decision, words FROM attachment WHERE document = ? ORDER BY decision",
      arguments: [document])
    guard !rows.isEmpty else { return }
    let lines = RecordLine.all(of: record)
    for row in rows {
      let (decision, words): (Int, String?) = (row["decision"], row["words"])
      guard let words, let line = try? JSONDecoder().decode(RecordLine.self, from: Data(words.utf8))
      else { continue }
      let counterpart = LineMatching([line], lines).counterparts[0]
      try run(
        "UPDATE attachment SET number = ? WHERE decision = ?",
        [counterpart.map { Self.number(of: lines[$0], in: record) }, decision])
    }
  }

  /// The number of a line in its record.
  static func number(of line: RecordLine, in record: Records.Record) -> Int? {
    switch line.kind {
    case .attribution: record.attributions.firstIndex { $0.id == line.id }.map { $0 + 1 }
    case .event: record.events.firstIndex { $0.id == line.id }.map { $0 + 1 }
    }
  }

  /// Adds a decision and gives its number.
  func addDecision(
    _ verdict: Decision.Verdict, document: Int? = nil, field: String? = nil,
    machine: String? = nil, value: String? = nil, actor: Int? = nil, otherActor: Int? = nil,
    undoes: Int? = nil, who: String, why: String?
  ) throws -> Int {
    try add(
      """
      INSERT INTO decision (verdict, document, field, machine, value, actor, other_actor, undoes,
        who, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        verdict.rawValue, document, field, machine, value, actor, otherActor, undoes, who, why,
        moment,
      ])
  }

  /// Lays a document's newest reading out anew, where a decision changed who is who in it.
  func layOutAgain(_ document: Int) throws {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT version.record, text.body FROM document
          JOIN version ON version.document = document.id AND version.number = document.version
          JOIN text ON text.id = version.text WHERE document.id = ?
          """, arguments: [document]), let packed: Data = row["record"]
    else { return }
    let record = try packing.record(packed, text: packing.text(row["body"]))
    try removeLines(of: document, record)
    try addLines(
      of: PackedReading(record, nil, packing, WordNumbers(record, database)), to: document)
  }
}
