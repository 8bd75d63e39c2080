public import Articles
import Attributions
import Events
import Mentions
public import Pages
public import Records
import Syntax
import Text

/// The one function from an input to a record: runs the rooms in order and joins what they find.
///
/// ```swift
/// let reader = try ReportReader()
/// let record = reader.read(input)
/// for event in record.events where event.status == .expected { … }
/// ```
///
/// A reader holds no state of a report: many threads may use one, and the same bytes give the same
/// record on each.
public struct ReportReader: Sendable {
  /// The program's version.
  public static let version = "0.1.0"

  private let parser: EnglishParser
  private let castReader: CastReader
  private let attributionReader = AttributionReader()
  private let eventReader: EventReader
  /// What a record says of the reader that made it.
  public let info: ReaderInfo

  /// A reader.
  ///
  /// - Parameters:
  ///   - actors: the user's own table of actors, tab-separated (name, aliases, country, sector).
  ///   - types: the user's own table of event types, tab-separated (lemma, frame, type, mode).
  ///   - fast: read with the small language model, for bulk.
  /// - Throws: what is wrong with a table, with its line; `SyntaxError` where the built-in model
  ///   can't be used.
  public init(actors: String? = nil, types: String? = nil, fast: Bool = false) throws {
    parser = try fast ? EnglishParser.fast() : EnglishParser.shared()
    let knowledge = try actors.map { Knowledge(adding: try ActorsTable($0)) } ?? .standard
    castReader = CastReader(knowledge: knowledge)
    eventReader = EventReader(
      lexicon: try types.map { try EventLexicon(adding: $0) } ?? .standard)
    func hash(_ table: String?) -> String? { table.map { SHA256.hex(Array($0.utf8)) } }
    info = ReaderInfo(
      version: Self.version, model: parser.modelName, actorsTable: hash(actors),
      typesTable: hash(types))
  }

  /// Reads an input.
  ///
  /// - Parameters:
  ///   - input: the bytes, with what was given with them.
  ///   - published: the publication date for inputs that don't tell their own, ISO 8601.
  /// - Returns: the record; its document's state tells how much was read.
  public func read(_ input: Input, published: String? = nil) -> Record {
    let article = article(of: input, published: published)
    var record = Record(
      id: input.id ?? input.sha256, reader: info, document: document(of: input, article),
      text: article.text.string, blocks: article.blocks)
    if article.state != .refused { fill(&record, from: article) }
    return record
  }

  /// The page's text with its parts, as `read` sees them, before anything is understood.
  ///
  /// With `asRecord` off, the parts of an HTML page are those that benchmarks ask for: those in another
  /// language keep their kinds, and captions are furniture where the model says so.
  public func article(
    of input: Input, published: String? = nil, asRecord: Bool = true
  ) -> Article {
    let reader = ArticleReader()
    var article: Article
    switch input.format {
    case .html:
      article = reader.read(
        html: input.bytes, encoding: input.encoding, url: input.url, published: input.published,
        title: input.title, asRecord: asRecord)
    case .text:
      switch TextDecoding.decode(input.bytes) {
      case .binary:
        return Article(text: SourceText(""), state: .refused, reasons: ["binary"])
      case .text(let text, let reasons):
        article = reader.read(
          text, url: input.url, published: input.published, title: input.title, raw: input.isRaw)
        article.reasons = reasons + article.reasons
        if !reasons.isEmpty && article.state == .whole { article.state = .partial }
      }
    }
    if !input.reasons.isEmpty {
      article.reasons = input.reasons + article.reasons
      if article.state == .whole { article.state = .partial }
    }
    if article.published == nil { article.published = published }
    return article
  }

  private func document(of input: Input, _ article: Article) -> Document {
    Document(
      source: input.source, url: input.url ?? article.url, title: article.title,
      byline: article.byline,
      published: article.published, language: article.language, state: article.state,
      reasons: article.reasons, sha256: input.sha256,
      textSHA256: SHA256.hex(article.text.utf8))
  }

  private func fill(_ record: inout Record, from article: Article) {
    let parsed = SpeechConjuncts.mended(
      parser.parse(article.text, blocks: article.readSpans))
    let cast = castReader.read(parsed)
    let found = attributionReader.read(parsed, cast: cast, blocks: article.blocks)
    let dates = DateReader(published: article.published).read(parsed)
    let places = PlaceReader().read(parsed)
    let events = eventReader.read(parsed, cast: cast, dates: dates, places: places)

    let attributions = AttributionAssembly(found)
    let actors = ActorAssembly(
      cast: cast, attributions: attributions.found, events: events, text: article.text)
    let assembly = EventAssembly(
      voices: Voices(attributions.found, in: parsed), attributionIDs: attributions.ids,
      actorIDs: actors.ids)
    record.actors = actors.actors
    record.attributions = attributions.attributions(
      actorIDs: actors.ids, dates: AttributionDates(dates, in: parsed))
    record.unnamed = UnnamedSources.count(attributions.found, cast: cast)
    record.events = assembly.events(from: events).enumerated().map { index, event in
      var event = event
      event.id = "e\(index + 1)"
      return event
    }
  }
}
