import Records
import Text

/// Gives each passage of a plain text its part in the page.
///
/// The parts follow from what a passage shows by itself (`Sign`), from where it stands (before, in
/// or behind the report's own text, see `BodyRange`), and from its neighbours. Blocks come out
/// disjoint, in order, and cover all but white space: a dateline takes its dash with it, the label
/// of a credit and the mark of a list are furniture, so that a credit is the maker's name and a
/// paragraph starts with its first word.
struct PartSorter {
  let scalars: [Unicode.Scalar]
  let passages: [Passage]
  private(set) var signs: [Sign]
  /// The blocks so far; `isWhole` tells those that are a passage of their own.
  private(set) var blocks: [(block: Block, isWhole: Bool)] = []
  /// Codes of what keeps the text from being read whole.
  private(set) var reasons: [String] = []
  /// The passage that is the headline.
  private(set) var headline: Int?
  /// The datelines found.
  private(set) var datelines: [Dateline] = []
  /// The first passage, or caption, that has the words.
  private var first: [String: Int] = [:]
  private var pullQuotes = PullQuotes()
  /// Whether several passages begin with a speaker's name in capitals and a colon.
  private let isTranscript: Bool

  /// The passages of a text with their signs; `title` is the headline where the caller knows it.
  init(_ scalars: [Unicode.Scalar], _ passages: [Passage], title: String?) {
    self.scalars = scalars
    self.passages = passages
    signs = passages.map { Sign($0, in: scalars) }
    isTranscript = Self.isTranscript(passages, scalars)
    markRepetitions()
    markNames()
    let range = BodyRange.find(passages, signs) { [self] in opening($0, .opening) != nil }
    let wanted = title.map { Passage.key($0) }
    if let range {
      sortHead(before: range.lowerBound, title: wanted)
      sortBody(range)
      sortFoot(after: range.upperBound)
      noteCut(at: range.upperBound)
    } else {
      sortWithoutParagraphs(title: wanted)
    }
  }

  /// The blocks in order, neighbouring passages of furniture as one.
  var merged: [Block] {
    var merged: [(block: Block, isWhole: Bool)] = []
    for next in blocks {
      if let last = merged.last, last.isWhole, next.isWhole, last.block.kind == .furniture,
        next.block.kind == .furniture
      {
        let isTold = last.block.why.contains(next.block.why)
        merged[merged.count - 1].block = Block(
          kind: .furniture, span: last.block.span.union(next.block.span),
          why: isTold ? last.block.why : last.block.why + "; " + next.block.why)
      } else {
        merged.append(next)
      }
    }
    return merged.map(\.block)
  }

  // MARK: - Steps

  /// A line or paragraph that comes again counts once; the first telling of a captioned picture
  /// is the caption.
  private mutating func markRepetitions() {
    for (index, passage) in passages.enumerated() {
      let key: String
      if case .credit(let line) = signs[index], let caption = line.caption {
        key = Passage.key(scalars.string(caption))
      } else {
        key = passage.key
      }
      guard passage.words.count >= 4 else { continue }
      guard let earlier = first[key] else {
        first[key] = index
        continue
      }
      if case .credit = signs[index] {
        if signs[earlier].isPlain { signs[earlier] = .caption("told again with its credit") }
      } else if signs[index].isPlain {
        signs[index] = .repeated
        if earlier + 1 == index, !passages[earlier].endsSentence, earlier > 0,
          signs[earlier].isPlain
        {
          signs[earlier] = .caption("told twice in a row")
        }
      }
    }
    for index in signs.indices.dropFirst() {
      guard case .credit(let line) = signs[index], line.caption == nil, signs[index - 1].isPlain,
        !passages[index].standsOff || !passages[index - 1].endsSentence, index > 1,
        passages[index - 1].words.count <= 40
      else { continue }
      signs[index - 1] = .caption("a credit follows")
    }
  }

  /// A line of names between a headline and a publication date is a byline.
  private mutating func markNames() {
    guard let top = signs.firstIndex(where: { $0.isPlain || $0.isTeaser }) else { return }
    for index in passages.indices.dropFirst(top + 1).dropLast() where signs[index].isPlain {
      guard passages[index].words.count <= 8, !passages[index].endsSentence,
        case .published(let line) = signs[index + 1], line.date != nil,
        let byline = Byline(names: scalars.string(passages[index].span)[...])
      else { continue }
      signs[index] = .byline(byline, end: passages[index].span.end)
    }
  }

