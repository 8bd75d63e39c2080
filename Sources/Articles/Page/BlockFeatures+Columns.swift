import HTML

/// What is computed of one block.
extension BlockFeatures {
  static func appendOwn(
    _ layout: PageLayout, _ index: Int, _ row: inout Row
  ) {
    let (measure, signs) = (layout.measures[index], layout.signs)
    let element = layout.elements[layout.blocks[index].element]
    row.append(Self.log(measure.size))
    row.append(Self.log(measure.words))
    row.append(measure.linkDensity)
    row.append(Float(min(measure.stops, 12)))
    row.append(Float(min(measure.commas, 12)))
    row.append(measure.endsSentence ? 1 : 0)
    row.append(measure.leadsOn ? 1 : 0)
    row.append(Self.share(measure.capitals, measure.words))
    row.append(Self.share(measure.upper, measure.upper + measure.lower))
    row.append(Self.share(layout.blocks[index].stressed, measure.bytes))
    row.append(Self.share(measure.digits, measure.size))
    row.append(Self.share(measure.size, measure.words))
    row.append(measure.isProse ? 1 : 0)
    appendTag(element.tag, &row)
    row.append(layout.near[index])
    row.append(layout.far[index])
    row.append(element.leastFar)
    row.append(element.greatestFar)
    row.append(layout.said[index])
    row.append(Float(min(element.depth, 40)))
    row.append(signs.phrases[index])
    row.append(signs.bylines[index] ? 1 : 0)
    row.append(signs.dates[index] ? 1 : 0)
    row.append(Float(min(layout.repeats[index].all, 5)))
    row.append(Float(min(layout.repeats[index].before, 5)))
    row.append(signs.titleOverlap[index])
    row.append(signs.descriptionOverlap[index])
    row.append(signs.articleBodyOverlap[index])
    for bit in 0..<Surroundings.count {
      row.append(element.around.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0)
    }
  }

  static func appendTag(_ tag: Tag, _ row: inout Row) {
    row.append(tag == .p ? 1 : 0)
    row.append(tag.level)
    row.append(tag == .li ? 1 : 0)
    row.append(tag == .td || tag == .th || tag == .tr ? 1 : 0)
    row.append(tag == .div || tag == .section || tag == .article || tag == .body ? 1 : 0)
    row.append(tag == .figcaption || tag == .caption ? 1 : 0)
    row.append(tag == .blockquote ? 1 : 0)
    row.append(tag == .pre ? 1 : 0)
    row.append(tag == .dt || tag == .dd ? 1 : 0)
  }

  /// Whether the blocks behind are like it, and what stands around it.
  static func appendPairs(
    _ layout: PageLayout, _ index: Int, _ row: inout Row
  ) {
    let own = layout.blocks[index].element
    for other in index + 1...index + Self.reach {
      guard other < layout.blocks.count else {
        row.append(0)
        row.append(0)
        continue
      }
      let its = layout.blocks[other].element
      row.append(layout.elements[its].shape == layout.elements[own].shape ? 1 : 0)
      row.append(layout.elements[its].parent == layout.elements[own].parent ? 1 : 0)
    }
    appendWindow(layout, index, 3, &row)
    appendWindow(layout, index, 8, &row)
  }

  private static func appendWindow(
    _ layout: PageLayout, _ index: Int, _ reach: Int, _ row: inout Row
  ) {
    let sums = layout.sums(from: index - reach, to: index + reach + 1)
    row.append(Self.log(sums.size / (2 * reach + 1)))
    row.append(Self.share(sums.linked, sums.size))
    row.append(Self.share(sums.prose, sums.size))
  }

  static func appendHeading(
    _ layout: PageLayout, _ index: Int, _ row: inout Row
  ) {
    guard let heading = layout.headings[index] else {
      for value in 0..<7 { row.append(value == 4 ? 60 : 0) }
      return
    }
    let element = layout.elements[layout.blocks[heading].element]
    row.append(element.tag.level)
    row.append(layout.signs.phrases[heading])
    row.append(layout.said[heading])
    row.append(layout.near[heading])
    row.append(Float(min(index - heading, 60)))
    row.append(Self.log(layout.sums(from: heading, to: index).prose))
    row.append(layout.holds(max(0, element.parent), layout.blocks[index].element) ? 1 : 0)
  }

