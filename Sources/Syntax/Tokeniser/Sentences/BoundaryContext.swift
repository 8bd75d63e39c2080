/// What the model of sentence boundaries sees of a text.
struct BoundaryContext {
  private let pieces: [Piece]
  /// Per piece: the shape, a hash of the word in lower case, the quotes open before it.
  private let shapes: [WordShape]
  private let words: [UInt32]
  private let quotes: [UInt8]
  /// The distance from each piece to the next mark that ends a sentence, and whether the
  /// paragraph ends before.
  private let distances: [UInt16]

  init(_ pieces: [Piece], in utf8: [UInt8]) {
    self.pieces = pieces
    var shapes: [WordShape] = []
    var words: [UInt32] = []
    var quotes: [UInt8] = []
    shapes.reserveCapacity(pieces.count)
    words.reserveCapacity(pieces.count)
    quotes.reserveCapacity(pieces.count)
    var isOpen = false
    var depth = 0
    for piece in pieces {
      if piece.gap == .paragraph {
        isOpen = false
        depth = 0
      }
      let word = utf8[piece.bytes]
      let shape = WordShape(word, isAbbreviation: piece.isAbbreviation)
      quotes.append((isOpen ? 1 : 0) | (depth > 0 ? 2 : 0))
      switch shape {
      case .quote where word.first == 0x22: isOpen.toggle()
      case .openQuote: isOpen = true
      case .closeQuote where !piece.continuesWord: isOpen = false
      case .opener: depth += 1
      case .closer: depth = max(0, depth - 1)
      default: break
      }
      shapes.append(shape)
      words.append(BoundaryContext.hash(word))
    }
    var distances = [UInt16](repeating: 0, count: pieces.count)
    var distance: UInt16 = 0x8000
    for index in pieces.indices.reversed() {
      if shapes[index].isTerminal { distance = 0 }
      distances[index] = distance
      if distance & 0x7FFF < 0x7FFE { distance += 1 }
      if pieces[index].gap == .paragraph { distance = 0x8000 }
    }
    self.shapes = shapes
    self.words = words
    self.quotes = quotes
    self.distances = distances
  }

  /// FNV-1a over the letters in lower case.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word.prefix(24) {
      let plain = 0x41...0x5A ~= byte ? byte | 0x20 : 0x30...0x39 ~= byte ? 0x30 : byte
      hash = (hash ^ UInt32(plain)) &* 0x0100_0193
    }
    return hash
  }

  /// Whether the model should look at the place before a piece: behind a mark, at a line's end,
  /// or before what doesn't begin in lower case.
  func mayEnd(before index: Int) -> Bool {
    if pieces[index].continuesWord { return false }
    let before = shapes[index - 1]
    if pieces[index].gap == .none {
      return before.isTerminal || before.closes || shapes[index] == .bullet
    }
    if pieces[index].gap == .line { return true }
    switch before {
    case .lower, .capitalised, .upper, .comma, .number, .letter, .mixed:
      return shapes[index] != .lower && shapes[index] != .comma && shapes[index] != .stop
    default: return true
    }
  }

  /// Adds what stands around the place before a piece in a sentence that begins at `start`.
  func addFeatures(before index: Int, start: Int, to features: inout [UInt32]) {
    func shape(_ at: Int) -> UInt32 {
      at >= 0 && at < shapes.count ? shapes[at].rawValue + 1 : 0
    }
    func word(_ at: Int) -> UInt32 { at >= 0 && at < words.count ? words[at] : 0 }
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      var hash = (template &+ 1) &* 0x9E37_79B1
      hash = (hash ^ a) &* 0x85EB_CA6B
      hash ^= hash >> 15
      hash = (hash ^ b) &* 0xC2B2_AE35
      hash ^= hash >> 13
      hash = (hash ^ c) &* 0x27D4_EB2F
      hash ^= hash >> 16
      features.append(hash & UInt32(BoundaryModel.size - 1))
    }
    let gap = UInt32(pieces[index].gap.rawValue)
    // The last piece that doesn't merely close.
    var mark = index - 1
    while mark > start, shapes[mark].closes, pieces[mark].gap == .none { mark -= 1 }
    let closers = UInt32(min(index - 1 - mark, 2))
    let length = BoundaryContext.bucket(index - start)
    let ahead = distances[index]
    let next = BoundaryContext.bucket(Int(ahead & 0x7FFF)) | (ahead & 0x8000 != 0 ? 16 : 0)
    let quoted = UInt32(quotes[index])

    add(0, gap)
    add(1, shape(mark), shape(index), gap)
    add(2, shape(mark), shape(index), closers)
    add(3, shape(index - 1), shape(index), shape(index + 1))
    add(4, shape(mark - 1), shape(mark), shape(index))
    add(5, word(mark), shape(index))
    add(6, word(mark), gap)
    add(7, word(index), shape(mark))
    add(8, word(index), shape(index), gap)
    add(9, word(mark), word(index))
    add(10, word(mark - 1), shape(mark), shape(index))
    add(11, word(index + 1), shape(index), shape(mark))
    add(12, word(index), word(index + 1))
    add(13, word(index - 1), shape(index), shape(index + 1))
    add(14, shape(index), shape(index + 1), shape(index + 2))
    add(15, length, shape(mark), shape(index))
    add(16, next, shape(mark), shape(index))
    add(17, quoted, shape(mark) << 8 | shape(index - 1), shape(index))
    add(18, length, next, shape(mark))
    add(19, shape(start), shape(mark), shape(index))
    add(20, word(mark - 1), word(mark))
    add(21, shape(mark - 2), shape(mark - 1), shape(mark) << 8 | shape(index))
    add(22, word(start), shape(mark))
    add(23, gap, shape(mark) << 8 | shape(index), length)
    add(24, gap, next, shape(mark) << 8 | shape(index))
    add(25, word(index + 2), shape(index))
    add(26, shape(index - 1), gap, quoted)
    add(27, word(index), shape(index + 1), shape(mark))
  }

  /// 0, 1, 2, 3, 4, up to 6, 9, 14, 20, 30, more.
  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case 0...4: UInt32(count)
    case 5...6: 5
    case 7...9: 6
    case 10...14: 7
    case 15...20: 8
    case 21...30: 9
    default: 10
    }
  }
}
