/// Hashes of the words without which a block can't be a phrase of the furniture or a byline, so that
/// most blocks are told by the hashes that `BlockMeasures` has already.
struct WordClues: Sendable {
  static let shared = WordClues()

  /// One word of every furniture phrase.
  private let anchors: Words
  /// One word of every phrase that opens readers' comments, and of those that tell a barrier.
  private let commentAnchors: Words
  private let barrierAnchors: Words
  /// The words that a byline has among its first three.
  private let bylineWords: Words
  /// What opens an author's name in one word: "by", "von".
  let openings: Set<UInt32>
  private let shareWords: Words
  private let shareStarts: Starts

  /// Some words by their hashes.
  struct Words {
    private var numbers: HashNumbers
    private var sieve: HashSieve

    init(_ words: [UInt32]) {
      numbers = HashNumbers(capacity: words.count)
      sieve = HashSieve(capacity: words.count)
      for word in words {
        _ = numbers.number(of: UInt64(word))
        sieve.insert(UInt64(word))
      }
    }

    @inline(__always)
    func contains(_ hash: UInt32) -> Bool {
      sieve.mayHold(UInt64(hash)) && numbers.contains(UInt64(hash))
    }

    @inline(__always)
    func stand(among hashes: ArraySlice<UInt32>) -> Bool {
      let hashes = hashes.span
      for at in hashes.indices where contains(hashes[at]) { return true }
      return false
    }
  }

  /// Words that a text may begin with, by their first byte.
  private struct Starts {
    private var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)

    init(_ words: [String]) {
      for word in words {
        // Letters beyond ASCII are not folded: both forms of the first are kept.
        for form in Set([word, word.capitalizedFirst]).sorted() {
          let bytes = form.utf8.map(Self.folded)
          if let first = bytes.first { byFirst[Int(first)].append(bytes) }
        }
      }
    }

    /// Whether a text begins with one, marks before it aside.
    func begins(_ text: ArraySlice<UInt8>) -> Bool {
      let text = text.drop { $0 < 0x30 }
      guard let first = text.first else { return false }
      return byFirst[Int(Self.folded(first))].contains { word in
        word.count <= text.count
          && zip(word, text).allSatisfy { $0 == Self.folded($1) }
      }
    }

    /// Capitals from A to Z as small letters, all white space as a space.
    private static func folded(_ byte: UInt8) -> UInt8 {
      byte &- 0x41 < 26 ? byte | 0x20 : byte < 0x20 ? 0x20 : byte
    }
  }

  private init() {
    anchors = Words(Phrasebook.anchors(of: { _ in true }).flatMap(BlockHashes.of))
    commentAnchors = Words(Phrasebook.anchors(of: { $0 == .comments }).flatMap(BlockHashes.of))
    barrierAnchors = Words(Phrasebook.anchors(of: { $0 == .paywall }).flatMap(BlockHashes.of))
    bylineWords = Words(Byline.firstWords.flatMap(BlockHashes.of))
    openings = Set(
      CreditWords.openings.filter { !$0.contains(" ") }.flatMap { opening in
        [opening, opening.capitalizedFirst].compactMap { BlockHashes.of($0).first }
      })
    shareWords = Words(Phrasebook.shareWords.flatMap { BlockHashes.of($0).prefix(1) })
    shareStarts = Starts(Phrasebook.shareWords)
  }

  /// Whether one of a text's words is one that a phrase has.
  func mayHoldPhrase(_ hashes: ArraySlice<UInt32>) -> Bool {
    anchors.stand(among: hashes)
  }

  /// Whether one of a text's words is one that openings of comments or barriers have.
  func mayTellParts(_ hashes: ArraySlice<UInt32>) -> Bool {
    commentAnchors.stand(among: hashes)
      || hashes.count >= Phrasebook.shortestBarrier && barrierAnchors.stand(among: hashes)
  }

  /// Whether a byline may begin with a text's words.
  func mayBeByline(_ hashes: ArraySlice<UInt32>) -> Bool {
    bylineWords.stand(among: hashes.prefix(3))
  }

  /// Whether a text could be a bar of sharing: it begins with a name, or names are glued together.
  func mayBeShareBar(_ text: ArraySlice<UInt8>, _ hashes: ArraySlice<UInt32>) -> Bool {
    guard let first = hashes.first, hashes.count > 2 else { return shareStarts.begins(text) }
    return shareWords.contains(first)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
