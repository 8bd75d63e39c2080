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
  let classWords: [UInt64: SIMD2<Float>]
  let textWords: TextWords
  let blocks: BlockModel

  /// A model from its tables, which `Training/articles/train.py` writes.
  ///
  /// - Parameter table: the bytes of a table; none for what is not learned yet.
  package init(_ table: (Table) throws -> [UInt8]) rethrows {
    var weights: [UInt64: SIMD2<Float>] = [:]
    for row in TSV.rows(try table(.classWords)) where row.cells.count == 3 {
      weights[ClassWords.hash(of: row[0])] = SIMD2(Float(row[1]) ?? 0, Float(row[2]) ?? 0)
    }
    classWords = weights
    textWords = TextWords(try table(.textWords))
    blocks = BlockModel(try table(.trees))
  }
}
