import HTML

/// What the words of each block show when they are held against lexicons and against what the page
/// says about itself.
struct PageSigns {
  /// The class of furniture phrase that a short block is: 0 for none.
  private(set) var phrases: [Float] = []
  private(set) var phraseWords: [String?] = []
  private(set) var bylines: [Bool] = []
  private(set) var dates: [Bool] = []
  private(set) var titleOverlap: [Float] = []
  private(set) var descriptionOverlap: [Float] = []
  /// The share of a block's word sequences that the page's own `articleBody` holds; -1 where the
  /// page gives none.
  private(set) var articleBodyOverlap: [Float] = []
  /// The block that is most likely the headline.
  private(set) var titleBlock: Int?

  init(
    _ segmenter: PageSegmenter, _ measures: [BlockMeasures], _ hashes: BlockHashes, title: String?,
    description: String?, articleBody: String?
  ) {
    var titleWords = SharedWords(title.map(BlockHashes.of) ?? [])
    var descriptionWords = SharedWords(description.map(BlockHashes.of) ?? [])
    let bodyParts = articleBody.map { text in
      var numbers = HashNumbers(capacity: text.utf8.count / 5)
      for part in Self.parts(BlockHashes.of(text)[...]) { _ = numbers.number(of: part) }
      return numbers
    }
    var best: (block: Int, score: Float)?
    for (index, block) in segmenter.blocks.enumerated() {
      let measure = measures[index]
      let hashes = hashes[index]
      readPhrase(segmenter.text(of: block), measure, hashes)
      let overlap = titleWords.share(in: hashes)
      titleOverlap.append(overlap)
      descriptionOverlap.append(descriptionWords.share(in: hashes))
      if let bodyParts, bodyParts.count > 20 {
        let parts = Self.parts(hashes)
        let hits = parts.count { bodyParts.contains($0) }
        articleBodyOverlap.append(parts.isEmpty ? 0 : Float(hits) / Float(parts.count))
      } else {
        articleBodyOverlap.append(-1)
      }
      let tag = segmenter.elements[block.element].tag
      guard overlap > 0.6 || tag == .h1 else { continue }
      let score =
        overlap + (tag == .h1 ? 0.6 : tag.isHeading ? 0.2 : 0)
        - (measure.linkDensity > 0.5 ? 0.4 : 0)
      if score > (best?.score ?? 0.5) { best = (index, score) }
    }
    titleBlock = best?.block
  }

  private mutating func readPhrase(
    _ text: ArraySlice<UInt8>, _ measure: BlockMeasures, _ hashes: ArraySlice<UInt32>
  ) {
    phrases.append(0)
    phraseWords.append(nil)
    bylines.append(false)
    dates.append(false)
    guard measure.words > 0, measure.words <= 16 else { return }
    // Most blocks hold no word that any phrase has: only the others are read as strings.
    let clues = WordClues.shared
    let mayHoldPhrase =
      clues.mayBeShareBar(text, hashes)
      || clues.mayHoldPhrase(hashes)
    let mayBeByline = clues.mayBeByline(hashes)
    // Figures of other scripts begin with these bytes.
    let mayBeDate =
      measure.digits > 0
      || text.contains { $0 == 0xD9 || $0 == 0xDB || $0 == 0xE0 || $0 == 0xE1 || $0 >= 0xEF }
    guard mayHoldPhrase || mayBeByline || mayBeDate else { return }
    let last = phrases.count - 1
    if mayHoldPhrase {
      let match = Phrasebook.match(PhraseWords(utf8: text))
      phrases[last] = match.map { Self.number($0.class) } ?? (Phrasebook.isShareBar(text) ? 1 : 0)
      phraseWords[last] = match?.why
    }
    if mayBeByline { bylines[last] = Byline(String(decoding: text, as: UTF8.self)) != nil }
    if mayBeDate { dates[last] = PublicationLine(text) != nil }
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

  /// Sequences of three words.
  private static func parts(_ hashes: ArraySlice<UInt32>) -> [UInt64] {
    hashes.indices.dropLast(2).map { at in
      UInt64(hashes[at]) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(hashes[at + 1]) &* 0xC2B2_AE3D_27D4_EB4F
        ^ UInt64(hashes[at + 2])
    }
  }
}
