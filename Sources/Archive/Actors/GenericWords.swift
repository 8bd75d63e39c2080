/// Words that name an institution by what it does, and so don't tell which one it is.
enum GenericWords {
  private static let words: Set<String> = {
    let table = String(decoding: PackageResources.generic_words_tsv, as: UTF8.self)
    return Set(table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0) })
  }()

  static func contains(_ word: String) -> Bool { words.contains(word) }
}