  private mutating func sortHead(before body: Int, title: String?) {
    headline = HeadlineFinder.find(passages, signs, before: body, title: title)
    let lines = (0..<body).count { signs[$0].isPlain || signs[$0].isTeaser }
    let report =
      lines > HeadlineFinder.crowd ? HeadlineFinder.opening(passages, from: body) : nil
    var isBehindMarks = false
    var hasStandfirst = false
    for index in 0..<body {
      if index == headline {
        add(index, .headline, "first line of its kind")
      } else if let dateline = Dateline(line: scalars, passages[index].span), signs[index].isPlain {
        datelines.append(dateline)
        add(index, .dateline, "place with agency or day")
      } else if signs[index].isPlain || signs[index].isTeaser {
        let (kind, why) = headLine(
          index, before: body, report: report, isPicture: isBehindMarks && hasStandfirst)
        add(index, kind, why)
        hasStandfirst = hasStandfirst || kind == .standfirst
      } else {
        isBehindMarks = isBehindMarks || signs[index].isHeadMark
        addBySign(index)
      }
    }
  }

  /// The part of a line before the report that nothing but its words and its place tell; `report`
  /// are the report's first words where the head is crowded.
  private func headLine(
    _ index: Int, before body: Int, report: Set<String>?, isPicture: Bool
  ) -> (BlockKind, String) {
    let passage = passages[index]
    guard let headline, index > headline else {
      return passage.isProse && report == nil
        ? (.standfirst, "before the report's first paragraph")
        : (.furniture, "above the headline")
    }
    if passage.isHeading || index + 1 == body && signs[index - 1].isPublished {
      return (.headline, "subheading")
    }
    if passage.isListItem { return (.standfirst, "key point") }
    if passage.words.count < 5 && !passage.endsSentence {
      return (.furniture, "short line in the head")
    }
    if let report, HeadlineFinder.relation(passage, to: report) < 0.3 {
      return (.furniture, "shares no words with the report")
    }
    return isPicture && !passage.endsSentence
      ? (.caption, "line without a stop between head and report")
      : (.standfirst, "between headline and report")
  }

  private mutating func sortBody(_ range: ClosedRange<Int>) {
    var isOpen = false
    for index in range {
      switch signs[index] {
      case .prose, .short:
        sortText(index, range, isOpening: !isOpen)
        isOpen = true
      case .repeated where passages[index].words.count < 5 && passages[index].endsSentence:
        add(index, .body, "a sentence")
      case .teaser where passages[index].endsSentence:
        add(index, .body, "a sentence")
      default: addBySign(index)
      }
    }
  }

  /// A paragraph or a short line within the report.
  private mutating func sortText(_ index: Int, _ range: ClosedRange<Int>, isOpening: Bool) {
    let passage = passages[index]
    if passage.isProse || passage.endsSentence || passage.goesOn {
      if let dateline = opening(index, isOpening ? .opening : .later) {
        addOpened(index, by: dateline)
      } else {
        add(index, .body, passage.isProse ? "running text" : "a sentence")
      }
      return
    }
    if passage.isListItem || index > 0 && passages[index - 1].goesOn {
      add(index, .body, "item of a list")
    } else if pullQuotes.repeats(passage, in: passages[range]) {
      add(index, .furniture, "repeats the report's words")
    } else if passage.words.count > 12 && !passage.isTitleCase {
      add(index, .body, "long line")
    } else if passage.words.count < 6 || passage.isHeading || leads(index, range) {
      add(index, .headline, "subheading")
    } else {
      add(index, .furniture, "headline of another piece")
    }
  }

  private mutating func sortFoot(after last: Int) {
    for index in passages.indices.dropFirst(last + 1) {
      switch signs[index] {
      case .byline(let byline, _) where byline.isSignature: addBySign(index)
      case .paywall:
        addBySign(index)
      case .foreign(let language): add(index, .furniture, "behind the report, in \(language)")
      case .prose, .short, .caption, .credit, .byline: add(index, .furniture, "behind the report")
      default: addBySign(index)
      }
    }
  }

  /// Where no line is a paragraph, all that isn't furniture is read.
  private mutating func sortWithoutParagraphs(title: String?) {
    let plain = passages.indices.filter { signs[$0].isPlain || signs[$0].isTeaser }
    headline = plain.first { index in
      passages[index].key == title
        || plain.count > 1 && !passages[index].endsSentence && passages[index].words.count >= 3
    }
    if plain.isEmpty { reasons.append("no-article") }
    for index in passages.indices {
      if index == headline {
        add(index, .headline, "first line")
      } else if signs[index].isPlain || signs[index].isTeaser {
        if let dateline = opening(index, .opening) {
          addOpened(index, by: dateline)
        } else {
          add(index, .body, "a text without paragraphs")
        }
      } else {
        addBySign(index)
      }
    }
  }

