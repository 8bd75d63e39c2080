import HTML

/// Headings under which nothing of the report stands: the name of a box whose links are left out, or
/// what closes the report's part of the page.
struct HollowHeadings {
  private let analysis: PageAnalysis

  /// The kept blocks that are such headings.
  ///
  /// - Parameter isKept: which blocks are kept.
  static func of(_ isKept: [Bool], _ analysis: PageAnalysis) -> [Int] {
    let finder = HollowHeadings(analysis: analysis)
    guard let first = isKept.firstIndex(of: true), let last = isKept.lastIndex(of: true) else {
      return []
    }
    return isKept.indices.filter { index in
      isKept[index] && index > first && finder.isHeading(index)
        && (index == last || finder.standsOverNothing(index, isKept))
    }
  }

  private func isHeading(_ index: Int) -> Bool {
    let measure = analysis.measures[index]
    return tag(index).isHeading && measure.words <= 14 && !measure.isProse
  }

  private func tag(_ index: Int) -> Tag { analysis.segmenter.elements[element(index)].tag }

  private func element(_ index: Int) -> Int { analysis.segmenter.blocks[index].element }

  /// Whether the block behind it is left out, and all that the two stand in together.
  private func standsOverNothing(_ index: Int, _ isKept: [Bool]) -> Bool {
    let next = index + 1
    guard next < isKept.count, !isKept[next] else { return false }
    let elements = analysis.segmenter.elements
    // A table's numbers are left out, what it shows isn't.
    if elements[element(next)].around.contains(.table) { return false }
    // The smallest element that holds both.
    var box = element(index)
    while box >= 0, !(element(next) >= box && element(next) < elements[box].end) {
      box = elements[box].parent
    }
    guard box >= 0 else { return false }
    func holds(_ block: Int) -> Bool { element(block) >= box && element(block) < elements[box].end }
    // The nearest kept block on either side tells, as the box holds a whole stretch of blocks.
    var at = next
    while at < isKept.count, holds(at), !isKept[at] { at += 1 }
    if at < isKept.count, holds(at) { return false }
    at = index - 1
    while at >= 0, holds(at), !isKept[at] { at -= 1 }
    return at < 0 || !holds(at)
  }
}
