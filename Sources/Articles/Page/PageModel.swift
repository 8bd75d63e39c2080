import Text

/// What was learned about pages: the weights of class words and of text words, and trees over a block's
/// numbers.
package struct PageModel: Sendable {
  /// The model that is part of the program.
  package static let shipped = PageModel { name in ModelTables.table(name) }

  /// What the tables are called, as files and in the program.
  package enum Table: String, CaseIterable, Sendable {
    case classWords = "class_words"
    case textWords = "text_words"
    case trees = "block_model"
  }

  /// The weights of a class word's hash on the text's own block or the two around it, and further out.
  let classWords: ClassWeights
  let textWords: TextWords
  let blocks: BlockModel

  /// A model from its tables, which `Training/articles/train.py` writes.
  ///
  /// - Parameter table: the bytes of a table; none for what is not learned yet.
  package init(_ table: (Table) throws -> [UInt8]) rethrows {
    classWords = ClassWeights(try table(.classWords))
    textWords = TextWords(try table(.textWords))
    blocks = BlockModel(try table(.trees))
  }
}

/// The weights of class words, by their hash.
struct ClassWeights: Sendable {
  private var numbers = HashNumbers(capacity: 2048)
  private var weights: [SIMD2<Float>] = []

  init(_ table: [UInt8]) {
    for row in TSV.rows(table) where row.cells.count == 3 {
      let hash = ClassWords.hash(of: row[0])
      guard !numbers.contains(hash) else { continue }
      _ = numbers.number(of: hash)
      weights.append(SIMD2(Float(row[1]) ?? 0, Float(row[2]) ?? 0))
    }
  }

  subscript(hash: UInt64) -> SIMD2<Float>? { numbers.known(hash).map { weights[$0] } }
}
