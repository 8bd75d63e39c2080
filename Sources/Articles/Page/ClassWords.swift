import HTML

/// Reads what the words of class, id, role and itemprop say about an element, with the weights of
/// `class_words.tsv`.
struct ClassWords {
  private let page: HTMLDocument
  private let weights: ClassWeights
  private let names: [AttributeName]
  private let style: AttributeName?
  private let hidden: AttributeName?
  private let ariaHidden: AttributeName?
  private let itemprop: AttributeName?

  /// The attributes whose words are read.
  static let attributes = ["class", "id", "role", "itemprop"]

  init(_ page: HTMLDocument, _ model: PageModel) {
    self.page = page
    weights = model.classWords
    names = Self.attributes.compactMap { page.attributeName($0) }
    style = page.attributeName("style")
    hidden = page.attributeName("hidden")
    ariaHidden = page.attributeName("aria-hidden")
    itemprop = page.attributeName("itemprop")
  }

  /// Fills in what an element's attributes say.
  func describe(_ element: inout PageElement) {
    element.shape = UInt64(page.nameNumber(of: element.node) + 1) &* Self.prime
    if element.tag != .body {
      Self.eachWord(of: element.node, in: page, names) { hash, _ in
        // A sum, so that the order of the words doesn't matter.
        element.shape &+= hash
        guard let weight = weights[hash] else { return }
        element.near += weight.x
        element.far += weight.y
      }
    }
    if isHidden(element.node) { element.around.insert(.hidden) }
    if let itemprop, let value = page.bytes(of: itemprop, in: element.node),
      value.elementsEqual("articleBody".utf8)
    {
      element.around.insert(.articleBody)
    }
  }

  private func isHidden(_ node: NodeID) -> Bool {
    if let hidden, page.bytes(of: hidden, in: node) != nil { return true }
    if let ariaHidden, let value = page.bytes(of: ariaHidden, in: node),
      value.elementsEqual("true".utf8)
    {
      return true
    }
    guard let style, let value = page.bytes(of: style, in: node) else { return false }
    return Self.hides(value)
  }

  /// Whether a style holds "display:none", white space aside.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let words: StaticString = "display:none"
    let wanted = unsafe UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard style.count >= wanted.count else { return false }
    for start in style.indices where unsafe style[start] | 0x20 == wanted[0] {
      var matched = 0
      for byte in style[start...] where byte > 0x20 {
        guard unsafe byte | 0x20 == wanted[matched] else { break }
        matched += 1
        if matched == wanted.count { return true }
      }
    }
    return false
  }

  /// Whether class words say that an element is the summary under a headline.
  static func nameStandfirst(_ node: NodeID, in page: HTMLDocument) -> Bool {
    let names = attributes.compactMap { page.attributeName($0) }
    var found = false
    eachWord(of: node, in: page, names) { hash, _ in found = found || standfirsts.contains(hash) }
    return found
  }

  private static let standfirsts = Set(
    ["standfirst", "subheadline", "subtitle", "dek", "deck", "subhead", "abstract"].map {
      hash(of: $0)
    })

  /// Calls back with the hash and the bytes of each word; words are letters alone, cut where a
  /// capital follows a small letter.
  static func eachWord(
    of node: NodeID, in page: HTMLDocument, _ names: [AttributeName],
    _ body: (UInt64, ArraySlice<UInt8>) -> Void
  ) {
    for name in names {
      guard let value = page.bytes(of: name, in: node) else { continue }
      var hash = seed
      var count = 0
      var lastWasSmall = false
      for (offset, byte) in zip(value.indices, value) {
        let isCapital = byte &- 0x41 < 26
        let isLetter = (byte | 0x20) &- 0x61 < 26
        if !isLetter || (isCapital && lastWasSmall) {
          if count > 1 { body(hash, value[offset - count..<offset]) }
          hash = seed
          count = 0
        }
        if isLetter {
          hash = (hash ^ UInt64(byte | 0x20)) &* prime
          count += 1
        }
        lastWasSmall = isLetter && !isCapital
      }
      if count > 1 { body(hash, value.suffix(count)) }
    }
  }

  /// The hash that `eachWord` gives for a word in lower case.
  static func hash(of word: String) -> UInt64 {
    word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