  private mutating func noteCut(at last: Int) {
    let end = passages[last].span.end
    let tail = scalars.string(Span(Swift.max(passages[last].span.start, end - 12), end))
    let isCut =
      tail.hasSuffix("…") || tail.hasSuffix("...") || tail.hasSuffix("…]")
      || tail.hasSuffix("...]") || tail.hasSuffix("chars]")
    if isCut { reasons.append("cut") }
  }

  // MARK: - Blocks

  private mutating func add(_ index: Int, _ kind: BlockKind, _ why: String) {
    let passage = passages[index]
    if kind == .furniture {
      blocks.append((Block(kind: kind, span: passage.mark.union(passage.span), why: why), true))
    } else {
      addMark(passage)
      blocks.append((Block(kind: kind, span: passage.span, why: why), true))
    }
  }

  private mutating func addMark(_ passage: Passage) {
    guard !passage.mark.isEmpty else { return }
    addPiece(.furniture, passage.mark, passage.isHeading ? "mark of a heading" : "mark of a list")
  }

  private mutating func addPiece(_ kind: BlockKind, _ span: Span, _ why: String) {
    let span = scalars.trimmed(span)
    if !span.isEmpty { blocks.append((Block(kind: kind, span: span, why: why), false)) }
  }

  private mutating func addOpened(_ index: Int, by dateline: Dateline) {
    datelines.append(dateline)
    addMark(passages[index])
    addPiece(.dateline, dateline.span, "place before the first words")
    addPiece(.body, Span(dateline.span.end, passages[index].span.end), "running text")
  }

  private mutating func addBySign(_ index: Int) {
    let passage = passages[index]
    switch signs[index] {
    case .prose, .short: add(index, .body, "running text")
    case .foreign(let language):
      add(index, .otherLanguage, "in \(language)")
      note("language:" + language)
    case .furniture(let why), .foot(let why), .comments(let why), .kicker(let why),
      .teaser(let why):
      add(index, .furniture, why)
    case .paywall(let why):
      add(index, .furniture, why)
      note("paywall")
    case .caption(let why): add(index, .caption, why)
    case .published: add(index, .furniture, "publication date")
    case .byline(_, let end):
      addMark(passage)
      addPiece(.byline, Span(passage.span.start, end), "names the authors")
      addPiece(.furniture, Span(end, passage.span.end), "behind the byline")
    case .credit(let line): addCredit(index, line)
    case .repeated: add(index, .furniture, "told before")
    }
  }

  private mutating func addCredit(_ index: Int, _ line: CreditLine) {
    addMark(passages[index])
    if let caption = line.caption {
      let key = Passage.key(scalars.string(caption))
      let isRepeated = first[key].map { $0 < index } ?? false
      if isRepeated {
        addPiece(.furniture, caption.union(line.label ?? caption), "told before")
      } else {
        addPiece(.caption, caption, "a credit follows")
        addLabel(line)
      }
    } else {
      addLabel(line)
    }
    addPiece(.credit, line.credit, "names the picture's maker")
  }

  private mutating func addLabel(_ line: CreditLine) {
    if let label = line.label { addPiece(.furniture, label, "label of a credit") }
  }

  private mutating func note(_ reason: String) {
    if !reasons.contains(reason) { reasons.append(reason) }
  }

  // MARK: - Neighbours

  private func opening(_ index: Int, _ care: Dateline.Care) -> Dateline? {
    guard passages[index].mark.isEmpty else { return nil }
    return Dateline(scalars, passages[index].span, care: care, mayEndInColon: !isTranscript)
  }
}

extension Sign {
  /// Whether nothing but its length tells what it is.
  var isPlain: Bool {
    switch self {
    case .prose, .short: true
    default: false
    }
  }

  /// Whether it tells a day or a time alone.
  var isPublished: Bool { if case .published = self { true } else { false } }

  /// Whether it may be a headline in spite of a pointer's label.
  var isTeaser: Bool { if case .teaser = self { true } else { false } }
}

extension Passage {
  /// Its words as one string, for comparing.
  var key: String { words.joined(separator: " ") }

  /// The key of a string.
  static func key(_ string: String) -> String {
    let scalars = Array(string.unicodeScalars)
    let span = scalars.trimmed(Span(0, scalars.count))
    return span.isEmpty ? "" : Passage(span, standsOff: true, in: scalars).key
  }
}
