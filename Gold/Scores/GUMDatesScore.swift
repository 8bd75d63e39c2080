import Mentions
import Records
public import Syntax

/// Dates found and resolved, against GUM's `<date>` elements.
public struct GUMDatesScore: Sendable {
  private var gold = 0
  private var system = 0
  private var both = 0
  private var dated = 0
  /// Of the dates found that have calendar days: those resolved to the same days.
  public private(set) var right = 0
  /// Those resolved to other days.
  public private(set) var wrong = 0
  /// Those left open.
  public private(set) var open = 0
  /// What was missed, added or resolved otherwise, a line each.
  public private(set) var details: [String] = []

  /// Scores documents of a treebank that have their dates in XML.
  public init(_ sentences: [CoNLLUSentence], dates: [GUMDates]) {
    var documents: [String: [CoNLLUSentence]] = [:]
    for document in RawText.documents(sentences) {
      if let id = document.first?.comments.first(where: { $0.hasPrefix("# newdoc id = ") }) {
        documents[String(id.dropFirst(14))] = document
      }
    }
    for page in dates {
      guard let document = documents[page.id] else { continue }
      add(page, CoNLLU.text(of: document))
    }
  }

  /// How many dates are found, whatever they mean.
  public var found: Agreement { Agreement("found", right: both, found: system, gold: gold) }

  /// The share of the dates with calendar days that are resolved to them, in per cent.
  public var resolved: Double { dated == 0 ? 0 : 100 * Double(right) / Double(dated) }

  /// The score in two lines.
  public var table: String {
    let counts = "\(right) right, \(wrong) otherwise, \(open) left open"
    return "\(found.line)\nresolved   of \(dated) with calendar days: \(counts)"
  }

  private mutating func add(_ page: GUMDates, _ parsed: ParsedText) {
    let starts = parsed.sentences.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let found = DateReader(published: page.created).read(parsed)
    let ranges = found.map {
      $0.tokens.lowerBound + starts[$0.sentence]..<$0.tokens.upperBound + starts[$0.sentence]
    }
    system += found.count
    gold += page.dates.count
    for (range, mention) in zip(ranges, found)
    where !page.dates.contains(where: { $0.tokens.overlaps(range) }) {
      details.append("+ \(page.id) \(mention.text)")
    }
    for date in page.dates {
      guard let index = ranges.firstIndex(where: { $0.overlaps(date.tokens) }) else {
        details.append("- \(page.id) \(words(date.tokens, parsed)) \(date.from ?? "")")
        continue
      }
      both += 1
      guard let from = date.from, let to = date.to else { continue }
      dated += 1
      let mention = found[index]
      let interval = mention.interval(tense: tense(of: mention, in: parsed.sentences))
      // GUM marks the day that is named; "by Sunday" means the days up to it.
      let isEnd = mention.isBound && (interval.to == to || interval.from == from)
      if isEnd || interval.from == from && interval.to == to {
        right += 1
        continue
      }
      if interval.basis == .open { open += 1 } else { wrong += 1 }
      let told = "\(interval.from ?? "…")/\(interval.to ?? "…") \(interval.why)"
      details.append(
        "~ \(page.id) \(page.created ?? "") \(words(date.tokens, parsed)) \(from)/\(to): \(told)")
    }
  }

  /// The tense of the verb that the date goes with.
  private func tense(of mention: DateMention, in sentences: [Sentence]) -> Tense {
    let sentence = sentences[mention.sentence]
    let path = sentence.ancestors(of: mention.tokens.lowerBound)
    guard let verb = path.first(where: { sentence.tokens[$0].upos == .verb }) ?? path.last else {
      return .past
    }
    return FactualityReader().judge(verb, in: sentence).tense
  }

  private func words(_ tokens: Range<Int>, _ parsed: ParsedText) -> String {
    let all = parsed.sentences.flatMap(\.tokens)
    return tokens.upperBound <= all.count ? all[tokens].map(\.form).joined(separator: " ") : "?"
  }
}
