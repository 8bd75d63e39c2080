import Foundation
import GRDB
import Records

/// The tables of an archive. A migration that has shipped is never edited: a change is a new one.
enum Schema {
  /// "Vrbl", written into the file's header, tells an archive from any other database.
  private static let applicationID = 0x5672_626C

  /// Whether the database was made by something else. One without tables is an archive whose making
  /// was cut off.
  static func isForeign(_ database: Database) throws -> Bool {
    if try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID { return false }
    let tables = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM sqlite_master
        WHERE name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'
        """)
    return tables != 0
  }

  /// The migrations, by name.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("documents, one word index") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: documents)
      try fill(database)
    }
    migrator.registerMigration("lines") { try $0.execute(sql: lines) }
    migrator.registerMigration("expectations") { try $0.execute(sql: expectations) }
    migrator.registerMigration("follows") { try $0.execute(sql: follows) }
    migrator.registerMigration("decisions") { try $0.execute(sql: decisions) }
    migrator.registerMigration("stories") { try $0.execute(sql: stories) }
    migrator.registerMigration("visits") { try $0.execute(sql: visits) }
    return migrator
  }

  private static func fill(_ database: Database) throws {
    let dictionaries = [
      ("columns", PackageResources.columns_txt), ("record", PackageResources.record_txt),
      ("text", PackageResources.text_txt),
    ]
    for (name, bytes) in dictionaries {
      try database.execute(
        sql: "INSERT INTO dictionary VALUES (?, ?)", arguments: [name, Data(bytes)])
    }
  }

  /// A list of values as SQL, for a CHECK.
  static func values<Value: CaseIterable & RawRepresentable<String>>(of type: Value.Type) -> String
  {
    "(" + Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
  }
}
