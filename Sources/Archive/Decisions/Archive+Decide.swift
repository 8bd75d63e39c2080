import Foundation
import GRDB
import Records

extension Archive {
  /// Decides about a line of a document's newest reading.
  ///
  /// - Parameters:
  ///   - verdict: `confirm`, `correct`, `reject` or `note`.
  ///   - line: its id in the record, `a3` or `e1`.
  ///   - document: the document.
  ///   - field: of a correction, a field that `RecordLine.says` can hold.
  ///   - value: what stands there instead; of a note nothing.
  ///   - who: who decides.
  ///   - why: the reason, or the note's text.
  /// - Returns: the decision's number.
  /// - Throws: `ArchiveError.unknown` where there is no such line, `unfit` where a line has no such
  ///   field or the field can't hold the value.
  @discardableResult
  public func decide(
    _ verdict: Decision.Verdict, line: String, of document: Int, field: String? = nil,
    value: String? = nil, who: String, why: String? = nil
  ) throws -> Int {
    guard [.confirm, .correct, .reject, .note].contains(verdict) else {
      throw ArchiveError.unfit("a line is confirmed, corrected, rejected or noted")
    }
    guard let record = try record(of: document),
      let decided = RecordLine.all(of: record).first(where: { $0.id == line }),
      let number = Transaction.number(of: decided, in: record)
    else { throw ArchiveError.unknown("line \(line) of document \(document)") }
    if verdict == .correct {
      guard let field, RecordLine.fields(of: decided.kind).contains(field), value != nil else {
        let fields = RecordLine.fields(of: decided.kind).joined(separator: ", ")
        throw ArchiveError.unfit(
          "an \(decided.kind) has the fields \(fields), not ‘\(field ?? "")’")
      }
      if let choices = RecordLine.values(of: field), !choices.contains(value ?? "") {
        throw ArchiveError.unfit(
          "\(field) is one of \(choices.joined(separator: ", ")), not ‘\(value ?? "")’")
      }
    }
    return try write { transaction in
      let correction = verdict == .correct ? field : nil
      let id = try transaction.addDecision(
        verdict, document: document, field: correction,
        machine: correction.flatMap { decided[$0] }, value: correction == nil ? nil : value,
        who: who, why: why)
      try transaction.run(
        "INSERT INTO attachment (decision, document, kind, words, number) VALUES (?, ?, ?, ?, ?)",
        [id, document, decided.kind.rawValue, try JSONText.of(decided), number])
      return id
    }
  }

  /// Decides that two actors are one; the first is shown as the second from now on.
  ///
  /// - Throws: `ArchiveError.unknown` where one is missing or both are one already.
  @discardableResult
  public func merge(_ actor: Int, into other: Int, who: String, why: String? = nil) throws -> Int {
    try write { transaction in
      let one = try transaction.identity(of: actor)
      let two = try transaction.identity(of: other)
      guard let one, let two, one != two else {
        throw ArchiveError.unknown("pair of two different actors \(actor) and \(other)")
      }
      let id = try transaction.addDecision(
        .merge, actor: one, otherActor: two, who: who, why: why)
      try transaction.joinActors()
      return id
    }
  }

  /// Decides that the bearer of a shared name in one report is somebody else.
  ///
  /// - Throws: `ArchiveError.unknown` where the actor isn't in the report or shares no name.
  @discardableResult
  public func split(
    _ actor: Int, in document: Int, who: String, why: String? = nil
  ) throws -> Int {
    try write { transaction in
      let key = try String.fetchOne(
        transaction.database,
        sql: """
          SELECT actor.key FROM actor JOIN appearance ON appearance.actor = actor.id
          WHERE actor.id = ? AND appearance.document = ? AND actor.key IS NOT NULL
          """, arguments: [actor, document])
      guard let key else {
        throw ArchiveError.unknown(
          "actor \(actor) in document \(document) that it shares with other documents")
      }
      let id = try transaction.addDecision(
        .split, document: document, actor: actor, who: who, why: why)
      // A key may end in the country that tells two bearers of one name apart.
      let shared = key.split(separator: "|").prefix(2).joined(separator: "|")
      for name in Set([key, shared]).sorted() {
        try transaction.run(
          "INSERT OR IGNORE INTO split (document, key, decision) VALUES (?, ?, ?)",
          [document, name, id])
      }
      try transaction.layOutAgain(document)
      return id
    }
  }

