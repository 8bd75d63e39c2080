public import Syntax
import Text

/// Names by entity, span and kind both right, given the words.
public struct NameScore: Sendable {
  /// A name in a file.
  public struct Entity: Hashable, Sendable {
    /// The sentence's number in the file, from 0.
    public let sentence: Int
    /// The name.
    public let name: Name
  }

  /// All names, then those of each kind.
  public let agreements: [Agreement]
  /// The names on one side alone, in their order: found wrongly, or missed.
  public let differences: [(entity: Entity, words: String, isFound: Bool)]

  /// The measure of this name.
  public subscript(name: String) -> Agreement? { agreements.first { $0.name == name } }

  /// Reads a file's sentences and compares.
  public init(_ file: NameFile, parser: EnglishParser) {
    let sentences = file.sentences.map { rows in
      var offset = 0
      return rows.map { row in
        let count = row.word.unicodeScalars.count
        defer { offset += count + 1 }
        return Token(form: row.word, span: Span(offset, offset + count))
      }
    }
    let wanted = Self.entities(file.sentences.map { Name.read($0.map(\.tag)) })
    let found = Self.entities(parser.parse(tokenised: sentences).map(\.names))
    func agreement(_ name: String, _ passes: (Entity) -> Bool) -> Agreement {
      let (mine, right) = (found.filter(passes), wanted.filter(passes))
      return Agreement(
        name, right: mine.intersection(right).count, found: mine.count, gold: right.count)
    }
    agreements =
      [agreement("names") { _ in true }]
      + NameKind.allCases.map { kind in agreement(kind.rawValue) { $0.name.kind == kind } }
    differences = found.symmetricDifference(wanted)
      .sorted {
        ($0.sentence, $0.name.tokens.lowerBound, $0.name.kind.rawValue, $0.name.tokens.count)
          < ($1.sentence, $1.name.tokens.lowerBound, $1.name.kind.rawValue, $1.name.tokens.count)
      }
      .map { entity in
        let words = sentences[entity.sentence][entity.name.tokens].map(\.form)
        return (entity, words.joined(separator: " "), found.contains(entity))
      }
  }

  private static func entities(_ names: [[Name]]) -> Set<Entity> {
    Set(
      names.enumerated().flatMap { index, names in names.map { Entity(sentence: index, name: $0) } }
    )
  }
}
