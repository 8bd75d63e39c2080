/// Hashes of the words without which a block can't be a phrase of the furniture or a byline, so that
/// most blocks are told by the hashes that `BlockMeasures` has already.
struct WordClues: Sendable {
  static let shared = WordClues()

  /// One word of every furniture phrase.
  let anchors: Set<UInt32>
  /// The words that a byline has among its first three.
  let bylineWords: Set<UInt32>
  /// The first words of what opens an author's name, "by", "von".
  let openings: Set<UInt32>
  private let shareWords: Set<UInt32>

  private init() {
    anchors = Set(Phrasebook.anchors.flatMap(Self.hashes))
    bylineWords = Set(Byline.firstWords.flatMap(Self.hashes))
    openings = Set(
      CreditWords.openings.flatMap { opening in
        [opening, opening.capitalizedFirst].compactMap { Self.hashes($0).first }
      })
    shareWords = Set(Phrasebook.shareWords.flatMap { Self.hashes($0).prefix(1) })
  }

  /// Whether words could be a bar of sharing: it begins with a name, or is glued to one word.
  func hasShareWord(_ hashes: [UInt32]) -> Bool {
    hashes.count <= 2 || shareWords.contains(hashes[0])
  }

  private static func hashes(_ words: String) -> [UInt32] {
    BlockMeasures(Array(words.utf8)[...], linked: 0).hashes
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
