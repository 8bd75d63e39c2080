import Text

/// The codes of countries in other lists than ISO 3166-1 alpha-3 (from GeoNames, CC BY 4.0).
enum Countries {
  struct Codes: Sendable {
    /// ISO 3166-1 numeric.
    let number: String
    /// FIPS 10-4, which GDELT uses for places.
    let fips: String
    let name: String
  }

  private static let codes: [String: Codes] = Dictionary(
    uniqueKeysWithValues: TSV.rows(PackageResources.countries_tsv).map {
      ($0[0], Codes(number: $0[1], fips: $0[2], name: $0[3]))
    })

  /// The codes of a country, by ISO 3166-1 alpha-3.
  static subscript(country: String?) -> Codes? { country.flatMap { codes[$0] } }
}
