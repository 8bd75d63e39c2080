import HTML

/// A page's blocks with the numbers the model decides by: what training reads.
package struct PageInspection {
  /// One block.
  package struct Row {
    package var text: String
    /// The hashes of its words.
    package var hashes: [UInt32]
    package var features: [Float]
    /// The class words of the elements around it, nearest first.
    package var classWords: [[String]]
  }

  /// What the features are called.
  package static var featureNames: [String] { BlockFeatures.names }

  package let rows: [Row]
  /// What the model says of each.
  package let scores: [Float]

  /// Inspects a page as a model's words see it; its trees may be missing.
  package init(_ bytes: [UInt8], _ model: PageModel) {
    let analysis = PageAnalysis(HTMLDocument.parse(bytes), model)
    let segmenter = analysis.segmenter
    scores = analysis.scores
    let names = ClassWords.attributes.compactMap { analysis.page.attributeName($0) }
    rows = segmenter.blocks.indices.map { index in
      let block = segmenter.blocks[index]
      var classWords: [[String]] = []
      var element = block.element
      while element >= 0 {
        var words: [String] = []
        if segmenter.elements[element].tag != .body {
          ClassWords.eachWord(of: segmenter.elements[element].node, in: analysis.page, names) {
            words.append(String(decoding: $1, as: UTF8.self).lowercased())
          }
        }
        classWords.append(words)
        element = segmenter.elements[element].parent
      }
      return Row(
        text: String(decoding: segmenter.text(of: block), as: UTF8.self),
        hashes: Array(analysis.hashes[index].prefix(TextWords.reach)),
        features: analysis.features.row(index), classWords: classWords)
    }
  }
}
