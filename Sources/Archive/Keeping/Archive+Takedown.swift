import Foundation
import GRDB
import Records

extension Archive {
  /// Removes a document's text, records, pages and all words taken from it, in every version; a
  /// tombstone stays with hashes, date and reason. The place in the file is overwritten.
  ///
  /// - Throws: `ArchiveError.unknown` where the document isn't there or was taken down before.
  public func takedown(_ document: Int, reason: String) throws {
    try write { try $0.takedown(document, reason: reason) }
    // The words leave the log, too.
    try checkpoint()
  }
}

extension Transaction {
  fileprivate func takedown(_ document: Int, reason: String) throws {
    let state = try String.fetchOne(
      database, sql: "SELECT state FROM document WHERE id = ?", arguments: [document])
    guard let state, state != ArchivedState.removed.rawValue else {
      throw ArchiveError.unknown("document \(document) that was not taken down before")
    }
    try removeWords(of: document)
    let hashes = try Data.fetchAll(
      database, sql: "SELECT sha256 FROM input WHERE document = ? ORDER BY id",
      arguments: [document])
    try run(
      "INSERT INTO tombstone (document, sha256, reason, at) VALUES (?, ?, ?, ?)",
      [document, try JSONText.of(hashes.map(\.hex)), reason, moment])
    try run(
      """
      UPDATE document SET state = 'removed', title = NULL, published = '', language = NULL
      WHERE id = ?
      """, [document])
    try run("UPDATE version SET record = NULL, text = NULL WHERE document = ?", [document])
    try run("UPDATE input SET page = NULL, title = NULL WHERE document = ?", [document])
    try run("UPDATE follow_item SET hit = NULL WHERE document = ?", [document])
    try run(
      "UPDATE attachment SET words = NULL, number = NULL WHERE document = ?", [document])
    try run(
      "UPDATE decision SET machine = NULL, value = NULL, why = NULL WHERE document = ?",
      [document])
    try run("DELETE FROM text WHERE document = ?", [document])
    try removeUnseenActors()
    // The indexes keep removed words in their older segments until they are merged.
    for index in ["report_words", "name_words"] {
      try run("INSERT INTO \(index) (\(index)) VALUES ('optimize')")
    }
    try forgetLearned(from: document)
  }

  /// Names that no report holds any more go with the last one, unless people decided about them.
  private func removeUnseenActors() throws {
    let unseen = try Int.fetchAll(
      database,
      sql: """
        SELECT id FROM actor WHERE NOT EXISTS (SELECT 1 FROM appearance WHERE actor = actor.id)
          AND same_as IS NULL
          AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.actor = actor.id
            OR decision.other_actor = actor.id)
          AND NOT EXISTS (SELECT 1 FROM actor AS other WHERE other.same_as = actor.id)
        """)
    for actor in unseen {
      let names = try Int.fetchAll(
        database,
        sql: "SELECT name FROM actor WHERE id = ?1 UNION SELECT name FROM alias WHERE actor = ?1",
        arguments: [actor])
      try run("DELETE FROM alias WHERE actor = ?", [actor])
      try run("DELETE FROM actor WHERE id = ?", [actor])
      for name in names { try removeName(name) }
    }
  }

  /// Removes a name that nobody bears any more.
  private func removeName(_ id: Int) throws {
    let text = try String.fetchOne(
      database,
      sql: """
        SELECT name FROM name WHERE id = ?1
          AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.name = ?1)
          AND NOT EXISTS (SELECT 1 FROM alias WHERE alias.name = ?1)
        """, arguments: [id])
    guard let text else { return }
    try run("INSERT INTO name_words (name_words, rowid, name) VALUES ('delete', ?, ?)", [id, text])
    try run("DELETE FROM name WHERE id = ?", [id])
  }
}