  /// Takes a decision back.
  ///
  /// - Throws: `ArchiveError.unknown` where there is none, or where it was taken back before.
  @discardableResult
  public func undo(_ decision: Int, who: String, why: String? = nil) throws -> Int {
    try write { transaction in
      guard
        let row = try Row.fetchOne(
          transaction.database,
          sql: """
            SELECT verdict, document FROM decision WHERE id = ?1 AND verdict <> 'undo'
              AND NOT EXISTS (SELECT 1 FROM decision WHERE undoes = ?1)
            """, arguments: [decision])
      else { throw ArchiveError.unknown("decision \(decision) that still stands") }
      let document: Int? = row["document"]
      let id = try transaction.addDecision(
        .undo, document: document, undoes: decision, who: who, why: why)
      try transaction.joinActors()
      if row["verdict"] == Decision.Verdict.split.rawValue, let document {
        try transaction.run("DELETE FROM split WHERE decision = ?", [decision])
        try transaction.layOutAgain(document)
      }
      return id
    }
  }
}

extension Transaction {
  fileprivate func identity(of actor: Int) throws -> Int? {
    try number("SELECT ifnull(same_as, id) FROM actor WHERE id = ?", [actor])
  }

  /// Works out who is who from the merges that stand, in their order.
  fileprivate func joinActors() throws {
    // Only those that were ever merged can change.
    let touched = """
      SELECT actor FROM decision WHERE verdict = 'merge'
      UNION SELECT other_actor FROM decision WHERE verdict = 'merge'
      """
    try run("UPDATE actor SET same_as = NULL WHERE same_as IS NOT NULL")
    let merges = try Row.fetchAll(
      database,
      sql: """
        SELECT actor, other_actor FROM decision WHERE verdict = 'merge'
          AND id NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL) ORDER BY id
        """)
    for merge in merges {
      guard let one = try identity(of: merge["actor"]),
        let two = try identity(of: merge["other_actor"]), one != two
      else { continue }
      try run("UPDATE actor SET same_as = ? WHERE id = ? OR same_as = ?", [two, one, one])
    }
    for actor in try Int.fetchAll(database, sql: touched + " ORDER BY 1") {
      let members = try Int.fetchAll(
        database, sql: "SELECT id FROM actor WHERE id = ?1 OR same_as = ?1", arguments: [actor])
      let list = Identity(members: members).list
      try run(
        """
        UPDATE actor SET reports = (
          SELECT count(*) FROM (
            SELECT document FROM shared_appearance WHERE actor IN (SELECT value FROM json_each(?1))
            UNION SELECT home FROM actor WHERE id IN (SELECT value FROM json_each(?1))
              AND home IS NOT NULL AND present))
        WHERE id = ?2
        """, [list, actor])
    }
  }
}

extension RecordLine {
  /// The fields that a line of a kind can have.
  public static func fields(of kind: Kind) -> [String] {
    switch kind {
    case .attribution: ["speaker", "cue", "form", "source", "kind", "channel", "date", "words"]
    case .event: ["type", "mode", "status", "actor", "to", "place", "day", "size", "words"]
    }
  }

  /// What a field with a closed vocabulary can hold; nil where a person may write anything.
  static func values(of field: String) -> [String]? {
    switch field {
    case "type": EventType.allCases.map(\.rawValue)
    case "status": EventStatus.allCases.map(\.rawValue)
    case "form": Attribution.Form.allCases.map(\.rawValue)
    case "source": Attribution.SourceKind.allCases.map(\.rawValue)
    case "kind": Attribution.Kind.allCases.map(\.rawValue)
    default: nil
    }
  }
}
