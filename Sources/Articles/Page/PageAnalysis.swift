import HTML

/// A page cut into blocks and measured.
final class PageAnalysis {
  let page: HTMLDocument
  let metadata: PageMetadata
  let segmenter: PageSegmenter
  let measures: [BlockMeasures]
  /// The hashes of each block's words.
  let hashes: BlockHashes
  let signs: PageSigns
  let layout: PageLayout
  let features: BlockFeatures
  /// What the model says of each block: above zero it is rather the article's than not.
  let scores: [Float]

  init(_ page: HTMLDocument, _ model: PageModel) {
    self.page = page
    metadata = PageMetadata(page)
    var segmenter = PageSegmenter(page, model)
    var hashes = BlockHashes(bytes: segmenter.buffer.count)
    var measures: [BlockMeasures] = []
    measures.reserveCapacity(segmenter.blocks.count)
    let buffer = segmenter.buffer
    let text = buffer.span
    for block in segmenter.blocks {
      measures.append(hashes.measure(text.extracting(block.text), linked: block.linked))
    }
    self.measures = measures
    self.hashes = hashes
    segmenter.add(measures)
    let texts = BlockTexts(segmenter: segmenter, measures: measures, hashes: hashes)
    signs = PageSigns(
      texts,
      title: metadata.meta("og:title", "twitter:title") ?? metadata.headings.first
        ?? metadata.title,
      description: metadata.meta("og:description", "description"))
    layout = PageLayout(texts, signs, model.textWords)
    features = BlockFeatures(layout)
    scores = model.blocks.scores(features)
    self.segmenter = segmenter
  }
}
