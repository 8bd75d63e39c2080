/// The hash of each word of a page's blocks in lower case, of each character where no spaces part words:
/// those of all blocks stand one behind the other.
struct BlockHashes {
  private(set) var all: [UInt32] = []
  /// Where the hashes of each block end.
  private var ends: [Int] = []

  /// - Parameter bytes: how long the text of all blocks is.
  init(bytes: Int) { all.reserveCapacity(bytes / 5 + 16) }

  /// Measures the next block, and keeps the hashes of its words.
  mutating func measure(_ text: Swift.Span<UInt8>, linked: Int) -> BlockMeasures {
    let measures = BlockMeasures(text, linked: linked, hashes: &all)
    ends.append(all.count)
    return measures
  }

  /// Where the hashes of a block stand in `all`.
  @inline(__always)
  func range(of block: Int) -> Range<Int> { (block == 0 ? 0 : ends[block - 1])..<ends[block] }

  /// The hashes of a block's words.
  subscript(block: Int) -> ArraySlice<UInt32> { all[range(of: block)] }

  /// The hashes of a text's words.
  static func of(_ text: String) -> [UInt32] {
    var hashes: [UInt32] = []
    _ = BlockMeasures(Array(text.utf8).span, linked: 0, hashes: &hashes)
    return hashes
  }
}
