import Text

/// What was learned about pages: the weights of class words, and the trees over a block's numbers.
package struct PageModel: Sendable {
  /// The model that is part of the program.
  package static let shipped = PageModel(words: ModelTables.words, blocks: ModelTables.blocks)

  /// The weights of a word's hash on the text's own block or the two around it, and further out.
  let words: [UInt64: SIMD2<Float>]
  let blocks: BlockModel

  /// A model from its two tables, `class_words.tsv` and `block_model.tsv`, which
  /// `Training/articles/train.py` writes.
  package init(words: [UInt8], blocks: [UInt8]) {
    var weights: [UInt64: SIMD2<Float>] = [:]
    for row in TSV.rows(words) where row.cells.count == 3 {
      weights[ClassWords.hash(of: row[0])] = SIMD2(Float(row[1]) ?? 0, Float(row[2]) ?? 0)
    }
    self.words = weights
    self.blocks = BlockModel(blocks)
  }
}
