import HTML

/// Boxes within a report that are none of it: those that a line of furniture opens, "Read also", and
/// those whose class words say what they ask of readers.
struct FurnitureBoxes {
  private let analysis: PageAnalysis
  /// What is known of elements: 0 for nothing yet, 1 for none of these, 2 for one of them.
  private var known: [UInt8]
  private let names: [AttributeName]

  init(_ analysis: PageAnalysis) {
    self.analysis = analysis
    known = Array(repeating: 0, count: analysis.segmenter.elements.count)
    names = ClassWords.attributes.compactMap { analysis.page.attributeName($0) }
  }

  /// The most blocks that a box has, and the most of the page's running text that it holds.
  private static let (mostBlocks, greatestShare): (Int, Float) = (8, 0.4)

  /// What stands in the box that a line of furniture opens: all of it where the line is a heading that
  /// asks something of readers, links and their teasers where it says that other reports follow.
  func opened(by index: Int) -> Range<Int> {
    let next = index + 1
    guard next < analysis.segmenter.blocks.count, analysis.measures[index].words <= 8,
      let opening = ReportLines.opening(
        analysis.segmenter.text(of: analysis.segmenter.blocks[index]), analysis.measures[index])
    else { return next..<next }
    let isHeading = analysis.segmenter.elements[element(index)].tag.isHeading
    if opening == .request, !isHeading { return next..<next }
    if let box = box(from: index) {
      let leads = box.allSatisfy {
        !analysis.measures[$0].isProse || analysis.measures[$0].linkDensity > 0.3
      }
      if opening == .request || leads { return box }
    }
    guard opening == .reports else { return next..<next }
    var end = next
    while end < analysis.segmenter.blocks.count, end < next + Self.mostBlocks,
      analysis.measures[end].linkDensity > 0.9
    {
      end += 1
    }
    return next..<end
  }

  /// The blocks behind a block that stand with it in a small box, which it opens.
  private func box(from index: Int) -> Range<Int>? {
    let next = index + 1
    var box = element(index)
    while box >= 0, !holds(box, next) { box = analysis.segmenter.elements[box].parent }
    guard box >= 0, isSmall(box), index == 0 || !holds(box, index - 1) else { return nil }
    var end = next
    while end < analysis.segmenter.blocks.count, end - index <= Self.mostBlocks, holds(box, end) {
      end += 1
    }
    return end - index <= Self.mostBlocks ? next..<end : nil
  }

  /// Whether class words near a block say that it is no part of the report.
  mutating func isBoxed(_ index: Int) -> Bool {
    var box = element(index)
    for _ in 0..<3 where box > 0 {
      guard isSmall(box) else { return false }
      if known[box] == 0 {
        let node = analysis.segmenter.elements[box].node
        known[box] = ClassWords.nameFurniture(node, in: analysis.page, names) ? 2 : 1
      }
      if known[box] == 2 { return true }
      box = analysis.segmenter.elements[box].parent
    }
    return false
  }

  private func isSmall(_ box: Int) -> Bool {
    let whole = analysis.segmenter.elements.first?.prose ?? 0
    return Float(analysis.segmenter.elements[box].prose) < Self.greatestShare * Float(whole)
  }

  private func element(_ block: Int) -> Int { analysis.segmenter.blocks[block].element }

  private func holds(_ box: Int, _ block: Int) -> Bool {
    element(block) >= box && element(block) < analysis.segmenter.elements[box].end
  }
}
