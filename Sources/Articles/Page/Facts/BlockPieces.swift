import HTML

extension PageAnalysis {
  /// The texts of a block's nodes, which the page may set apart without a space.
  func pieces(ofBlock index: Int) -> [String] {
    let blocks = segmenter.blocks
    let end = index + 1 < blocks.count ? blocks[index + 1].node : nil
    var pieces: [String] = []
    var next: NodeID? = blocks[index].node
    while let node = next, node != end, pieces.count < 12 {
      if page.kind(of: node) == .text {
        let text = PlainWords.of(textNode: node, of: page)
        if !text.isEmpty { pieces.append(text) }
      }
      next = page.firstChild(of: node) ?? page.nodeAfter(node, within: page.root)
    }
    return pieces
  }
}
