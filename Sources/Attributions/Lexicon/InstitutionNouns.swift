import Text

/// Nouns for bodies and documents: as a source they are institutions, not unnamed persons.
struct InstitutionNouns: Sendable {
  private let nouns: Set<String>

  /// The list that ships.
  static let standard = InstitutionNouns(
    table: String(decoding: PackageResources.institutions_tsv, as: UTF8.self))

  /// Reads one noun a line.
  init(table: String) { nouns = Set(TSV.rows(table).map { $0[0] }) }

  func contains(_ noun: String) -> Bool { nouns.contains(noun) }
}
