import HTML
import Records
import Text

/// Chooses the blocks of a page that the record keeps, says what each is, and writes the text.
struct PageWriter {
  private(set) var text: [UInt8] = []
  private(set) var runs: [PageTrace.Run] = []
  /// From the first block that is the article's to the last one; nil where none is.
  private(set) var body: ClosedRange<Int>?
  /// Whether the page is a list of other pages.
  private(set) var isIndex = false
  /// Whether the report breaks off.
  private(set) var isCut = false
  /// Whether the page says that the rest is for subscribers.
  private(set) var isPaywalled = false

  private struct Part {
    var block: Int
    var kind: BlockKind
    var why: String
  }

  private let analysis: PageAnalysis
  private let keepsCaptions: Bool
  /// Whether the page says that its language is another one than English.
  private let isForeign: Bool
  /// The words of the captions that are kept.
  private var captions: Set<ArraySlice<UInt32>> = []
  /// By block: whether it is a caption, as far as that was asked.
  private var knownCaptions: [Bool?] = []
  private var isKept: [Bool] = []
  /// Blocks that lead elsewhere.
  private var pointers: Set<Int> = []
  /// The block behind which readers have their say; nil where the page has no such place.
  private var comments: Int?
  /// Whether running text of the report is written already.
  private var hasBody = false
  private var written: [(kind: BlockKind, range: Range<Int>, why: String)] = []

  /// The score above which a block is kept: it is rather the article's than not.
  private static let threshold: Float = 0
  /// The score that a block needs where the page marks it as its report's text.
  private static let leastOfMarked: Float = -4
  /// Blocks of furniture longer than this many bytes are not kept.
  private static let longestFurniture = 600

  /// What is written for a record has the captions of the report's own pictures; benchmarks leave
  /// them out of its text.
  init(_ analysis: PageAnalysis, keepsCaptions: Bool) {
    self.analysis = analysis
    self.keepsCaptions = keepsCaptions
    isForeign = analysis.metadata.language.map { !$0.lowercased().hasPrefix("en") } ?? false
  }

  /// Chooses and writes.
  mutating func write() {
    let scores = analysis.scores
    keep(scores)
    let kept = isKept.indices.filter { isKept[$0] }
    judge(kept, scores)
    guard let first = kept.first, let last = kept.last else { return }
    body = first...last
    let core = analysis.layout.cores[0]
    let from = min(analysis.signs.titleBlock ?? first, first)
    for index in from...last {
      if let part = part(index, scores[index], first: first, core: core) { append(part) }
    }
  }

  /// The blocks of the record, in the order of the text.
  func blocks(in text: SourceText) -> [Block] {
    written.map { Block(kind: $0.kind, span: text.span(ofBytes: $0.range), why: $0.why) }
  }

  /// Keeps what the model says, but nothing behind the start of readers' comments, no caption twice,
  /// and nothing that other blocks tell in the same words.
  private mutating func keep(_ scores: [Float]) {
    isKept = scores.map { $0 > Self.threshold }
    knownCaptions = Array(repeating: nil, count: isKept.count)
    var hasProse = false
    var boxes = FurnitureBoxes(analysis)
    var boxed = 0..<0
    for index in isKept.indices {
      if hasProse, comments == nil, analysis.signs.phrases[index] == 3 { comments = index }
      if comments != nil { isKept[index] = false }
      guard isKept[index] else {
        if hasProse, index + 1 < isKept.count, isKept[index + 1] {
          let opened = boxes.opened(by: index)
          if !opened.isEmpty { boxed = opened }
        }
        continue
      }
      hasProse = hasProse || analysis.measures[index].isProse
      if boxed.contains(index) || boxes.isBoxed(index) {
        isKept[index] = false
        continue
      }
      if isLinkLine(index)
        || ReportLines.isPointer(text(index), analysis.measures[index])
      {
        isKept[index] = false
        pointers.insert(index)
        boxed = boxes.opened(by: index)
        continue
      }
      if isCaption(index), !captions.insert(analysis.hashes[index]).inserted {
        isKept[index] = false
      }
    }
    keepShortReport(scores)
    dropBeforeTitle()
    for index in RetoldBlocks.of(isKept, analysis.measures, analysis.hashes) {
      isKept[index] = false
    }
    for index in HollowHeadings.of(isKept, analysis) { isKept[index] = false }
  }

