import PageModel

/// The tables that `Training/articles/train.py` wrote.
enum ModelTables {
  static var blocks: [UInt8] {
    unsafe bytes(page_model_blocks(), page_model_blocks_size())
  }

  static var words: [UInt8] {
    unsafe bytes(page_model_words(), page_model_words_size())
  }

  /// A copy of bytes that the program holds for good.
  private static func bytes(_ start: UnsafeRawPointer?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
