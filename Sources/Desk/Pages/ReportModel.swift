import Archive
import Exchange
import Records
import Text

/// What the report's page shows.
struct ReportModel: Sendable {
  struct Version: Sendable {
    let name: String
    let href: String
    let isCurrent: Bool
  }

  struct Group: Sendable {
    let title: String
    let anchor: String
    let lines: [LineView]
    let count: Int

    init(title: String, anchor: String, lines: [LineView]) {
      self.title = title
      self.anchor = anchor
      self.lines = lines
      count = lines.count
    }
  }

  struct Cast: Sendable {
    let name: String
    let href: String
    let kind: String
    let country: String?
    let role: String?
  }

  struct Unnamed: Sendable {
    let number: String
    let why: String
  }

  let title: String
  /// The way the report's language runs: a paragraph that opens with a quotation in another script
  /// runs as its neighbours do.
  let direction: String
  let facts: [Fact]
  let notice: String?
  let versions: [Version]
  /// What changed from the version before; nil for the first.
  let changes: String?
  let blocks: [TextPane.Block]
  let groups: [Group]
  let emptyWhy: String
  let unnamed: Unnamed?
  let actors: [Cast]
  let hasActors: Bool
  let actorCount: Int
  let json: String

  /// Languages that are written from right to left, by BCP 47's first part.
  private static let rightToLeft: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  private static func direction(of language: String?) -> String {
    guard let language else { return "auto" }
    return rightToLeft.contains(String(language.prefix { $0 != "-" }).lowercased()) ? "rtl" : "ltr"
  }

  /// - Parameter decisions: what people decided, by line.
  init(
    _ lines: ReportLines, _ kept: ArchivedDocument, lit: String?,
    decisions: [String: [LineDecision]]
  ) {
    let record = lines.record
    let document = record.document
    title = lines.title
    direction = Self.direction(of: document.language)
    facts = [
      document.byline.isEmpty ? nil : Fact("by", document.byline.joined(separator: ", ")),
      document.published.map { Fact("published", "", time: Moment($0)) }
        ?? Fact("published", "not told"),
      (document.url ?? document.source).map { Fact("from", $0, href: Address.web($0)) },
      document.language.map { Fact("language", $0) },
      document.state == .whole ? nil : Fact("read", document.state.rawValue),
    ].compactMap { $0 }
    let isOld = lines.version != kept.summary.version
    let reasons = document.reasons.isEmpty ? nil : ReasonWords.told(document.reasons)
    notice = isOld ? "This is version \(lines.version); there is a newer one." : reasons
    versions =
      kept.versions.count < 2
      ? []
      : kept.versions.map { version in
        Version(
          name: "version \(version.number)",
          href: Address.report(lines.document, version: version.number),
          isCurrent: version.number == lines.version)
      }
    changes =
      lines.version > 1 ? Address.report(lines.document, version: lines.version) + "/changes" : nil
    var views = record.events.map { lines.line($0) } + record.attributions.map { lines.line($0) }
    blocks = TextPane(text: lines.text, lines: views, lit: lit).blocks(of: record)
    for index in views.indices {
      views[index].isLit = views[index].id == lit
      views[index].facts += (decisions[views[index].id] ?? []).filter { !$0.isUndone }.map(\.fact)
    }
    let events = Dictionary(uniqueKeysWithValues: record.events.map { ($0.id, $0.status) })
    var groups = LineWords.groups.map { title, anchor, statuses in
      Group(
        title: title, anchor: anchor,
        lines: views.filter { events[$0.id].map(statuses.contains) ?? false })
    }
    groups.append(
      Group(title: "Who says what", anchor: "said", lines: views.filter { events[$0.id] == nil }))
    self.groups = groups.filter { !$0.lines.isEmpty }
    emptyWhy = reasons ?? "It tells of no event of the sixteen types, and nobody speaks in it."
    let count = record.unnamed
    unnamed =
      count.atMost == 0
      ? nil
      : Unnamed(
        number: count.atLeast == count.atMost
          ? "\(count.atLeast)" : "\(count.atLeast) to \(count.atMost)", why: count.why)
    actors = record.actors.map { actor in
      Cast(
        name: actor.name, href: Address.search("actor:\"\(actor.name)\""),
        kind: actor.kind.rawValue, country: actor.country,
        role: actor.roles.first?.title)
    }
    hasActors = !actors.isEmpty
    actorCount = actors.count
    json = "/api/reports/\(lines.document)/versions/\(lines.version)/record"
  }
}

/// What the page of one line shows: the line in its paragraph, and how to cite it.
struct LineModel: Sendable {
  let line: LineView
  let heading: String
  let before: String
  let words: String
  let after: String
  let details: [Fact]
  let citation: String
  let csl: String
  let hasDecisions: Bool
  let decisions: [LineDecision]
  /// By which a reviewer decides; nil for others, and in an old version.
  let form: VerdictForm?

  init(
    _ line: LineView, in lines: ReportLines, decisions: [LineDecision], mayDecide: Bool
  ) {
    self.decisions = decisions
    hasDecisions = !decisions.isEmpty
    form =
      mayDecide
      ? VerdictForm(
        document: lines.document, line: line.id, isEvent: line.type != nil, next: line.address)
      : nil
    self.line = line
    heading =
      [line.type, line.who, line.cue].compactMap { $0 }.joined(separator: " ")
      + (line.whom.map { " → \($0)" } ?? "")
    let block = lines.record.blocks.first { $0.span.contains(line.span.start) }?.span ?? line.span
    before = lines.text[Span(min(block.start, line.span.start), line.span.start)]
    words = lines.text[line.span]
    after = lines.text[Span(line.span.end, max(block.end, line.span.end))]
    details = lines.details(line.id)
    citation = Citation(line, in: lines).text
    csl = "/api/reports/\(lines.document)/versions/\(lines.version)/lines/\(line.id)/citation"
  }
}
