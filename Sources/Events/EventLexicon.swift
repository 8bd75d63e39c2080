package import Records
import Syntax
import Text

/// Which words tell which events: the rows of `events.tsv`, and the user's own.
public struct EventLexicon: Sendable {
  /// What one word tells in one frame.
  package struct Entry: Sendable {
    package let type: EventType
    package let mode: String?
    let contexts: [String]
    let frame: EventFrame
    /// The entry's name in the record.
    let by: String
    /// The entry's place in the table: of two that fit alike, the earlier is taken.
    package let weight: Int
  }

  /// The entries of a word by its class.
  package struct Entries: Sendable {
    package var verb: [Entry] = []
    package var noun: [Entry] = []
    package var adjective: [Entry] = []
  }

  private var entries: [String: Entries] = [:]
  /// The lemmas that have entries as verbs, and forms that stand in for them.
  private var verbs: Set<String> = []
  /// Forms that stand in for a lemma which a lemmatiser gets wrong.
  private var variants: Set<String> = []

  /// The lexicon that ships with Verbale.
  public static let standard = EventLexicon()

  /// The lexicon that ships with Verbale.
  private init() {
    for row in TSV.rows(PackageResources.events_tsv) {
      let cells = row.cells
      guard cells.count == 6, let type = EventType(rawValue: cells[0]),
        let frame = try? EventFrame(cells[4], classes: .shared)
      else { fatalError("events.tsv, line \(row.line)") }
      for lemma in cells[5].split(separator: " ") {
        add(
          Entry(
            type: type, mode: cells[1] == "-" ? nil : cells[1],
            contexts: cells[2] == "-" ? [] : cells[2].split(separator: ",").map(String.init),
            frame: frame, by: "events: \(lemma) (\(cells[4]))", weight: frame.weight),
          to: String(lemma), word: cells[3])
      }
    }
    // In the order of the lemmas: two of them may share a form.
    for (lemma, known) in entries.sorted(by: { $0.key < $1.key }) where !known.verb.isEmpty {
      for variant in LemmaVariants.variants(of: lemma) where entries[variant] == nil {
        entries[variant] = Entries(verb: known.verb)
        verbs.insert(variant)
        variants.insert(variant)
      }
    }
  }

  /// The standard lexicon with the user's own rows, which win over it: lemma, frame, type, mode,
  /// divided by tabs (`lemma`, `frame` and `type` are needed). A frame that starts with `n ` or
  /// `a ` is for a noun or an adjective, otherwise for a verb; a line that starts with `#` is a
  /// comment.
  ///
  /// - Throws: `EventLexiconError` with the line that cannot be read.
  public init(adding table: String) throws(EventLexiconError) {
    self = .standard
    for row in TSV.rows(table) {
      try addOwn(row.cells, line: row.line)
    }
  }

  private mutating func addOwn(_ cells: [String], line: Int) throws(EventLexiconError) {
    guard cells.count >= 3, !cells[0].isEmpty else {
      throw EventLexiconError(line: line, reason: "a row has a lemma, a frame and a type")
    }
    guard let type = EventType(rawValue: cells[2].uppercased()) else {
      throw EventLexiconError(line: line, reason: "\"\(cells[2])\" is no event type")
    }
    var text = cells[1]
    var word = "v"
    for prefix in ["v", "n", "a"] where text == prefix || text.hasPrefix(prefix + " ") {
      word = prefix
      text = String(text.dropFirst(2))
    }
    do {
      let frame = try EventFrame(text.isEmpty ? "-" : text, classes: .shared)
      let mode = cells.count > 3 && !cells[3].isEmpty && cells[3] != "-" ? cells[3] : nil
      let lemma = cells[0].split(separator: " ").joined(separator: "_")
      add(
        Entry(
          type: type, mode: mode, contexts: [], frame: frame,
          by: "own events: \(cells[0]) (\(cells[1]))", weight: frame.weight + 100),
        to: lemma, word: word)
    } catch {
      throw EventLexiconError(line: line, reason: error.reason)
    }
  }

  private mutating func add(_ entry: Entry, to lemma: String, word: String) {
    switch word {
    case "n": entries[lemma, default: Entries()].noun.append(entry)
    case "a": entries[lemma, default: Entries()].adjective.append(entry)
    default:
      entries[lemma, default: Entries()].verb.append(entry)
      verbs.insert(lemma)
    }
  }

  /// The verbs that tell an event by themselves with their parties, and its type, in the order of
  /// their lemmas.
  var directVerbs: [(lemma: String, type: EventType)] {
    entries.compactMap { lemma, entries in
      guard !lemma.contains("_"), !variants.contains(lemma),
        let entry = entries.verb.first(where: { $0.frame.isDirect })
      else { return nil }
      return (lemma, entry.type)
    }.sorted { $0.lemma < $1.lemma }
  }

  /// Whether a lemma, or a form that stands in for one, is a verb that may tell an event.
  func knowsVerb(_ lemma: String) -> Bool { verbs.contains(lemma) }

  /// The entries of a lemma.
  package func entries(_ lemma: String) -> Entries? { entries[lemma] }
}

/// A row of the user's table of events that cannot be read.
public struct EventLexiconError: Error, CustomStringConvertible, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: String

  /// The line and the reason in words.
  public var description: String { "line \(line): \(reason)" }
}