  static func appendGroups(
    _ layout: PageLayout, _ index: Int, _ row: inout Row
  ) {
    let element = layout.elements[layout.blocks[index].element]
    appendGroup(layout, layout.templates[index], &row)
    appendGroup(layout, layout.shapes[index], &row)
    guard element.list >= 0 else {
      for value in 0..<4 { row.append(value % 2 == 0 ? 0 : -1) }
      return
    }
    let list = layout.elements[element.list]
    row.append(Self.log(list.size))
    row.append(Self.share(list.linked, list.bytes))
    row.append(Self.log(list.blocks))
    row.append(Self.share(list.prose, list.size))
  }

  private static func appendGroup(
    _ layout: PageLayout, _ group: PageLayout.Sums, _ row: inout Row
  ) {
    row.append(Self.log(group.size))
    row.append(Self.share(group.prose, layout.pageProse))
    row.append(Self.share(group.linked, group.size))
    row.append(Self.log(group.blocks))
    row.append(Self.share(group.proseBlocks, group.blocks))
  }

  static func appendPlace(
    _ layout: PageLayout, _ index: Int, _ row: inout Row
  ) {
    let before = layout.sums(from: 0, to: index)
    let title = layout.signs.titleBlock
    row.append(Float(index) / Float(layout.blocks.count))
    row.append(Self.share(before.size, max(1, layout.elements[0].size)))
    row.append(Self.share(before.prose, layout.pageProse))
    row.append(Self.share(layout.pageProse - before.prose, layout.pageProse))
    row.append(title.map { index > $0 ? 1 : index == $0 ? 0 : -1 } ?? -2)
    row.append(title.map { Float(max(-30, min(60, index - $0))) } ?? -40)
    row.append(Float(min(index - layout.lastProse[index], 20)))
    row.append(Float(min(layout.nextProse[index] - index, 20)))
    row.append(Float(min(layout.commentMarks[index], 3)))
    let article = layout.elements[layout.blocks[index].element].article
    row.append(article < 0 ? -1 : Float(min(layout.articleNumbers[article], 6)))
    row.append(
      article < 0 ? -1 : Self.share(layout.elements[article].prose, layout.pageProse))
  }

  /// What is computed once of an element that holds blocks.
  struct Holder {
    let parent: Int
    let size: Float
    let linkDensity: Float
    let prose: Float
    let proseBlocks: Float
    let proseShare: Float
    let near: Float

    init(_ element: borrowing PageElement, pageProse: Int) {
      parent = max(0, element.parent)
      size = BlockFeatures.log(element.size)
      linkDensity = BlockFeatures.share(element.linked, element.bytes)
      prose = BlockFeatures.log(element.prose)
      proseBlocks = Float(min(element.proseBlocks, 40))
      proseShare = BlockFeatures.share(element.prose, pageProse)
      near = element.near
    }
  }

  static func appendContainers(
    _ layout: PageLayout, _ index: Int, _ holders: [Holder], _ row: inout Row
  ) {
    let own = layout.blocks[index].element
    let tag = layout.elements[own].tag
    var container = own
    if tag != .div, tag != .section, tag != .article { container = holders[own].parent }
    for _ in 0..<4 {
      let holder = holders[container]
      row.append(holder.size)
      row.append(holder.linkDensity)
      row.append(holder.prose)
      row.append(holder.proseBlocks)
      row.append(holder.proseShare)
      row.append(holder.near)
      container = holder.parent
    }
    for core in 0..<3 { row.append(layout.holds(layout.cores[core], own) ? 1 : 0) }
    row.append(layout.coreDistance[own])
    row.append(Float(max(-20, min(40, index - layout.coreBlocks.lowerBound))))
    row.append(Float(max(-20, min(40, layout.coreBlocks.upperBound - index))))
    row.append(Self.log(layout.pageProse))
    row.append(Self.log(layout.blocks.count))
    row.append(Self.share(layout.elements[0].linked, layout.elements[0].bytes))
  }
}