  /// Whether a paragraph of a page in another language than English is nothing but a link.
  private func isLinkLine(_ index: Int) -> Bool {
    guard isForeign, ReportLines.isLinkLine(text(index), analysis.measures[index]) else {
      return false
    }
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    return !element.tag.isHeading && element.list < 0 && !element.around.contains(.table)
  }

  private func text(_ index: Int) -> ArraySlice<UInt8> {
    analysis.segmenter.text(of: analysis.segmenter.blocks[index])
  }

  /// Who wrote the report, and when, in a line under the headline.
  private func line(_ index: Int) -> Part? {
    guard let title = analysis.signs.titleBlock, index > title, index <= title + 8,
      analysis.measures[index].words <= 30
    else { return nil }
    switch ReportLines.underTitle(text(index)) {
    case .byline: return Part(block: index, kind: .byline, why: "names the author")
    case .date: return Part(block: index, kind: .furniture, why: "when it was published")
    default: return nil
    }
  }

  private mutating func isCaption(_ index: Int) -> Bool {
    if let known = knownCaptions[index] { return known }
    let element = analysis.segmenter.blocks[index].element
    let isCaption =
      analysis.segmenter.elements[element].around.contains(.caption)
      || analysis.signs.phrase(of: index)?.class == .caption
    knownCaptions[index] = isCaption
    return isCaption
  }

  /// Where the model keeps no running text: what the page itself marks as its report's text.
  private mutating func keepShortReport(_ scores: [Float]) {
    guard !isKept.indices.contains(where: { isKept[$0] && analysis.measures[$0].isProse }) else {
      return
    }
    for index in isKept.indices where analysis.measures[index].words >= 6 {
      let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
      if element.around.contains(.articleBody), !element.around.contains(.nav),
        analysis.measures[index].linkDensity < 0.5, scores[index] > Self.leastOfMarked
      {
        isKept[index] = true
      }
    }
  }

  /// What stands before the headline of a report is another's: a strip of the latest news.
  private mutating func dropBeforeTitle() {
    guard let title = analysis.signs.titleBlock, analysis.signs.titleOverlap > 0.6,
      analysis.segmenter.elements[analysis.segmenter.blocks[title].element].tag == .h1
    else { return }
    let behind = isKept.indices.count { $0 > title && isKept[$0] && analysis.measures[$0].isProse }
    guard behind >= 3 else { return }
    for index in 0..<title { isKept[index] = false }
  }

  /// Whether a block is the caption of a picture that stands among the report's blocks.
  private func isOwnCaption(_ index: Int) -> Bool {
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    return element.around.contains(.caption) && !element.around.contains(.aside)
      && !element.around.contains(.nav) && analysis.measures[index].words >= 3
      && analysis.measures[index].linkDensity < 0.5
  }

  private mutating func judge(_ kept: [Int], _ scores: [Float]) {
    isPaywalled = analysis.signs.phrases.contains(5) || analysis.metadata.isPaywalled
    let page = PageJudgement(kept: kept, analysis)
    (isIndex, isCut) = (page.isIndex, page.isCut)
  }

