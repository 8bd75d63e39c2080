import ArgumentParser
import Attributions
import Foundation
import Records
import Syntax
import Text

/// Learns the model from annotated and parsed texts.
///
/// The judge learns from what models put forward in texts that they haven't seen: the texts are
/// parted in folds, and for each fold cues and roles are learned from the others.
struct TrainAttributions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn which words report and what belongs to them.")

  @Option(help: "Annotations, one JSON document a line.") var gold: String
  @Option(help: "Texts, one JSON document a line.") var text: String
  @Option(help: "Parses of the texts.") var parses: String
  @Option(help: "Groups of words of like meaning: word, small and large group, parted by tabs.")
  var groups: String?
  @Option(
    help: """
      Networks learned with every nth text left out, from the first, the second, … on: each text is
      read by the one that hasn't seen it. Without them no network is taken into account.
      """)
  var foldNetwork: [String] = []
  @Option(help: "Where the model goes.") var out: String
  @Option(help: "Slots of the model of cues, as a power of two.") var cueBits = 20
  @Option(help: "Slots of the model of roles, as a power of two.") var roleBits = 18
  @Option(help: "Slots of the judge, as a power of two.") var judgeBits = 16
  @Option(help: "Parts of the texts that the judge is learned over; 0 for no judge.") var folds = 3
  @Option(help: "Passes over the cues.") var cueEpochs = 4
  @Option(help: "Passes over the roles.") var roleEpochs = 6
  @Option(help: "Passes over what the judge decides.") var judgeEpochs = 5
  @Option(help: "The length of the first steps.") var rate: Float = 0.1
  @Option(help: "How fast weights decay.") var decay: Float = 1e-6
  @Option(help: "Log-odds above which a word counts as a cue.") var threshold: Float = -0.1
  @Option(help: "How far below the threshold a word is put before the judge.")
  var floor: Float = -1.5
  @Option(help: "Log-odds above which the judge is for an attribution.")
  var judgeThreshold: Float = -0.95

  func run() async throws {
    let annotations = try JSONLines.read(AttributionsLine.self, from: gold)
    let byID = Dictionary(uniqueKeysWithValues: annotations.map { ($0.id, $0.attributions) })
    let networks = try foldNetwork.map {
      try RoleNetwork([UInt8](try Data(contentsOf: URL(filePath: $0))))
    }
    let parsed = try ParsedTexts(texts: text, parses: parses).texts
    let texts = parsed.enumerated().map { number, item in
      GoldRoles(
        report: Report(
          item.parsed, blocks: Paragraphs.blocks(of: item.parsed.text),
          network: networks.isEmpty ? nil : networks[number % networks.count]),
        items: byID[item.id] ?? [])
    }
    let table = try groups.map {
      String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self)
    }
    let words = WordKnowledge(groups: table.map { WordGroups(table: $0) } ?? WordGroups())
    var model = learn(texts, words)
    if folds > 1 { model.judge = learnJudge(texts, words) }
    try Data(model.encoded()).write(to: URL(filePath: out))
  }

  /// Cues and roles from some texts.
  private func learn(_ texts: [GoldRoles], _ words: WordKnowledge) -> LearnedModel {
    var instances = AttributionInstances(words: words)
    for text in texts { instances.add(text) }
    print("\(instances.cues.count) words, \(instances.roles.count) phrases")
    var trainer = LogisticTrainer()
    trainer.rate = rate
    trainer.decay = decay
    trainer.epochs = cueEpochs
    let cueModel = trainer.train(instances.cues, bits: cueBits, labels: 1)
    trainer.epochs = roleEpochs
    let roleModel = trainer.train(instances.roles, bits: roleBits, labels: Role.allCases.count)
    var model = LearnedModel(cue: cueModel, roles: roleModel, threshold: threshold)
    model.groups = words.groups
    model.floor = floor
    model.judgeThreshold = judgeThreshold
    return model
  }

  private func learnJudge(_ texts: [GoldRoles], _ words: WordKnowledge) -> HashedModel {
    var judged: [Instance] = []
    for fold in 0..<folds {
      let seen = texts.indices.filter { $0 % folds != fold }.map { texts[$0] }
      let model = learn(seen, words)
      for index in texts.indices where index % folds == fold {
        judged += AttributionInstances.judged(by: model, texts[index])
      }
    }
    print("\(judged.count) put forward, \(judged.count { $0.label == 1 }) of them right")
    var trainer = LogisticTrainer()
    trainer.rate = rate
    trainer.decay = decay
    trainer.epochs = judgeEpochs
    return trainer.train(judged, bits: judgeBits, labels: 1)
  }
}
