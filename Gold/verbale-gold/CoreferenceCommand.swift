import ArgumentParser
import Foundation
import GoldScores
import Mentions
import Syntax

/// `verbale-gold coreference`: who a pronoun is, and which mentions are one, against GUM's
/// entities; with `--features`, the material that the pronouns' ranking is trained on.
struct CoreferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coreference",
    abstract: "Scores coreference of persons and organisations against GUM's entities.")

  @Argument(help: "GUM in CoNLL-U.") var gold: String
  @Option(name: .customLong("genre"), help: "Only this genre; may be repeated.")
  var genres: [String] = []
  @Flag(help: "Write each pronoun's candidates with their features.") var features = false

  func run() throws {
    let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: gold))))
    let documents = RawText.documents(sentences).map(GUMEntities.init).filter { document in
      genres.isEmpty || genres.contains { document.id.hasPrefix("GUM_\($0)_") }
    }
    if features { return writeFeatures(documents) }
    var score = CoreferenceScore()
    let reader = CastReader()
    for document in documents { score.add(document, reader.read(document.parsed)) }
    score.report()
  }

  private func writeFeatures(_ documents: [GUMEntities]) {
    print((["F"] + PronounFeatures.Feature.allCases.map(\.rawValue)).joined(separator: "\t"))
    let reader = CastReader()
    for document in documents {
      let entities = document.entityByHead
      for choice in reader.pronounChoices(document.parsed) {
        guard let entity = entities[choice.pronoun] else { continue }
        print("P\t\(document.parsed[choice.pronoun].form.lowercased())")
        for candidate in choice.candidates {
          let values = candidate.features.values.map { "\($0)" }.joined(separator: "\t")
          print("C\t\(entities[candidate.head] == entity ? 1 : 0)\t\(values)")
        }
      }
    }
  }
}

extension GUMEntities {
  /// The entity of the widest mention with each head.
  var entityByHead: [TokenAddress: String] {
    var entities: [TokenAddress: String] = [:]
    for mention in mentions where entities[mention.address] == nil {
      entities[mention.address] = mention.entity
    }
    return entities
  }
}

/// What is counted: pronouns whose nearest noun in the cast is right, and B³ (Bagga and Baldwin
/// 1998) over the heads of persons' and organisations' mentions.
private struct CoreferenceScore {
  private var right: [String: Int] = [:]
  private var all: [String: Int] = [:]
  private var precision = 0.0
  private var recall = 0.0
  private var count = 0.0

  mutating func add(_ document: GUMEntities, _ cast: Cast) {
    var seen: Set<TokenAddress> = []
    var heads: [(head: TokenAddress, gold: String, system: Int)] = []
    for mention in document.mentions
    where mention.type == "person" || mention.type == "organization" {
      guard seen.insert(mention.address).inserted else { continue }
      // Who is in nobody's entity is alone.
      let system = cast.entity(at: mention.address) ?? -heads.count - 1
      heads.append((mention.address, mention.entity, system))
    }
    heads.sort { $0.head < $1.head }
    for (index, mention) in heads.enumerated() {
      let both = heads.count { $0.gold == mention.gold && $0.system == mention.system }
      precision += Double(both) / Double(heads.count { $0.system == mention.system })
      recall += Double(both) / Double(heads.count { $0.gold == mention.gold })
      count += 1
      guard let kind = Self.kind(document.parsed[mention.head].form.lowercased()),
        heads[..<index].contains(where: { $0.gold == mention.gold })
      else { continue }
      let earlier = heads[..<index].filter { $0.system == mention.system }
      let noun = earlier.last { document.parsed[$0.head].upos != .pron } ?? earlier.last
      all[kind, default: 0] += 1
      if noun?.gold == mention.gold { right[kind, default: 0] += 1 }
    }
  }

  func report() {
    for kind in all.keys.sorted() {
      print("\(kind): \(right[kind] ?? 0) of \(all[kind] ?? 0) right")
    }
    guard count > 0 else { return }
    let (p, r) = (100 * precision / count, 100 * recall / count)
    print(String(format: "B3: precision %.1f, recall %.1f, F1 %.1f", p, r, 2 * p * r / (p + r)))
  }

  private static func kind(_ word: String) -> String? {
    switch word {
    case "he", "him", "his", "himself": "he"
    case "she", "her", "hers", "herself": "she"
    case "they", "them", "their", "theirs", "themselves": "they"
    case "it", "its", "itself": "it"
    default: nil
    }
  }
}
