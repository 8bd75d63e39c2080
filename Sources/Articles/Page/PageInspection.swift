import HTML

/// A page's blocks with the numbers the model decides by: what training reads.
package struct PageInspection {
  /// One block.
  package struct Row {
    package var text: String
    package var features: [Float]
    /// The class words of the elements around it, nearest first.
    package var classWords: [[String]]
  }

  /// What the features are called.
  package static var featureNames: [String] { BlockFeatures.names }

  package let rows: [Row]

  /// Inspects a page.
  package init(_ bytes: [UInt8]) {
    let analysis = PageAnalysis(HTMLDocument.parse(bytes))
    let segmenter = analysis.segmenter
    rows = segmenter.blocks.indices.map { index in
      let block = segmenter.blocks[index]
      var classWords: [[String]] = []
      var element = block.element
      while element >= 0 {
        classWords.append(Self.words(of: segmenter.elements[element], segmenter.page))
        element = segmenter.elements[element].parent
      }
      return Row(
        text: String(decoding: segmenter.text(of: block), as: UTF8.self),
        features: analysis.features.rows[index], classWords: classWords)
    }
  }

  private static func words(of element: PageElement, _ page: HTMLDocument) -> [String] {
    guard element.tag != .body else { return [] }
    var result: [String] = []
    for key in ["class", "id", "role", "itemprop"] {
      guard let value = page.attribute(key, of: element.node) else { continue }
      var word = ""
      var lastWasSmall = false
      for byte in value.utf8 {
        let isCapital = byte &- 0x41 < 26
        let isLetter = (byte | 0x20) &- 0x61 < 26
        if !isLetter || (isCapital && lastWasSmall) {
          if word.count > 1 { result.append(word) }
          word = ""
        }
        if isLetter { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
        lastWasSmall = isLetter && !isCapital
      }
      if word.count > 1 { result.append(word) }
    }
    return result
  }
}