  private mutating func part(_ index: Int, _ score: Float, first: Int, core: Int) -> Part? {
    let measure = analysis.measures[index]
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    let chance = Self.chance(score)
    if index == analysis.signs.titleBlock {
      return Part(block: index, kind: .headline, why: "the title")
    }
    if measure.words == 0 { return nil }
    if isKept[index] {
      if isCaption(index) { return Part(block: index, kind: .caption, why: chance) }
      if let line = line(index) { return line }
      if measure.words <= 12, analysis.signs.isByline(index) {
        return Part(block: index, kind: .byline, why: "names the author")
      }
      if index == first, !measure.isProse, analysis.signs.descriptionOverlap(index) > 0.6 {
        return Part(block: index, kind: .standfirst, why: "the page's description")
      }
      return Part(block: index, kind: .body, why: chance)
    }
    if isStandfirst(index, before: first) {
      return Part(block: index, kind: .standfirst, why: "under the headline, marked as such")
    }
    guard
      analysis.layout.holds(core, analysis.segmenter.blocks[index].element),
      measure.bytes <= Self.longestFurniture, !element.around.contains(.nav)
    else { return nil }
    if keepsCaptions, isOwnCaption(index) {
      let isNew = captions.insert(analysis.hashes[index]).inserted
      return Part(
        block: index, kind: isNew ? .caption : .furniture,
        why: isNew ? "under a picture of the report" : "told before")
    }
    if analysis.signs.isByline(index) {
      return Part(block: index, kind: .byline, why: "names the author")
    }
    if let line = line(index) { return line }
    if analysis.signs.dates[index] {
      return Part(block: index, kind: .furniture, why: "when it was published")
    }
    return Part(
      block: index, kind: .furniture,
      why: pointers.contains(index)
        ? "leads elsewhere"
        : analysis.signs.phrase(of: index)?.why
          ?? (score > Self.threshold ? "told before" : Self.chance(score, isReport: false)))
  }

  /// Whether a block that the model leaves out stands right under the headline and is marked as the
  /// report's summary: benchmarks leave these out, a record has them.
  private func isStandfirst(_ index: Int, before first: Int) -> Bool {
    guard let title = analysis.signs.titleBlock, index > title, index <= title + 2, index < first
    else { return false }
    let measure = analysis.measures[index]
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    return (6...60).contains(measure.words) && measure.linkDensity == 0
      && !analysis.signs.isByline(index) && !analysis.signs.dates[index]
      && ClassWords.nameStandfirst(element.node, in: analysis.page)
  }

  /// Writes a block behind a blank line; its runs move along. A dateline becomes a block of its own.
  private mutating func append(_ part: Part) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    let block = analysis.segmenter.blocks[part.block]
    let start = text.count
    let shift = Int32(start - block.text.lowerBound)
    text.append(contentsOf: analysis.segmenter.text(of: block))
    for run in analysis.segmenter.runs[block.runs] {
      var moved = run
      moved.text += shift
      runs.append(moved)
    }
    if part.kind == .caption { return writeCaption(start..<text.count, part.why) }
    guard part.kind == .body, analysis.measures[part.block].words > 3 else {
      written.append((part.kind, start..<text.count, part.why))
      return
    }
    let opening = PageDateline(text[start...], opensReport: !hasBody)
    hasBody = hasBody || analysis.measures[part.block].isProse
    if let opening {
      written.append((.dateline, opening.dateline, "a place before the report's first words"))
      written.append((.body, opening.rest, part.why))
    } else {
      written.append((.body, start..<text.count, part.why))
    }
  }

  /// A caption, and the picture's credit behind it as a block of its own.
  private mutating func writeCaption(_ range: Range<Int>, _ why: String) {
    let caption = Array(String(decoding: text[range], as: UTF8.self).unicodeScalars)
    guard let line = CreditLine(caption, Span(0, caption.count)) else {
      written.append((.caption, range, why))
      return
    }
    func bytes(_ span: Span) -> Range<Int> {
      let before = caption[..<span.start].reduce(0) { $0 + UTF8.width($1) }
      let own = caption[span.start..<span.end].reduce(0) { $0 + UTF8.width($1) }
      return range.lowerBound + before..<range.lowerBound + before + own
    }
    if let own = line.caption { written.append((.caption, bytes(own), why)) }
    let credit = line.label.map { $0.union(line.credit) } ?? line.credit
    written.append((.credit, bytes(credit), "who made the picture"))
  }

  /// What the model says of a block, in words.
  private static func chance(_ score: Float, isReport: Bool = true) -> String {
    let tenths = Int((score * 10).rounded())
    guard abs(tenths) <= farthest else { return chance(tenths, isReport) }
    return (isReport ? chances : doubts)[tenths + farthest]
  }

  private static func chance(_ tenths: Int, _ isReport: Bool) -> String {
    (isReport ? "model " : "not the report: model ")
      + "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// The tenths up to which words lie ready, since a page has them for each of its blocks.
  private static let farthest = 160
  private static let chances = (-farthest...farthest).map { chance($0, true) }
  private static let doubts = (-farthest...farthest).map { chance($0, false) }
}
