/// Nouns for bodies and documents: as a source they are institutions, not unnamed persons.
struct InstitutionNouns: Sendable {
  private let nouns: Set<Substring>

  /// The list that ships.
  static let standard = InstitutionNouns(
    table: String(decoding: PackageResources.institutions_tsv, as: UTF8.self))

  /// Reads one noun a line, the first line a heading.
  init(table: String) { nouns = Set(table.split(separator: "\n").dropFirst()) }

  func contains(_ noun: String) -> Bool { nouns.contains(Substring(noun)) }
}
