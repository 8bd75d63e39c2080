import PageModel

/// The tables that `Training/articles/train.py` wrote.
enum ModelTables {
  /// A copy of a table, which the program holds for good.
  static func table(_ table: PageModel.Table) -> [UInt8] {
    switch table {
    case .classWords: unsafe bytes(page_model_class_words(), page_model_class_words_size())
    case .textWords: unsafe bytes(page_model_text_words(), page_model_text_words_size())
    case .trees: unsafe bytes(page_model_trees(), page_model_trees_size())
    }
  }

  private static func bytes(_ start: UnsafeRawPointer?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
