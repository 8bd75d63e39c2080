import HTML

/// What the words of blocks show when they are held against lexicons and against what the page says about
/// itself.
///
/// Only headings, and what may open readers' comments or tell a barrier, are looked at beforehand; all
/// else where somebody asks, since most blocks are menus that nobody asks about.
struct PageSigns {
  /// The class of furniture phrase that a block is, where that tells the page's parts; 0 for all others.
  private(set) var phrases: [Float] = []
  /// The block that is most likely the headline.
  private(set) var titleBlock: Int?
  /// The share of words that it has in common with the title that the page states.
  private(set) var titleOverlap: Float = 0
  let texts: BlockTexts
  private let description: String?

  init(_ texts: BlockTexts, title: String?, description: String?) {
    self.texts = texts
    self.description = description
    findPhrases()
    findTitle(title)
  }

  /// The furniture phrase that a short block is.
  func phrase(of block: Int) -> (class: PhraseClass, why: String)? {
    guard texts.isShort(block), mayHoldPhrase(block) else { return nil }
    return Phrasebook.match(PhraseWords(utf8: texts[block]))
  }

  /// Whether a short block names the authors.
  func isByline(_ block: Int) -> Bool {
    texts.isShort(block) && WordClues.shared.mayBeByline(texts.hashes[block])
      && Byline(String(decoding: texts[block], as: UTF8.self)) != nil
  }

  /// Which short blocks are lines of days.
  var dates: DateLines { DateLines(texts: texts) }

  struct DateLines {
    fileprivate let texts: BlockTexts

    subscript(block: Int) -> Bool {
      guard texts.isShort(block) else { return false }
      let text = texts[block]
      // Figures of other scripts begin with these bytes.
      let mayBeDate =
        texts.measures[block].digits > 0
        || text.contains { $0 == 0xD9 || $0 == 0xDB || $0 == 0xE0 || $0 == 0xE1 || $0 >= 0xEF }
      return mayBeDate && PublicationLine(text) != nil
    }
  }

  /// How much of the page's description a block has in common with it.
  func descriptionOverlap(_ block: Int) -> Float {
    guard let description else { return 0 }
    var words = SharedWords(BlockHashes.of(description))
    return words.share(in: texts.hashes[block])
  }

  private func mayHoldPhrase(_ block: Int) -> Bool {
    let clues = WordClues.shared
    return clues.mayHoldPhrase(texts.hashes[block])
      || clues.mayBeShareBar(texts[block], texts.hashes[block])
  }

  private mutating func findPhrases() {
    let clues = WordClues.shared
    let (blocks, elements) = (texts.segmenter.blocks, texts.segmenter.elements)
    phrases = Array(repeating: 0, count: blocks.count)
    for index in blocks.indices where texts.isShort(index) {
      let isHeading = elements[blocks[index].element].tag.isHeading
      guard isHeading ? mayHoldPhrase(index) : clues.mayTellParts(texts.hashes[index]) else {
        continue
      }
      let text = texts[index]
      let match = Phrasebook.match(PhraseWords(utf8: text))
      phrases[index] =
        match.map { Self.number($0.class) } ?? (Phrasebook.isShareBar(text) ? 1 : 0)
    }
  }

  private mutating func findTitle(_ stated: String?) {
    var words = SharedWords(stated.map(BlockHashes.of) ?? [])
    var best: Float = 0.5
    let (blocks, elements) = (texts.segmenter.blocks, texts.segmenter.elements)
    for index in blocks.indices {
      let tag = elements[blocks[index].element].tag
      guard tag == .h1 || words.mayShareMost(of: texts.hashes.range(of: index).count) else {
        continue
      }
      let overlap = words.share(in: texts.hashes[index])
      guard overlap > SharedWords.most || tag == .h1 else { continue }
      let score =
        overlap + (tag == .h1 ? 0.6 : tag.isHeading ? 0.2 : 0)
        - (texts.measures[index].linkDensity > 0.5 ? 0.4 : 0)
      if score > best { (best, titleBlock, titleOverlap) = (score, index, overlap) }
    }
  }

  private static func number(_ kind: PhraseClass) -> Float {
    switch kind {
    case .furniture: 1
    case .foot: 2
    case .comments: 3
    case .kicker: 4
    case .paywall: 5
    case .teaser: 6
    case .caption: 7
    }
  }
}

/// The words of a page's blocks, and what was counted in them.
struct BlockTexts {
  let segmenter: PageSegmenter
  let measures: [BlockMeasures]
  let hashes: BlockHashes

  /// The words of a block in UTF-8.
  subscript(block: Int) -> ArraySlice<UInt8> { segmenter.text(of: segmenter.blocks[block]) }

  /// Whether a block has as few words as a phrase of the furniture.
  func isShort(_ block: Int) -> Bool { 1...16 ~= measures[block].words }
}
