import Foundation
import GRDB

extension Archive {
  /// The decisions, the newest first.
  ///
  /// - Parameters:
  ///   - document: only those about this report.
  ///   - onlyOrphaned: only those whose line the newest reading doesn't have.
  ///   - cursor: where the page before ended.
  ///   - limit: the most decisions of a page.
  /// - Throws: `ArchiveError`.
  public func decisions(
    about document: Int? = nil, onlyOrphaned: Bool = false, after cursor: Cursor? = nil,
    limit: Int = 50
  ) throws -> Page<Decision> {
    try read { database in
      let found = try Row.fetchAll(
        database,
        sql: """
          SELECT decision.*, attachment.kind, attachment.words, attachment.number,
            EXISTS (SELECT 1 FROM decision AS later WHERE later.undoes = decision.id) AS undone
          FROM decision LEFT JOIN attachment ON attachment.decision = decision.id
          WHERE decision.id < ?1 AND (?2 IS NULL OR decision.document = ?2)
            AND (NOT ?3 OR (attachment.words IS NOT NULL AND attachment.number IS NULL))
          ORDER BY decision.id DESC LIMIT ?4
          """,
        arguments: [cursor?.rest.first ?? Int.max, document, onlyOrphaned, limit + 1]
      ).map(Decision.init)
      let shown = Array(found.prefix(limit))
      return Page(
        items: shown,
        next: found.count <= limit ? nil : shown.last.map { Cursor(day: "", rest: [$0.id]) })
    }
  }

  /// Lines that a query finds and that nobody has decided about, the newest report first.
  ///
  /// - Throws: `ArchiveError`.
  public func undecided(
    _ query: SearchQuery, after cursor: Cursor? = nil, limit: Int = 20
  ) throws -> Page<SearchHit> {
    let unit: SearchUnit = query.unit == .report ? .event : query.unit
    return try read { database in
      let table = unit.table
      let search = Search(
        query.expression, unit,
        filter: """
          NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.document = \(table).document
            AND attachment.kind = \(unit.rawValue) AND attachment.number = \(table).number
            AND attachment.decision NOT IN
              (SELECT undoes FROM decision WHERE undoes IS NOT NULL))
          """)
      let found = try search.run(database, after: cursor, limit: limit)
      let presenter = HitPresenter(database: database, packing: packing, wanted: query.wanted)
      return Page(items: try found.places.map { try presenter.hit(unit, $0) }, next: found.next)
    }
  }

  /// How far reviewers and the machine agree, over the decisions that stand and whose lines the
  /// newest readings have.
  ///
  /// - Parameter who: only this reviewer's decisions.
  /// - Throws: `ArchiveError`.
  public func agreement(who: String? = nil) throws -> Agreement {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT decision.verdict, decision.field, attachment.document, attachment.kind,
            attachment.number
          FROM decision JOIN attachment ON attachment.decision = decision.id
          WHERE attachment.number IS NOT NULL AND (?1 IS NULL OR decision.who = ?1)
            AND decision.id NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL)
          ORDER BY decision.id
          """, arguments: [who])
      var verdicts: [String: Set<String>] = [:]
      var fields: [String: Int] = [:]
      for row in rows where row["verdict"] != Decision.Verdict.note.rawValue {
        let (document, kind, number): (Int, String, Int) = (
          row["document"], row["kind"], row["number"]
        )
        verdicts["\(document) \(kind) \(number)", default: []].insert(row["verdict"])
        if let field: String = row["field"] { fields[field, default: 0] += 1 }
      }
      let all = verdicts.values
      return Agreement(
        decided: all.count, confirmed: all.count { $0 == ["confirm"] },
        corrected: all.count { $0.contains("correct") && !$0.contains("reject") },
        rejected: all.count { $0.contains("reject") }, fields: fields)
    }
  }
}

extension Decision {
  init(_ row: Row) {
    let kind: String? = row["kind"]
    let number: Int? = row["number"]
    let words: String? = row["words"]
    self.init(
      id: row["id"], verdict: Verdict(rawValue: row["verdict"]) ?? .note,
      document: row["document"],
      line: number.map { "\(kind == "event" ? "e" : "a")\($0)" },
      decided: words.flatMap {
        try? JSONDecoder().decode(RecordLine.self, from: Data($0.utf8))
      }, field: row["field"], machine: row["machine"], value: row["value"], actor: row["actor"],
      otherActor: row["other_actor"], undoes: row["undoes"], isUndone: row["undone"],
      who: row["who"], why: row["why"], at: row["at"])
  }
}
