import HTML

/// How a page's blocks stand to each other: what features of all kinds are computed from.
struct PageLayout {
  let blocks: [PageBlock]
  let elements: [PageElement]
  let measures: [BlockMeasures]
  let signs: PageSigns

  /// Counts over some of the blocks.
  struct Sums {
    var size = 0
    var linked = 0
    var prose = 0
    var blocks = 0
    var proseBlocks = 0

    @inline(__always)
    mutating func add(_ measure: borrowing BlockMeasures) {
      size += measure.size
      linked += Int(measure.linkDensity * Float(measure.size))
      blocks += 1
      guard measure.isProse else { return }
      prose += measure.size
      proseBlocks += 1
    }
  }

  /// Blocks with something in common.
  struct Groups {
    /// By block: the group that it belongs to.
    fileprivate(set) var numbers: [Int] = []
    fileprivate(set) var sums: [Sums] = []
  }

  /// What the block's own words say.
  private(set) var said: [Float] = []
  /// How often the same words stand on the page, and how often before.
  private(set) var repeats: [(all: Int, before: Int)] = []
  /// By block: the heading above it, -1 where there is none.
  private(set) var headings: [Int] = []
  /// By block: how many openings of readers' comments stand before it.
  private(set) var commentMarks: [Int] = []
  /// By element: its number among the page's articles with running text, 0 for all others.
  private(set) var articleNumbers: [Int] = []
  /// The blocks that one template made.
  private(set) var templates = Groups()
  /// The blocks whose elements have the same tag and class words.
  private(set) var shapes = Groups()
  /// The deepest elements that hold a half and three parts of four of the running text.
  private(set) var cores = [0, 0]
  /// How far each element stands from the first of these.
  private(set) var coreDistance: [Float] = []
  /// The first block of running text in the second of these.
  private(set) var coreStart = 0
  let pageProse: Int

  /// The sums over the blocks before each, and over all.
  private var running: [Sums] = [Sums()]

  init(_ texts: BlockTexts, _ signs: PageSigns, _ words: TextWords) {
    blocks = texts.segmenter.blocks
    elements = texts.segmenter.elements
    measures = texts.measures
    self.signs = signs
    pageProse = max(1, elements.first?.prose ?? 0)
    guard !blocks.isEmpty else { return }
    countRunning()
    let hashes = texts.hashes
    said = blocks.indices.map { words.score(hashes.range(of: $0), of: hashes.all.span) }
    countRepeats(hashes)
    findHeadings()
    numberArticles()
    templates = groups { elements[$0].template }
    shapes = groups { elements[$0].shape }
    cores = [core(share: 0.5), core(share: 0.75)]
    measureCoreDistance()
    coreStart =
      blocks.indices.first { measures[$0].isProse && holds(cores[1], blocks[$0].element) } ?? 0
  }

  /// The running text from a block up to another.
  func prose(from first: Int, to end: Int) -> Int { running[end].prose - running[first].prose }

  /// What stands before a block.
  func before(_ block: Int) -> Sums { running[block] }

  /// The share of links in a block and so many before and behind it, as far as they lie on the page.
  func linkDensity(around block: Int, reach: Int) -> Float {
    let from = running[max(0, block - reach)]
    let to = running[min(block + reach + 1, blocks.count)]
    return BlockFeatures.share(to.linked - from.linked, to.size - from.size)
  }

  /// Whether an element stands in another, or is it.
  @inline(__always)
  func holds(_ outer: Int, _ element: Int) -> Bool {
    element >= outer && element < elements[outer].end
  }

  /// For each element how many must be left, itself the first, to reach one that holds the first core.
  private mutating func measureCoreDistance() {
    var distances = [Float](repeating: 0, count: elements.count)
    for index in elements.indices where !holds(index, cores[0]) {
      let parent = elements[index].parent
      distances[index] = min(20, parent < 0 ? 1 : distances[parent] + 1)
    }
    coreDistance = distances
  }

  private mutating func numberArticles() {
    articleNumbers = Array(repeating: 0, count: elements.count)
    var count = 0
    for index in elements.indices where elements[index].article == index {
      guard elements[index].prose > 0 else { continue }
      count += 1
      articleNumbers[index] = count
    }
  }

  /// The deepest element that holds a share of the page's running text.
  private func core(share: Double) -> Int {
    var best = 0
    let enough = share * Double(elements[0].prose)
    for index in elements.indices
    where elements[index].depth > elements[best].depth && Double(elements[index].prose) >= enough {
      best = index
    }
    return best
  }

  private mutating func countRunning() {
    var sums = Sums()
    running += measures.map { measure in
      sums.add(measure)
      return sums
    }
  }

  private mutating func countRepeats(_ hashes: BlockHashes) {
    var texts = HashNumbers(capacity: blocks.count)
    var counts: [Int] = []
    var numbers: [Int] = []
    numbers.reserveCapacity(blocks.count)
    let words = hashes.all.span
    for block in blocks.indices {
      var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
      for at in hashes.range(of: block) { mixed = (mixed ^ UInt64(words[at])) &* 0x100_0000_01B3 }
      numbers.append(texts.number(of: mixed))
    }
    repeats = numbers.map { number in
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      return (0, counts[number] - 1)
    }
    for (index, number) in numbers.enumerated() { repeats[index].all = counts[number] }
  }

  private mutating func findHeadings() {
    var heading = -1
    var marks = 0
    headings.reserveCapacity(blocks.count)
    commentMarks.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      headings.append(heading)
      commentMarks.append(marks)
      if signs.phrases[index] == 3 { marks += 1 }
      if elements[block.element].tag.isHeading { heading = index }
    }
  }

  /// The blocks in groups by what their elements have in common.
  @inline(__always)
  private func groups(by key: (Int) -> UInt64) -> Groups {
    var numbers = HashNumbers(capacity: 64)
    var groups = Groups()
    groups.numbers = blocks.indices.map { block in
      let number = numbers.number(of: key(blocks[block].element))
      if number == groups.sums.count { groups.sums.append(Sums()) }
      groups.sums[number].add(measures[block])
      return number
    }
    return groups
  }
}
