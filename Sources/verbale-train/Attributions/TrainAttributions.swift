import ArgumentParser
import Attributions
import Foundation
import Records
import Syntax
import Text

/// Learns the model from annotated and parsed texts.
struct TrainAttributions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn which words report and what belongs to them.")

  @Option(help: "Annotations, one JSON document a line.") var gold: String
  @Option(help: "Texts, one JSON document a line.") var text: String
  @Option(help: "Parses of the texts.") var parses: String
  @Option(help: "Where the model goes.") var out: String
  @Option(help: "Slots of the model of cues, as a power of two.") var cueBits = 20
  @Option(help: "Slots of the model of roles, as a power of two.") var roleBits = 18
  @Option(help: "Passes over the cues.") var cueEpochs = 4
  @Option(help: "Passes over the roles.") var roleEpochs = 6
  @Option(help: "The length of the first steps.") var rate: Float = 0.1
  @Option(help: "How fast weights decay.") var decay: Float = 1e-6
  @Option(help: "Log-odds above which a word counts as a cue.") var threshold: Float = -0.1

  func run() async throws {
    let annotations = try JSONLines.read(AttributionsLine.self, from: gold)
    let byID = Dictionary(uniqueKeysWithValues: annotations.map { ($0.id, $0.attributions) })
    var cues: [Instance] = []
    var roles: [Instance] = []
    for (id, parsed) in try ParsedTexts(texts: text, parses: parses).texts {
      let report = Report(parsed, blocks: Paragraphs.blocks(of: parsed.text))
      let gold = GoldRoles(report: report, items: byID[id] ?? [])
      gather(gold, into: &cues)
      gatherRoles(gold, into: &roles)
    }
    print("\(cues.count) words, \(cues.count { $0.label == 1 }) cues, \(roles.count) phrases")
    var trainer = LogisticTrainer()
    trainer.rate = rate
    trainer.decay = decay
    trainer.epochs = cueEpochs
    let cueModel = trainer.train(cues, bits: cueBits, labels: 1)
    trainer.epochs = roleEpochs
    let roleModel = trainer.train(roles, bits: roleBits, labels: Role.allCases.count)
    let model = LearnedModel(cue: cueModel, roles: roleModel, threshold: threshold)
    try Data(model.encoded()).write(to: URL(filePath: out))
  }

  /// Every word that may report; words in annotated contents are left out unless they are cues.
  private func gather(_ gold: GoldRoles, into instances: inout [Instance]) {
    var bag = FeatureBag()
    let finder = ArgumentFinder()
    for passage in gold.report.passages {
      for (token, word) in passage.sentence.tokens.enumerated()
      where finder.mayReport(token, in: passage) {
        let isCue = gold.heads.contains(TokenAddress(passage.index, token))
        if !isCue && gold.isInContent(word) { continue }
        CueFeatures.gather(token, in: passage, of: gold.report, lexicon: .standard, into: &bag)
        instances.append(Instance(features: bag.features, label: isCue ? 1 : 0))
      }
    }
  }

  /// Every phrase around an annotated cue.
  private func gatherRoles(_ gold: GoldRoles, into instances: inout [Instance]) {
    var bag = FeatureBag()
    let finder = ArgumentFinder()
    for example in gold.examples {
      let passage = gold.report.passages[example.passage]
      let candidate = finder.candidate(example.token, in: passage, of: gold.report)
      let roles = gold.roles(of: candidate, in: example)
      for (index, argument) in candidate.arguments.enumerated() {
        RoleFeatures.gather(
          index, of: candidate, in: passage, of: gold.report, lexicon: .standard,
          parentRole: argument.parent < 0 ? .none : roles[argument.parent], into: &bag)
        instances.append(Instance(features: bag.features, label: roles[index].rawValue))
      }
    }
  }
}
