import HTML

extension BlockFeatures {
  /// What is computed of each block. What an element or a group of blocks says of all its blocks is
  /// computed once.
  struct Rows {
    private let layout: PageLayout
    private let holders: [Holder]
    private let templates: [Group]
    private let shapes: [Group]
    private let page: (prose: Float, blocks: Float, linkDensity: Float)

    init(_ layout: PageLayout) {
      self.layout = layout
      let elements = layout.elements
      holders = elements.map { Holder($0, elements, pageProse: layout.pageProse) }
      templates = layout.templates.sums.map { Group($0, pageProse: layout.pageProse) }
      shapes = layout.shapes.sums.map { Group($0, pageProse: layout.pageProse) }
      page = (
        log(layout.pageProse), log(layout.blocks.count),
        elements.isEmpty ? 0 : share(elements[0].linked, elements[0].bytes)
      )
    }

    /// Appends a block's numbers in the order of the columns.
    @inline(__always)
    func append(_ index: Int, to row: inout Row) {
      let element = layout.blocks[index].element
      appendOwn(index, element, &row)
      row.append(layout.linkDensity(around: index, reach: 3))
      row.append(layout.linkDensity(around: index, reach: 8))
      appendHeading(index, &row)
      templates[layout.templates.numbers[index]].append(to: &row)
      shapes[layout.shapes.numbers[index]].append(to: &row)
      let list = layout.elements[element].list
      row.append(list < 0 ? -1 : holders[list].linkDensity)
      appendPlace(index, element, &row)
      appendContainers(element, &row)
      appendCores(index, element, &row)
    }

    @inline(__always)
    private func appendOwn(_ index: Int, _ number: Int, _ row: inout Row) {
      let (measures, elements) = (layout.measures.span, layout.elements.span)
      let tag = elements[number].tag
      row.append(log(measures[index].size))
      row.append(log(measures[index].words))
      row.append(measures[index].linkDensity)
      row.append(measures[index].endsSentence ? 1 : 0)
      row.append(share(measures[index].upper, measures[index].upper + measures[index].lower))
      row.append(share(layout.blocks[index].stressed, measures[index].bytes))
      row.append(tag.level)
      row.append(tag == .div || tag == .section || tag == .article || tag == .body ? 1 : 0)
      row.append(tag == .pre ? 1 : 0)
      row.append(holders[number].nearSum)
      row.append(holders[number].farSum)
      row.append(elements[number].leastFar)
      row.append(elements[number].greatestFar)
      row.append(layout.said[index])
      row.append(Float(min(layout.repeats[index].all, 5)))
      row.append(Float(min(layout.repeats[index].before, 5)))
      let around = elements[number].around
      row.append(around.contains(.main) ? 1 : 0)
      row.append(around.contains(.aside) ? 1 : 0)
      row.append(around.contains(.footer) ? 1 : 0)
      row.append(around.contains(.form) ? 1 : 0)
      row.append(around.contains(.figure) ? 1 : 0)
      row.append(around.contains(.quote) ? 1 : 0)
      row.append(around.contains(.caption) ? 1 : 0)
      row.append(around.contains(.section) ? 1 : 0)
    }

    @inline(__always)
    private func appendHeading(_ index: Int, _ row: inout Row) {
      let heading = layout.headings[index]
      guard heading >= 0 else {
        for value in 0..<6 { row.append(value == 4 ? 60 : 0) }
        return
      }
      let element = layout.blocks[heading].element
      row.append(layout.elements[element].tag.level)
      row.append(layout.signs.phrases[heading])
      row.append(layout.said[heading])
      row.append(holders[element].nearSum)
      row.append(Float(min(index - heading, 60)))
      row.append(log(layout.prose(from: heading, to: index)))
    }

    @inline(__always)
    private func appendPlace(_ index: Int, _ element: Int, _ row: inout Row) {
      let before = layout.before(index)
      row.append(Float(index) / Float(layout.blocks.count))
      row.append(share(before.size, max(1, layout.elements[0].size)))
      row.append(share(before.prose, layout.pageProse))
      row.append(share(layout.pageProse - before.prose, layout.pageProse))
      if let title = layout.signs.titleBlock {
        row.append(index > title ? 1 : index == title ? 0 : -1)
        row.append(Float(max(-30, min(60, index - title))))
      } else {
        row.append(-2)
        row.append(-40)
      }
      row.append(Float(min(layout.commentMarks[index], 3)))
      let article = layout.elements[element].article
      row.append(article < 0 ? -1 : Float(min(layout.articleNumbers[article], 6)))
      row.append(article < 0 ? -1 : holders[article].proseShare)
    }

    @inline(__always)
    private func appendContainers(_ own: Int, _ row: inout Row) {
      let holders = holders.span
      let tag = layout.elements[own].tag
      var container = own
      if tag != .div, tag != .section, tag != .article { container = holders[own].parent }
      for _ in 0..<4 {
        row.append(holders[container].size)
        row.append(holders[container].linkDensity)
        row.append(holders[container].prose)
        row.append(holders[container].proseBlocks)
        row.append(holders[container].proseShare)
        row.append(holders[container].near)
        container = holders[container].parent
      }
    }

    @inline(__always)
    private func appendCores(_ index: Int, _ element: Int, _ row: inout Row) {
      row.append(layout.holds(layout.cores[0], element) ? 1 : 0)
      row.append(layout.holds(layout.cores[1], element) ? 1 : 0)
      row.append(layout.coreDistance[element])
      row.append(Float(max(-20, min(40, index - layout.coreStart))))
      row.append(page.prose)
      row.append(page.blocks)
      row.append(page.linkDensity)
    }
  }

  /// What an element says of the blocks that it holds.
  private struct Holder {
    let parent: Int
    let size: Float
    let linkDensity: Float
    let prose: Float
    let proseBlocks: Float
    let proseShare: Float
    /// What its class words say, and those of it and the two elements around it.
    let near: Float
    let nearSum: Float
    /// What the class words further out say.
    let farSum: Float

    init(_ element: borrowing PageElement, _ elements: [PageElement], pageProse: Int) {
      parent = max(0, element.parent)
      size = log(element.size)
      linkDensity = share(element.linked, element.bytes)
      prose = log(element.prose)
      proseBlocks = Float(min(element.proseBlocks, 40))
      proseShare = share(element.prose, pageProse)
      near = element.near
      var sum = element.near
      var outer = element.parent
      for _ in 0..<2 where outer >= 0 {
        sum += elements[outer].near
        outer = elements[outer].parent
      }
      nearSum = sum
      farSum = outer < 0 ? 0 : elements[outer].farSum
    }
  }

  /// What blocks with something in common say of each.
  private struct Group {
    let size: Float
    let proseShare: Float
    let linkDensity: Float
    let count: Float
    let prose: Float

    init(_ sums: PageLayout.Sums, pageProse: Int) {
      size = log(sums.size)
      proseShare = share(sums.prose, pageProse)
      linkDensity = share(sums.linked, sums.size)
      count = log(sums.blocks)
      prose = share(sums.proseBlocks, sums.blocks)
    }

    @inline(__always)
    func append(to row: inout Row) {
      row.append(size)
      row.append(proseShare)
      row.append(linkDensity)
      row.append(count)
      row.append(prose)
    }
  }
}
