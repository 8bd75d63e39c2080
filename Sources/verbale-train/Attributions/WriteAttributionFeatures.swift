import ArgumentParser
import Attributions
import Foundation
import Records
import Syntax
import Text

/// Writes what the network of attributions learns from, as plain arrays of little-endian numbers
/// that NumPy reads, and `sizes.json`.
///
/// | file | a row each | numbers |
/// | --- | --- | --- |
/// | `texts.i32` | stretch | the text's number, the number of words, the number of examples |
/// | `rows.i32` | word | rows of embeddings |
/// | `forms.i32` | word | the row of the word's vector, that of its head's (0 for none) |
/// | `vectors.f32` | vector | its numbers |
/// | `heads.u8` | word | 1 where it heads a cue, 0 where not, 2 where that isn't known |
/// | `inside.u8` | word | 1 for a source, 2 for a cue, 4 for a content, added up |
/// | `examples.i32` | example | the cue's place in its stretch |
/// | `parts.u8`, `ways.i32` | word of an example's stretch | its part; the way to it |
///
/// `words.txt` has the words themselves, one a line, for a teacher that reads more than the network.
///
/// Texts without annotations have examples too: the words that a network takes for likely cues, so
/// that a teacher can say what stands around them.
struct WriteAttributionFeatures: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features", abstract: "Write what the network of attributions learns from.")

  @Option(help: "Annotations, one JSON document a line; none: likely cues are the examples.")
  var gold: String?
  @Option(help: "The network that says which cues are likely; the one built in otherwise.")
  var network: String?
  @Option(help: "Texts, one JSON document a line.") var text: String
  @Option(help: "Parses of the texts.") var parses: String
  @Option(help: "The folder that the arrays go to.") var out: String

  /// The odds of a cue from which a word without annotation is an example.
  private static let likely: Float = -1

  func run() async throws {
    let annotations = try gold.map { try JSONLines.read(AttributionsLine.self, from: $0) }
    let byID = Dictionary(
      uniqueKeysWithValues: (annotations ?? []).map { ($0.id, $0.attributions) })
    let network =
      try network.map { try RoleNetwork([UInt8](try Data(contentsOf: URL(filePath: $0)))) }
      ?? .shipped
    var arrays = try FeatureArrays()
    for (number, (id, parsed)) in try ParsedTexts(texts: text, parses: parses).texts.enumerated() {
      let report = Report(
        parsed, blocks: Paragraphs.blocks(of: parsed.text),
        network: annotations == nil ? network : nil)
      let roles =
        annotations == nil
        ? GoldRoles(report: report, likelyCues: Self.likely)
        : GoldRoles(report: report, items: byID[id] ?? [])
      arrays.add(roles, text: number)
    }
    try arrays.write(to: URL(filePath: out))
  }
}

/// The arrays while they are gathered.
private struct FeatureArrays {
  private let vectors: FixedVectors
  private let finder = ArgumentFinder()
  private var texts: [Int32] = []
  private var words = Data()
  private var rows: [Int32] = []
  private var forms: [Int32] = []
  private var numbers: [Float]
  private var formRows: [String: Int32] = [:]
  private var heads: [UInt8] = []
  private var inside: [UInt8] = []
  private var examples: [Int32] = []
  private var parts: [UInt8] = []
  private var ways: [Int32] = []

  init() throws {
    vectors = try FixedVectors.shared()
    numbers = [Float](repeating: 0, count: vectors.width)
  }

  mutating func add(_ gold: GoldRoles, text: Int) {
    let report = gold.report
    for stretch in Stretch.all(in: report.passages) {
      for (place, index) in stretch.passages.enumerated() {
        let passage = report.passages[index]
        WordBuckets.append(passage, place: place, of: report, lexicon: .standard, to: &rows)
        let vectorRows = passage.sentence.tokens.map { row(of: $0.form) }
        for (token, word) in passage.sentence.tokens.enumerated() {
          words += Data("\(word.form)\n".utf8)
          forms += [vectorRows[token], word.head < 0 ? 0 : vectorRows[word.head]]
          heads.append(headLabel(token, passage, gold))
          inside.append(insideLabel(word, gold))
        }
      }
      let here = gold.examples.filter { stretch.passages.contains($0.passage) }
      for example in here { add(example, stretch, report) }
      texts += [Int32(text), Int32(stretch.count), Int32(here.count)]
    }
  }

  private mutating func add(_ example: GoldRoles.Example, _ stretch: Stretch, _ report: Report) {
    let place = example.passage - stretch.passages.lowerBound
    examples.append(Int32(stretch.starts[place] + example.token))
    for index in stretch.passages {
      for word in report.passages[index].sentence.tokens {
        parts.append(UInt8(GoldRoles.role(of: word.span, in: example.item).rawValue))
      }
    }
    ways += PairPath.ways(from: example.token, in: report.passages[example.passage], of: stretch)
  }

  private func headLabel(_ token: Int, _ passage: Passage, _ gold: GoldRoles) -> UInt8 {
    if gold.heads.contains(TokenAddress(passage.index, token)) { return 1 }
    guard finder.mayReport(token, in: passage) else { return 2 }
    return gold.isInContent(passage.sentence[token]) ? 2 : 0
  }

  private func insideLabel(_ word: Token, _ gold: GoldRoles) -> UInt8 {
    var label: UInt8 = 0
    for item in gold.items {
      if item.source.contains(where: { $0.overlaps(word.span) }) { label |= 1 }
      if item.cue.contains(where: { $0.overlaps(word.span) }) { label |= 2 }
      if item.content.contains(where: { $0.overlaps(word.span) }) { label |= 4 }
    }
    return label
  }

  private mutating func row(of form: String) -> Int32 {
    if let row = formRows[form] { return row }
    guard let vector = vectors.vector(of: form) else {
      formRows[form] = 0
      return 0
    }
    let row = Int32(numbers.count / vectors.width)
    numbers += vector
    formRows[form] = row
    return row
  }

  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ bytes: Data, _ name: String) throws {
      try bytes.write(to: folder.appending(path: name))
    }
    try write(words, "words.txt")
    try write(Self.bytes(of: texts), "texts.i32")
    try write(Self.bytes(of: rows), "rows.i32")
    try write(Self.bytes(of: forms), "forms.i32")
    try write(Self.bytes(of: numbers.map { Int32(bitPattern: $0.bitPattern) }), "vectors.f32")
    try write(Data(heads), "heads.u8")
    try write(Data(inside), "inside.u8")
    try write(Self.bytes(of: examples), "examples.i32")
    try write(Data(parts), "parts.u8")
    try write(Self.bytes(of: ways), "ways.i32")
    let sizes = [
      "kinds": WordBuckets.sizes.count, "rows": WordBuckets.rows, "ways": PairPath.ways,
      "distances": PairPath.distances, "vector": vectors.width,
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try write(try encoder.encode(sizes), "sizes.json")
  }

  private static func bytes(of numbers: [Int32]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      let pattern = UInt32(bitPattern: number)
      data.append(UInt8(truncatingIfNeeded: pattern))
      data.append(UInt8(truncatingIfNeeded: pattern >> 8))
      data.append(UInt8(truncatingIfNeeded: pattern >> 16))
      data.append(UInt8(truncatingIfNeeded: pattern >> 24))
    }
    return data
  }
}
