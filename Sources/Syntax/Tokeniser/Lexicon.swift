import Text

/// The word lists of the tokeniser (`Lexicons/*.tsv`; the first column is the word, `#` begins a
/// comment).
enum TokenLexicon {
  /// Words that keep their full stop, without it: "gen", "sept".
  static let abbreviations = words(PackageResources.abbreviations_tsv)
  /// Abbreviations that stand before a name, so that none ends a sentence: "mr", "gen".
  static let titles = words(PackageResources.abbreviations_tsv, column: 1, "title")
  /// Parts before a hyphen that is not split off: "non-stop", "e-mail".
  static let prefixes = words(PackageResources.prefixes_tsv)
  /// Units that follow a number without a space: "5m", "11am".
  static let units = words(PackageResources.units_tsv)
  /// The last part of a domain or of a file's name: "com", "pdf".
  static let domains = words(PackageResources.domains_tsv)
  /// Faces, by their first character.
  static let emoticons: [UInt32: [[UInt32]]] = {
    var table: [UInt32: [[UInt32]]] = [:]
    for face in words(PackageResources.emoticons_tsv) {
      let scalars = face.unicodeScalars.map(\.value)
      table[scalars[0], default: []].append(scalars)
    }
    for key in table.keys { table[key]?.sort { $0.count > $1.count } }
    return table
  }()
  /// Words that are two or more: "cannot" with the lengths of its parts, 3 and 3.
  static let contractions: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for row in TSV.rows(PackageResources.contractions_tsv) where row.cells.count == 2 {
      table[row[0]] = row[1].split(separator: " ").map(\.unicodeScalars.count)
    }
    return table
  }()
  /// Words with an apostrophe, slash or stop that are one token: "'em", "o'clock", "w/o".
  static let wholes = words(PackageResources.wholes_tsv)

  private static func words(
    _ bytes: [UInt8], column: Int = 0, _ value: String? = nil
  ) -> Set<String> {
    var result: Set<String> = []
    for row in TSV.rows(bytes) {
      if let value {
        if row.cells.count > column && row[column] == value { result.insert(row[0]) }
      } else {
        result.insert(row[0])
      }
    }
    return result
  }
}
