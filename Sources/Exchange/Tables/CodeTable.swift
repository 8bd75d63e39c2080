import Records
import Text

/// What a type of event, or one of its modes, is called in another scheme.
struct CodeTable: Sendable {
  /// The cells behind type and mode, by both.
  private let codes: [String: [String]]

  /// CAMEO's codes, as GDELT uses them.
  static let cameo = CodeTable(PackageResources.cameo_tsv)
  /// ACLED's disorder type, event type and sub-event type.
  static let acled = CodeTable(PackageResources.acled_tsv)

  private init(_ table: [UInt8]) {
    codes = Dictionary(
      uniqueKeysWithValues: TSV.rows(table).map {
        ($0[0] + "/" + $0[1], Array($0.cells.dropFirst(2)))
      })
  }

  /// The codes of a mode, else those of its type; nil where the scheme has no such event.
  func codes(_ type: EventType, mode: String?) -> [String]? {
    mode.flatMap { codes[type.rawValue + "/" + $0] } ?? codes[type.rawValue + "/-"]
  }
}
