import HTML

/// The numbers that the block model decides by, one row a block.
struct BlockFeatures {
  /// What a feature is called in the training data, in the order of the rows.
  static let names: [String] =
    own + Surroundings.names + neighbours + place + containers

  private static let own = [
    "bytes", "words", "linkDensity", "stops", "commas", "endsSentence", "capitals", "digits",
    "wordLength", "isProse", "isParagraph", "heading", "isItem", "isCell", "isDivision",
    "isCaption", "isQuote", "isPre", "isTerm", "near", "far", "depth", "phrase", "isByline",
    "isDate", "repeats", "titleOverlap", "descriptionOverlap", "articleBodyOverlap",
  ]
  private static let neighbours = ["p1", "p2", "n1", "n2"].flatMap { side in
    ["bytes", "linkDensity", "isProse", "sameTag", "sameParent", "heading", "near"]
      .map { side + $0 }
  }
  private static let place = [
    "index", "bytesBefore", "proseBefore", "proseAfter", "behindTitle", "fromTitle",
    "sinceProse", "untilProse",
  ]
  private static let containers =
    ["c0", "c1", "c2", "c3"].flatMap { level in
      ["bytes", "linkDensity", "prose", "proseBlocks", "proseShare"].map { level + $0 }
    } + ["inCore50", "inCore75", "inCore90", "coreDistance", "pageProse"]

  /// The rows, one behind the other.
  private(set) var values: [Float] = []
  /// The number of rows.
  private(set) var count = 0

  /// The numbers of one block.
  func row(_ block: Int) -> ArraySlice<Float> {
    values[block * Self.names.count..<(block + 1) * Self.names.count]
  }

  init(
    _ segmenter: PageSegmenter, _ measures: [BlockMeasures], _ signs: PageSigns
  ) {
    let blocks = segmenter.blocks
    guard !blocks.isEmpty else { return }
    values.reserveCapacity(blocks.count * Self.names.count)
    let elements = segmenter.elements
    let pageProse = max(1, elements[0].prose)
    let pageBytes = max(1, elements[0].bytes)
    let cores = [0.5, 0.75, 0.9].map { Self.core(elements, share: $0) }
    var repeats: [Int: Int] = [:]
    let keys = measures.map { measure in
      var hasher: UInt64 = 0xCBF2_9CE4_8422_2325
      for hash in measure.hashes { hasher = (hasher ^ UInt64(hash)) &* 0x100_0000_01B3 }
      return Int(truncatingIfNeeded: hasher)
    }
    for key in keys { repeats[key, default: 0] += 1 }
    var bytesBefore = 0
    var proseBefore = 0
    var lastProse = -1
    var nextProse = Self.distancesToProse(measures)
    nextProse.append(blocks.count)
    for index in blocks.indices {
      let block = blocks[index]
      let measure = measures[index]
      let element = elements[block.element]
      var row: [Float] = []
      row.reserveCapacity(Self.names.count)
      // The block itself.
      row += [
        Self.log(measure.bytes), Self.log(measure.words), measure.linkDensity,
        Float(min(measure.stops, 12)), Float(min(measure.commas, 12)),
        measure.endsSentence ? 1 : 0, Self.share(measure.capitals, measure.words),
        Self.share(measure.digits, measure.bytes), Self.share(measure.bytes, measure.words),
        measure.isProse ? 1 : 0,
      ]
      row += Self.tags(element.tag)
      row += [
        Self.near(elements, block.element), Self.far(elements, block.element),
        Float(min(element.depth, 40)), signs.phrases[index], signs.bylines[index] ? 1 : 0,
        signs.dates[index] ? 1 : 0, Float(min(repeats[keys[index]] ?? 1, 5)),
        signs.titleOverlap[index], signs.descriptionOverlap[index], signs.articleBodyOverlap[index],
      ]
      for bit in 0..<Surroundings.count {
        row.append(element.around.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0)
      }
      // The blocks around it.
      for distance in [-1, -2, 1, 2] {
        let other = index + distance
        guard blocks.indices.contains(other) else {
          row += [0, 0, 0, 0, 0, 0, 0]
          continue
        }
        let its = elements[blocks[other].element]
        row += [
          Self.log(measures[other].bytes), measures[other].linkDensity,
          measures[other].isProse ? 1 : 0, its.tag == element.tag ? 1 : 0,
          its.parent == element.parent ? 1 : 0, Self.heading(its.tag),
          Self.near(elements, blocks[other].element),
        ]
      }
      // Its place on the page.
      row += [
        Float(index) / Float(blocks.count), Float(bytesBefore) / Float(pageBytes),
        Float(proseBefore) / Float(pageProse),
        Float(pageProse - proseBefore) / Float(pageProse),
        signs.titleBlock.map { index > $0 ? 1 : index == $0 ? 0 : -1 } ?? -2,
        signs.titleBlock.map { Float(max(-30, min(60, index - $0))) } ?? -40,
        Float(min(index - lastProse, 20)), Float(min(nextProse[index], 20)),
      ]
      // The elements around it.
      var container = element.parent < 0 ? block.element : element.parent
      if element.tag == .div || element.tag == .section || element.tag == .article {
        container = block.element
      }
      for _ in 0..<4 {
        let holder = elements[max(0, container)]
        row += [
          Self.log(holder.bytes), Self.share(holder.linked, holder.bytes), Self.log(holder.prose),
          Float(min(holder.proseBlocks, 40)), Float(holder.prose) / Float(pageProse),
        ]
        container = max(0, elements[max(0, container)].parent)
      }
      for core in cores { row.append(Self.holds(elements, core, block.element) ? 1 : 0) }
      row += [
        Self.distance(elements, from: block.element, to: cores[0]), Self.log(elements[0].prose),
      ]
      values += row
      count += 1
      bytesBefore += measure.bytes
      if measure.isProse {
        proseBefore += measure.bytes
        lastProse = index
      }
    }
  }

