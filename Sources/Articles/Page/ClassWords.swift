import HTML
import Text

/// Reads what the words of class, id, role and itemprop say about an element, with the weights of
/// `class_words.tsv`.
struct ClassWords {
  private let page: HTMLDocument
  private let weights: ClassWeights
  private let roles: AttributeRoles
  /// What the words of the values add that the page's elements have had so far, by the values' hashes.
  private var known = HashNumbers(capacity: 128)
  private var values: [Value] = []

  /// What the words of a value add to an element.
  private struct Value {
    /// An attribute that has the value.
    var attribute: Int
    /// A sum, so that the order of the words doesn't matter.
    var shape: UInt64 = 0
    var near: Float = 0
    var far: Float = 0
  }

  /// The attributes whose words are read.
  static let attributes = ["class", "id", "role", "itemprop"]

  // The first four are the places of `attributes`.
  private static let `class`: UInt8 = 1
  private static let id: UInt8 = 2
  private static let role: UInt8 = 3
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
        "class": Self.class, "id": Self.id, "role": Self.role, "itemprop": Self.itemprop,
        "style": Self.style, "hidden": Self.hidden, "aria-hidden": Self.ariaHidden,
      ])
  }

  /// Fills in what an element's attributes say.
  mutating func describe(_ element: inout PageElement) {
    element.shape = UInt64(page.nameNumber(of: element.node) + 1) &* Self.prime
    // The attributes with words.
    var (classes, id, role, property) = (-1, -1, -1, -1)
    for index in page.attributeIndices(of: element.node) {
      switch roles[page.attributeName(at: index)] {
      case Self.class: classes = index
      case Self.id: id = index
      case Self.role: role = index
      case Self.itemprop: property = index
      case Self.style:
        if page.withAttributeValue(at: index, Self.hides) { element.around.insert(.hidden) }
      case Self.hidden: element.around.insert(.hidden)
      case Self.ariaHidden:
        if page.attributeValue(at: index).elementsEqual("true".utf8) {
          element.around.insert(.hidden)
        }
      default: continue
      }
    }
    if element.tag != .body {
      // What a sum of fractions is hangs on its order, which is that of `attributes`, so that only its
      // beginning can be remembered.
      var sum = Value(attribute: -1)
      if classes >= 0 { sum = value(at: classes) }
      if id >= 0 { add(id, to: &sum) }
      if role >= 0 { add(role, to: &sum) }
      if property >= 0 { add(property, to: &sum) }
      element.shape &+= sum.shape
      (element.near, element.far) = (sum.near, sum.far)
    }
    if property >= 0, page.attributeValue(at: property).elementsEqual("articleBody".utf8) {
      element.around.insert(.articleBody)
    }
  }

  /// What the words of an attribute's value add, read once for each value.
  private mutating func value(at attribute: Int) -> Value {
    let number = known.number(of: page.withAttributeValue(at: attribute) { Self.hash(of: $0) })
    if number < values.count {
      let value = values[number]
      let isSame = page.withAttributeValue(at: attribute) { own in
        page.withAttributeValue(at: value.attribute) { Self.areAlike(own, $0) }
      }
      if isSame { return value }
    }
    var value = Value(attribute: attribute)
    addWords(of: attribute, to: &value)
    if number == values.count { values.append(value) }
    return value
  }

  /// Adds the words of an attribute's value.
  private mutating func add(_ attribute: Int, to sum: inout Value) {
    if sum.attribute < 0 {
      sum = value(at: attribute)
    } else {
      addWords(of: attribute, to: &sum)
    }
  }

  private func addWords(of attribute: Int, to sum: inout Value) {
    let weights = weights
    page.withAttributeValue(at: attribute) { value in
      Self.eachWord(in: value) { hash, _ in
        sum.shape &+= hash
        guard let weight = weights[hash] else { return }
        sum.near += weight.x
        sum.far += weight.y
      }
    }
  }

  /// A hash of a value's bytes, eight at a time.
  private static func hash(of value: Swift.Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: value.count)
    var offset = 0
    while offset < value.count {
      let mixed = (hash ^ eight(value, offset)) &* 0x9E37_79B9_7F4A_7C15
      hash = mixed ^ mixed >> 32
      offset &+= 8
    }
    return hash
  }

  private static func areAlike(_ one: Swift.Span<UInt8>, _ other: Swift.Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    return stride(from: 0, to: one.count, by: 8).allSatisfy { eight(one, $0) == eight(other, $0) }
  }

  /// Eight bytes as a number, zeros behind the last.
  @inline(__always)
  private static func eight(_ value: Swift.Span<UInt8>, _ offset: Int) -> UInt64 {
    if offset &+ 8 <= value.count {
      // Safe: eight bytes stand there, and any eight make a number.
      return unsafe value.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self)
    }
    return (offset..<value.count).reduce(0) { $0 << 8 | UInt64(value[$1]) }
  }

  /// Whether a style holds "display:none", white space aside.
  private static func hides(_ style: Swift.Span<UInt8>) -> Bool {
    let words: StaticString = "display:none"
    let wanted = unsafe UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard style.count >= wanted.count else { return false }
    for start in style.indices where unsafe style[start] | 0x20 == wanted[0] {
      var matched = 0
      for offset in start..<style.count where style[offset] > 0x20 {
        guard unsafe style[offset] | 0x20 == wanted[matched] else { break }
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
      guard let value = page.bytes(of: name, in: node) else { continue }
      eachWord(in: value.span) { hash, range in
        body(hash, value[value.startIndex + range.lowerBound..<value.startIndex + range.upperBound])
      }
    }
  }

  /// Calls back with the hash and the place of each word of a value.
  @inline(__always)
  private static func eachWord(
    in bytes: Swift.Span<UInt8>, _ body: (UInt64, Range<Int>) -> Void
  ) {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      var hash = seed
      // Safe: the offset is checked before each byte is read.
      while offset < bytes.count, unsafe bytes[unchecked: offset] &- 0x41 < 26 {
        hash = (hash ^ UInt64(unsafe bytes[unchecked: offset] | 0x20)) &* prime
        offset &+= 1
      }
      let small = offset
      // Safe: as above.
      while offset < bytes.count, unsafe bytes[unchecked: offset] &- 0x61 < 26 {
        hash = (hash ^ UInt64(unsafe bytes[unchecked: offset])) &* prime
        offset &+= 1
      }
      if offset &- start > 1 { body(hash, start..<offset) }
      // A capital behind a small letter begins the next word; all else stands between words.
      if offset == small || offset < bytes.count && bytes[offset] &- 0x41 >= 26 { offset &+= 1 }
    }
  }

  /// The hash that `eachWord` gives for a word in lower case.
  static func hash(of word: String) -> UInt64 {
    word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
