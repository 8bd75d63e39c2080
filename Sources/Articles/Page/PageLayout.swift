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
  }

  /// What the class words of a block's element and the two around it say.
  private(set) var near: [Float] = []
  /// What the class words further out say.
  private(set) var far: [Float] = []
  /// What the block's own words say.
  private(set) var said: [Float] = []
  /// How often the same words stand on the page, and how often before.
  private(set) var repeats: [(all: Int, before: Int)] = []
  /// The heading above each block.
  private(set) var headings: [Int?] = []
  /// How many openings of readers' comments stand before each.
  private(set) var commentMarks: [Int] = []
  /// The number among the page's articles with running text of each element that is one, else 0.
  private(set) var articleNumbers: [Int] = []
  /// The last block of running text before each, -1 where there is none, and the next from it on.
  private(set) var lastProse: [Int] = []
  private(set) var nextProse: [Int] = []
  /// The sums over the blocks that one template made, for each block.
  private(set) var templates: [Sums] = []
  private(set) var shapes: [Sums] = []
  /// The deepest elements that hold a half, three and nine parts of ten of the running text.
  private(set) var cores: [Int] = []
  /// How far each element stands from the first of these.
  private(set) var coreDistance: [Float] = []
  /// The first and the last block of running text in the second of these.
  private(set) var coreBlocks = 0...0
  let pageProse: Int

  private var running: [Sums] = [Sums()]

  init(
    _ segmenter: PageSegmenter, _ measures: [BlockMeasures], _ hashes: BlockHashes,
    _ signs: PageSigns, _ words: TextWords
  ) {
    blocks = segmenter.blocks
    elements = segmenter.elements
    self.measures = measures
    self.signs = signs
    pageProse = max(1, elements.first?.prose ?? 0)
    guard !blocks.isEmpty else { return }
    countRunning()
    readWords(words, hashes)
    countRepeats(hashes)
    findHeadings()
    numberArticles()
    templates = group(blocks.map { elements[$0.element].template })
    shapes = group(blocks.map { elements[$0.element].shape })
    cores = [0.5, 0.75, 0.9].map { core(share: $0) }
    measureCoreDistance()
    let inCore = blocks.indices.filter {
      measures[$0].isProse && holds(cores[1], blocks[$0].element)
    }
    coreBlocks = (inCore.first ?? 0)...(inCore.last ?? blocks.count - 1)
  }

  /// The sums over the blocks from one up to another, as far as they lie on the page.
  func sums(from first: Int, to end: Int) -> Sums {
    let from = running[min(max(0, first), blocks.count)]
    let to = running[min(max(0, end), blocks.count)]
    return Sums(
      size: to.size - from.size, linked: to.linked - from.linked, prose: to.prose - from.prose,
      blocks: to.blocks - from.blocks, proseBlocks: to.proseBlocks - from.proseBlocks)
  }

  /// Whether an element stands in another, or is it.
  @inline(__always)
  func holds(_ outer: Int, _ element: Int) -> Bool {
    element >= outer && element < elements[outer].end
  }

  /// For each element how many must be left, itself the first, to reach one that holds the first core.
  private mutating func measureCoreDistance() {
    coreDistance = Array(repeating: 0, count: elements.count)
    for index in elements.indices where !holds(index, cores[0]) {
      let parent = elements[index].parent
      coreDistance[index] = min(20, parent < 0 ? 1 : coreDistance[parent] + 1)
    }
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
  func core(share: Double) -> Int {
    var best = 0
    let enough = share * Double(elements[0].prose)
    for index in elements.indices
    where elements[index].depth > elements[best].depth && Double(elements[index].prose) >= enough {
      best = index
    }
    return best
  }

  private mutating func countRunning() {
    running.reserveCapacity(blocks.count + 1)
    var sums = Sums()
    var last = -1
    for (index, measure) in measures.enumerated() {
      sums.size += measure.size
      sums.linked += Int(measure.linkDensity * Float(measure.size))
      sums.blocks += 1
      if measure.isProse {
        sums.prose += measure.size
        sums.proseBlocks += 1
      }
      running.append(sums)
      lastProse.append(last)
      if measure.isProse { last = index }
    }
    nextProse = Array(repeating: 0, count: blocks.count)
    var next = blocks.count + 99
    for index in blocks.indices.reversed() {
      if measures[index].isProse { next = index }
      nextProse[index] = next
    }
  }

  private mutating func readWords(_ words: TextWords, _ hashes: BlockHashes) {
    for block in blocks.indices {
      var sum: Float = 0
      var index = blocks[block].element
      for _ in 0..<3 where index >= 0 {
        sum += elements[index].near
        index = elements[index].parent
      }
      near.append(sum)
      far.append(index >= 0 ? elements[index].farSum : 0)
      said.append(words.score(hashes[block]))
    }
  }

  private mutating func countRepeats(_ hashes: BlockHashes) {
    var texts = HashNumbers(capacity: blocks.count)
    var counts: [Int] = []
    let numbers = blocks.indices.map { block in
      texts.number(
        of: hashes[block].reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
          ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        })
    }
    repeats = numbers.map { number in
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      return (0, counts[number] - 1)
    }
    for (index, number) in numbers.enumerated() { repeats[index].all = counts[number] }
  }

  private mutating func findHeadings() {
    var heading: Int?
    var marks = 0
    for (index, block) in blocks.enumerated() {
      headings.append(heading)
      commentMarks.append(marks)
      if signs.phrases[index] == 3 { marks += 1 }
      if elements[block.element].tag.isHeading { heading = index }
    }
  }

  /// For each block the sums over all blocks with the same key.
  private func group(_ keys: [UInt64]) -> [Sums] {
    var numbers = HashNumbers(capacity: 64)
    var groups: [Sums] = []
    let members = measures.indices.map { block in
      let number = numbers.number(of: keys[block])
      if number == groups.count { groups.append(Sums()) }
      let measure = measures[block]
      groups[number].size += measure.size
      groups[number].linked += Int(measure.linkDensity * Float(measure.size))
      groups[number].blocks += 1
      if measure.isProse {
        groups[number].prose += measure.size
        groups[number].proseBlocks += 1
      }
      return number
    }
    return members.map { groups[$0] }
  }
}
