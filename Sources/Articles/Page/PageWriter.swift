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
  private var parts: [Part] = []
  private var isKept: [Bool] = []
  /// The block behind which readers have their say; nil where the page has no such place.
  private var comments: Int?
  /// Whether running text of the report is written already.
  private var hasBody = false
  private var written: [(kind: BlockKind, range: Range<Int>, why: String)] = []

  /// The score above which a block is kept: it is rather the article's than not.
  private static let threshold: Float = 0
  /// Blocks of furniture longer than this many bytes are not kept.
  private static let longestFurniture = 600

  init(_ analysis: PageAnalysis) {
    self.analysis = analysis
  }

  /// Chooses and writes.
  mutating func write() {
    let scores = analysis.scores
    keep(scores)
    let kept = isKept.indices.filter { isKept[$0] }
    judge(kept, scores)
    guard let first = kept.first, let last = kept.last else { return }
    body = first...last
    let core = analysis.layout.core(share: 0.5)
    let from = min(analysis.signs.titleBlock ?? first, first)
    for index in from...last {
      if let part = part(index, scores[index], first: first, core: core) { parts.append(part) }
    }
    for part in parts { append(part) }
  }

  /// The blocks of the record, in the order of the text.
  func blocks(in text: SourceText) -> [Block] {
    written.map { Block(kind: $0.kind, span: text.span(ofBytes: $0.range), why: $0.why) }
  }

  /// Keeps what the model says, but nothing behind the start of readers' comments, no caption twice,
  /// and nothing that other blocks tell in the same words.
  private mutating func keep(_ scores: [Float]) {
    isKept = scores.map { $0 > Self.threshold }
    var hasProse = false
    var captions: Set<[UInt32]> = []
    for index in isKept.indices {
      if hasProse, comments == nil, analysis.signs.phrases[index] == 3 { comments = index }
      if comments != nil { isKept[index] = false }
      guard isKept[index] else { continue }
      hasProse = hasProse || analysis.measures[index].isProse
      if isCaption(index), !captions.insert(analysis.measures[index].hashes).inserted {
        isKept[index] = false
      }
    }
    for index in RetoldBlocks.of(isKept, analysis.measures) { isKept[index] = false }
  }

  private func isCaption(_ index: Int) -> Bool {
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    return element.around.contains(.caption) || analysis.signs.phrases[index] == 7
  }

  private mutating func judge(_ kept: [Int], _ scores: [Float]) {
    isPaywalled = analysis.signs.phrases.contains(5) || analysis.metadata.isPaywalled
    let page = PageJudgement(kept: kept, analysis)
    (isIndex, isCut) = (page.isIndex, page.isCut)
  }

  private func part(_ index: Int, _ score: Float, first: Int, core: Int) -> Part? {
    let signs = analysis.signs
    let measure = analysis.measures[index]
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    let chance = "model \(Self.rounded(score))"
    if index == signs.titleBlock { return Part(block: index, kind: .headline, why: "the title") }
    if measure.words == 0 { return nil }
    if isKept[index] {
      if isCaption(index) { return Part(block: index, kind: .caption, why: chance) }
      if signs.bylines[index], measure.words <= 12 {
        return Part(block: index, kind: .byline, why: "names the author")
      }
      if index <= first, signs.descriptionOverlap[index] > 0.6, !measure.isProse || index < first {
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
    if signs.bylines[index] {
      return Part(block: index, kind: .byline, why: "names the author")
    }
    if signs.dates[index] {
      return Part(block: index, kind: .furniture, why: "when it was published")
    }
    return Part(
      block: index, kind: .furniture,
      why: signs.phraseWords[index]
        ?? (score > Self.threshold ? "told before" : "not the report: \(chance)"))
  }

  /// Whether a block that the model leaves out stands right under the headline and is marked as the
  /// report's summary: benchmarks leave these out, a record has them.
  private func isStandfirst(_ index: Int, before first: Int) -> Bool {
    guard let title = analysis.signs.titleBlock, index > title, index <= title + 2, index < first
    else { return false }
    let measure = analysis.measures[index]
    let element = analysis.segmenter.elements[analysis.segmenter.blocks[index].element]
    return (6...60).contains(measure.words) && measure.linkDensity == 0
      && !analysis.signs.bylines[index] && !analysis.signs.dates[index]
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

  private static func rounded(_ score: Float) -> String {
    let tenths = Int((score * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
