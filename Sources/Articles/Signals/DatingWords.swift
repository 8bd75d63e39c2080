import Text

/// Words beside a publication date, "published", "mis à jour", in many languages; from
/// `dating_words.tsv`.
enum DatingWords {
  /// What a word says of a date.
  enum Label { case published, updated, other }

  /// All of them in lower case, with what each says.
  static let labels: [String: Label] = {
    var labels: [String: Label] = [:]
    for row in TSV.rows(PackageResources.dating_words_tsv) where row.cells.count == 2 {
      let label: Label =
        switch row[0] {
        case "published": .published
        case "updated": .updated
        default: .other
        }
      for word in row[1].split(separator: " ") {
        // The tokens of dates have no marks in them.
        for part in word.split(whereSeparator: { !$0.isLetter }) where labels[String(part)] == nil {
          labels[String(part)] = label
        }
      }
    }
    return labels
  }()
}
