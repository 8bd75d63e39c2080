import Text

/// The classes of head nouns that frames ask for, from `noun-classes.tsv`.
struct NounClasses: Sendable {
  private let classes: [String: Set<String>]

  /// The classes that ship with the room.
  static let shared = NounClasses(
    String(decoding: PackageResources.noun_classes_tsv, as: UTF8.self))

  /// Reads a table of classes.
  init(_ table: String) {
    var classes: [String: Set<String>] = [:]
    for row in TSV.rows(table) where row.cells.count == 2 {
      classes[row[0], default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    self.classes = classes
  }

  /// The words of a class.
  func members(_ name: String) -> Set<String> { classes[name] ?? [] }

  /// The test that a frame's word after the colon stands for; a word that names no class stands
  /// for itself.
  func test(_ name: String) -> FrameTest {
    switch name {
    case "*": .any
    case "@": .somebody
    case "PERSON": .person
    case "PLACE": .place
    case "hostile": .hostile
    default: .member(classes[name] ?? [name])
    }
  }
}
