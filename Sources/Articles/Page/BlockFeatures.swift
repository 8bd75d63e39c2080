import HTML

/// The numbers that the block model decides by, one row a block: the block itself, the blocks around
/// it, the heading above it, its place, and the elements, lists and templates that it belongs to.
struct BlockFeatures {
  /// What a feature is called in the training data, in the order of the rows.
  static let names: [String] =
    own + Surroundings.names + neighbours + windows + heading + groups + place + containers + cores

  private static let own = [
    "size", "words", "linkDensity", "stops", "commas", "endsSentence", "leadsOn", "capitals",
    "upper", "stressed", "digits", "wordLength", "isProse", "isParagraph", "heading", "isItem",
    "isCell", "isDivision",
    "isCaption", "isQuote", "isPre", "isTerm", "near", "far", "leastFar", "greatestFar", "said",
    "depth", "phrase", "isByline", "isDate", "repeats", "isRepeat", "titleOverlap",
    "descriptionOverlap", "articleBodyOverlap",
  ]
  private static let offsets = [-1, -2, -3, 1, 2, 3]
  private static let neighbours = ["p1", "p2", "p3", "n1", "n2", "n3"].flatMap { side in
    ["size", "linkDensity", "isProse", "sameShape", "sameParent", "heading", "near", "said"]
      .map { side + $0 }
  }
  private static let reaches = [3, 8]
  private static let windows = ["w3", "w8"].flatMap { reach in
    ["size", "linkDensity", "prose"].map { reach + $0 }
  }
  private static let heading = [
    "hLevel", "hPhrase", "hSaid", "hNear", "hBlocks", "hProse", "hHolds",
  ]
  private static let groups =
    ["template", "shape"].flatMap { group in
      ["Size", "Share", "LinkDensity", "Count", "Prose"].map { group + $0 }
    } + ["listSize", "listLinkDensity", "listBlocks", "listProse"]
  private static let place = [
    "index", "sizeBefore", "proseBefore", "proseAfter", "behindTitle", "fromTitle",
    "sinceProse", "untilProse", "behindComments", "articleNumber", "articleProse",
  ]
  private static let containers = ["c0", "c1", "c2", "c3"].flatMap { level in
    ["size", "linkDensity", "prose", "proseBlocks", "proseShare", "near"].map { level + $0 }
  }
  private static let cores = [
    "inCore50", "inCore75", "inCore90", "coreDistance", "sinceCore", "untilCore", "pageProse",
    "pageBlocks", "pageLinkDensity",
  ]

  /// The rows, one behind the other.
  private(set) var values: [Float] = []
  /// The number of rows.
  private(set) var count = 0
  /// How many numbers a row has.
  static let width = names.count

  /// The numbers of one block.
  func row(_ block: Int) -> ArraySlice<Float> {
    values[block * Self.width..<(block + 1) * Self.width]
  }

  init(_ layout: PageLayout) {
    count = layout.blocks.count
    values = Array(capacity: count * Self.width) { values in
      for index in layout.blocks.indices {
        Self.appendOwn(layout, index, &values)
        Self.appendNeighbours(layout, index, &values)
        Self.appendHeading(layout, index, &values)
        Self.appendGroups(layout, index, &values)
        Self.appendPlace(layout, index, &values)
        Self.appendContainers(layout, index, &values)
      }
    }
    assert(values.count == count * Self.width)
  }

  private static func appendOwn(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    let (measure, signs) = (layout.measures[index], layout.signs)
    let element = layout.elements[layout.blocks[index].element]
    values.append(Self.log(measure.size))
    values.append(Self.log(measure.words))
    values.append(measure.linkDensity)
    values.append(Float(min(measure.stops, 12)))
    values.append(Float(min(measure.commas, 12)))
    values.append(measure.endsSentence ? 1 : 0)
    values.append(measure.leadsOn ? 1 : 0)
    values.append(Self.share(measure.capitals, measure.words))
    values.append(Self.share(measure.upper, measure.upper + measure.lower))
    values.append(Self.share(layout.blocks[index].stressed, measure.bytes))
    values.append(Self.share(measure.digits, measure.size))
    values.append(Self.share(measure.size, measure.words))
    values.append(measure.isProse ? 1 : 0)
    appendTag(element.tag, &values)
    values.append(layout.near[index])
    values.append(layout.far[index])
    values.append(element.leastFar)
    values.append(element.greatestFar)
    values.append(layout.said[index])
    values.append(Float(min(element.depth, 40)))
    values.append(signs.phrases[index])
    values.append(signs.bylines[index] ? 1 : 0)
    values.append(signs.dates[index] ? 1 : 0)
    values.append(Float(min(layout.repeats[index].all, 5)))
    values.append(Float(min(layout.repeats[index].before, 5)))
    values.append(signs.titleOverlap[index])
    values.append(signs.descriptionOverlap[index])
    values.append(signs.articleBodyOverlap[index])
    for bit in 0..<Surroundings.count {
      values.append(element.around.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0)
    }
  }

  private static func appendTag(_ tag: Tag, _ values: inout OutputSpan<Float>) {
    values.append(tag == .p ? 1 : 0)
    values.append(tag.level)
    values.append(tag == .li ? 1 : 0)
    values.append(tag == .td || tag == .th || tag == .tr ? 1 : 0)
    values.append(tag == .div || tag == .section || tag == .article || tag == .body ? 1 : 0)
    values.append(tag == .figcaption || tag == .caption ? 1 : 0)
    values.append(tag == .blockquote ? 1 : 0)
    values.append(tag == .pre ? 1 : 0)
    values.append(tag == .dt || tag == .dd ? 1 : 0)
  }