  private static func tags(_ tag: Tag) -> [Float] {
    let kinds: [(Tag) -> Bool] = [
      { $0 == .li }, { $0 == .td || $0 == .th || $0 == .tr },
      { $0 == .div || $0 == .section || $0 == .article || $0 == .body },
      { $0 == .figcaption || $0 == .caption }, { $0 == .blockquote }, { $0 == .pre },
      { $0 == .dt || $0 == .dd },
    ]
    return [tag == .p ? 1 : 0, heading(tag)] + kinds.map { $0(tag) ? 1 : 0 }
  }

  private static func heading(_ tag: Tag) -> Float {
    switch tag {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  static func log(_ number: Int) -> Float { number <= 0 ? 0 : Float.log1p(Float(number)) }

  private static func share(_ part: Int, _ whole: Int) -> Float {
    whole == 0 ? 0 : Float(part) / Float(whole)
  }

  /// What the class words of the block's element and the two around it say.
  static func near(_ elements: [PageElement], _ element: Int) -> Float {
    var sum: Float = 0
    var index = element
    for _ in 0..<3 where index >= 0 {
      sum += elements[index].near
      index = elements[index].parent
    }
    return sum
  }

  /// What the class words further out say.
  static func far(_ elements: [PageElement], _ element: Int) -> Float {
    var sum: Float = 0
    var index = element
    var level = 0
    while index >= 0 {
      if level >= 3 { sum += elements[index].far }
      level += 1
      index = elements[index].parent
    }
    return sum
  }

  /// The deepest element that holds a share of the page's running text.
  static func core(_ elements: [PageElement], share: Double) -> Int {
    var best = 0
    for index in elements.indices
    where Double(elements[index].prose) >= share * Double(elements[0].prose)
      && elements[index].depth > elements[best].depth
    {
      best = index
    }
    return best
  }

  static func holds(_ elements: [PageElement], _ core: Int, _ element: Int) -> Bool {
    var index = element
    while index > core { index = elements[index].parent }
    return index == core
  }

  /// How many elements must be left from a block to reach one that holds the core too.
  private static func distance(_ elements: [PageElement], from element: Int, to core: Int) -> Float
  {
    var index = element
    var steps = 0
    while index >= 0, !holds(elements, index, core), steps < 20 {
      index = elements[index].parent
      steps += 1
    }
    return Float(steps)
  }

  private static func distancesToProse(_ measures: [BlockMeasures]) -> [Int] {
    var result = Array(repeating: 99, count: measures.count)
    var last = 99
    for index in measures.indices.reversed() {
      last = measures[index].isProse ? 0 : last + 1
      result[index] = last
    }
    return result
  }
}

extension Surroundings {
  static let names = [
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "list", "table",
    "quote", "caption", "section", "details", "hidden", "articleBody", "dialog",
  ]
}

extension Float {
  /// ln(1 + x), to the accuracy that the block model needs, and the same on every machine.
  static func log1p(_ value: Float) -> Float {
    let number = Double(value) + 1
    var mantissa = number.significand
    var exponent = Double(number.exponent)
    if mantissa > 1.414 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)))
    return Float(exponent * 0.693147180559945 + 2 * ratio * series)
  }
}
