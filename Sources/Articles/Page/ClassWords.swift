import HTML

/// Reads what the words of class, id, role and itemprop say about an element, with the weights of
/// `class_words.tsv`.
struct ClassWords {
  private let page: HTMLDocument
  private let weights: ClassWeights
  private let roles: AttributeRoles

  /// The attributes whose words are read.
  static let attributes = ["class", "id", "role", "itemprop"]

  // The first four are the places of `attributes`.
  private static let itemprop: UInt8 = 4
  private static let style: UInt8 = 5
  private static let hidden: UInt8 = 6
  private static let ariaHidden: UInt8 = 7

  init(_ page: HTMLDocument, _ model: PageModel) {
    self.page = page
    weights = model.classWords
    roles = AttributeRoles(
      page,
      [
        "class": 1, "id": 2, "role": 3, "itemprop": Self.itemprop, "style": Self.style,
        "hidden": Self.hidden, "aria-hidden": Self.ariaHidden,
      ])
  }

  /// Fills in what an element's attributes say.
  func describe(_ element: inout PageElement) {
    element.shape = UInt64(page.nameNumber(of: element.node) + 1) &* Self.prime
    // By role, since the order of the sums is that of `attributes`.
    var values = SIMD8<Int>(repeating: -1)
    for index in page.attributeIndices(of: element.node) {
      let role = roles[page.attributeName(at: index)]
      switch role {
      case 0: continue
      case Self.style:
        if Self.hides(page.attributeValue(at: index)) { element.around.insert(.hidden) }
      case Self.hidden: element.around.insert(.hidden)
      case Self.ariaHidden:
        if page.attributeValue(at: index).elementsEqual("true".utf8) {
          element.around.insert(.hidden)
        }
      default: values[Int(role)] = index
      }
    }
    if element.tag != .body {
      for role in 1...4 where values[role] >= 0 {
        Self.eachWord(in: page.attributeValue(at: values[role])) { hash, _ in
          // A sum, so that the order of the words doesn't matter.
          element.shape &+= hash
          guard let weight = weights[hash] else { return }
          element.near += weight.x
          element.far += weight.y
        }
      }
    }
    let property = values[Int(Self.itemprop)]
    if property >= 0, page.attributeValue(at: property).elementsEqual("articleBody".utf8) {
      element.around.insert(.articleBody)
    }
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
    [
      "standfirst", "subheadline", "subtitle", "dek", "deck", "subhead", "abstract",
      // In other languages.
      "bajada", "copete", "entradilla", "sumario", "chapo", "chapeau", "sommario", "sottotitolo",
      "ingress", "manchet", "underrubrik", "perex", "vorspann", "zajawka", "spot", "sapo", "linha",
    ].map { hash(of: $0) })

  /// Whether class words say that an element asks something of readers, or has what others pay for.
  static func nameFurniture(
    _ node: NodeID, in page: HTMLDocument, _ names: [AttributeName]
  ) -> Bool {
    var found = false
    eachWord(of: node, in: page, names) { hash, _ in found = found || furniture.contains(hash) }
    return found
  }

  private static let furniture = Set(
    [
      "donation", "donations", "donate", "subscribe", "signup", "recommend", "recommended",
      "recommender", "sponsored", "inread", "yarpp", "disqus", "cookie", "consent", "taboola",
      "outbrain", "advertisement", "readalso", "abonnement", "suscripcion", "assinatura",
    ].map { hash(of: $0) })

  /// Calls back with the hash and the bytes of each word; words are letters alone, cut where a
  /// capital follows a small letter.
  static func eachWord(
    of node: NodeID, in page: HTMLDocument, _ names: [AttributeName],
    _ body: (UInt64, ArraySlice<UInt8>) -> Void
  ) {
    for name in names {
      if let value = page.bytes(of: name, in: node) { eachWord(in: value, body) }
    }
  }

  /// Calls back with the hash and the bytes of each word of a value.
  @inline(__always)
  private static func eachWord(
    in value: ArraySlice<UInt8>, _ body: (UInt64, ArraySlice<UInt8>) -> Void
  ) {
    let bytes = value.span
    var offset = 0
    while offset < bytes.count {
      let start = offset
      var hash = seed
      var lastWasSmall = false
      while offset < bytes.count {
        let byte = bytes[offset]
        let small = byte | 0x20
        guard small &- 0x61 < 26, byte == small || !lastWasSmall else { break }
        hash = (hash ^ UInt64(small)) &* prime
        lastWasSmall = byte == small
        offset &+= 1
      }
      if offset &- start > 1 {
        body(hash, value[value.startIndex + start..<value.startIndex + offset])
      }
      // A capital behind a small letter begins the next word; all else stands between words.
      if !lastWasSmall || offset < bytes.count && (bytes[offset] | 0x20) &- 0x61 >= 26 {
        offset &+= 1
      }
    }
  }

  /// The hash that `eachWord` gives for a word in lower case.
  static func hash(of word: String) -> UInt64 {
    word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