  private static func appendNeighbours(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    let element = layout.elements[layout.blocks[index].element]
    for offset in Self.offsets {
      let other = index + offset
      guard other >= 0, other < layout.blocks.count else {
        for _ in 0..<8 { values.append(0) }
        continue
      }
      let its = layout.blocks[other].element
      values.append(Self.log(layout.measures[other].size))
      values.append(layout.measures[other].linkDensity)
      values.append(layout.measures[other].isProse ? 1 : 0)
      values.append(layout.elements[its].shape == element.shape ? 1 : 0)
      values.append(layout.elements[its].parent == element.parent ? 1 : 0)
      values.append(layout.elements[its].tag.level)
      values.append(layout.near[other])
      values.append(layout.said[other])
    }
    for reach in Self.reaches {
      let sums = layout.sums(from: index - reach, to: index + reach + 1)
      values.append(Self.log(sums.size / (2 * reach + 1)))
      values.append(Self.share(sums.linked, sums.size))
      values.append(Self.share(sums.prose, sums.size))
    }
  }

  private static func appendHeading(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    guard let heading = layout.headings[index] else {
      for value: Float in [0, 0, 0, 0, 60, 0, 0] { values.append(value) }
      return
    }
    let element = layout.elements[layout.blocks[heading].element]
    values.append(element.tag.level)
    values.append(layout.signs.phrases[heading])
    values.append(layout.said[heading])
    values.append(layout.near[heading])
    values.append(Float(min(index - heading, 60)))
    values.append(Self.log(layout.sums(from: heading, to: index).prose))
    values.append(layout.holds(max(0, element.parent), layout.blocks[index].element) ? 1 : 0)
  }

  private static func appendGroups(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    let element = layout.elements[layout.blocks[index].element]
    for group in [layout.templates[index], layout.shapes[index]] {
      values.append(Self.log(group.size))
      values.append(Self.share(group.prose, layout.pageProse))
      values.append(Self.share(group.linked, group.size))
      values.append(Self.log(group.blocks))
      values.append(Self.share(group.proseBlocks, group.blocks))
    }
    guard element.list >= 0 else {
      for value: Float in [0, -1, 0, -1] { values.append(value) }
      return
    }
    let list = layout.elements[element.list]
    values.append(Self.log(list.size))
    values.append(Self.share(list.linked, list.bytes))
    values.append(Self.log(list.blocks))
    values.append(Self.share(list.prose, list.size))
  }

  private static func appendPlace(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    let before = layout.sums(from: 0, to: index)
    let title = layout.signs.titleBlock
    values.append(Float(index) / Float(layout.blocks.count))
    values.append(Self.share(before.size, max(1, layout.elements[0].size)))
    values.append(Self.share(before.prose, layout.pageProse))
    values.append(Self.share(layout.pageProse - before.prose, layout.pageProse))
    values.append(title.map { index > $0 ? 1 : index == $0 ? 0 : -1 } ?? -2)
    values.append(title.map { Float(max(-30, min(60, index - $0))) } ?? -40)
    values.append(Float(min(index - layout.lastProse[index], 20)))
    values.append(Float(min(layout.nextProse[index] - index, 20)))
    values.append(Float(min(layout.commentMarks[index], 3)))
    let article = layout.elements[layout.blocks[index].element].article
    values.append(article < 0 ? -1 : Float(min(layout.articleNumbers[article] ?? 0, 6)))
    values.append(
      article < 0 ? -1 : Self.share(layout.elements[article].prose, layout.pageProse))
  }

  private static func appendContainers(
    _ layout: PageLayout, _ index: Int, _ values: inout OutputSpan<Float>
  ) {
    let own = layout.blocks[index].element
    let element = layout.elements[own]
    var container = max(0, element.parent)
    if element.tag == .div || element.tag == .section || element.tag == .article { container = own }
    for _ in 0..<4 {
      let holder = layout.elements[container]
      values.append(Self.log(holder.size))
      values.append(Self.share(holder.linked, holder.bytes))
      values.append(Self.log(holder.prose))
      values.append(Float(min(holder.proseBlocks, 40)))
      values.append(Self.share(holder.prose, layout.pageProse))
      values.append(holder.near)
      container = max(0, holder.parent)
    }
    for core in layout.cores { values.append(layout.holds(core, own) ? 1 : 0) }
    values.append(layout.steps(from: own, to: layout.cores[0]))
    values.append(Float(max(-20, min(40, index - layout.coreBlocks.lowerBound))))
    values.append(Float(max(-20, min(40, layout.coreBlocks.upperBound - index))))
    values.append(Self.log(layout.pageProse))
    values.append(Self.log(layout.blocks.count))
    values.append(Self.share(layout.elements[0].linked, layout.elements[0].bytes))
  }

  static func log(_ number: Int) -> Float {
    if number <= 0 { return 0 }
    return number < logarithms.count ? logarithms[number] : Float.log1p(Float(number))
  }

  /// Of the numbers that are asked for most.
  private static let logarithms = (0..<4096).map { Float.log1p(Float($0)) }

  static func share(_ part: Int, _ whole: Int) -> Float {
    whole == 0 ? 0 : Float(part) / Float(whole)
  }
}

extension Tag {
  /// The level of a heading, 0 for all other elements.
  var level: Float {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
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
