import ArgumentParser
import Foundation
import Syntax
import Text

/// Trains the model of sentence boundaries on treebanks.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Train the model that finds where sentences end.")

  @Argument(help: "Treebanks in CoNLL-U to train on.") var treebanks: [String]
  @Option(help: "Where the weights are written.") var output: String
  @Option(help: "A treebank to check the result on; may be given again.") var check: [String] = []
  @Option(help: "How often all is seen.") var epochs = 2
  @Option(help: "The weights' decay at each step.") var decay: Float = 1e-6

  func run() throws {
    var examples: [BoundaryTrainer.Example] = []
    for path in treebanks {
      let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: path))))
      for document in TreebankText.documents(sentences) {
        for layout in TreebankText.Layout.allCases {
          examples += TreebankText.examples(of: document, layout: layout)
        }
      }
    }
    var trainer = BoundaryTrainer()
    for epoch in 0..<epochs {
      let loss = trainer.pass(over: examples, seed: UInt64(epoch), decay: decay)
      print("epoch \(epoch): \(examples.count) places, loss \(loss)")
    }
    for path in check {
      let sentences = try CoNLLU.read(Array(Data(contentsOf: URL(filePath: path))))
      let documents = TreebankText.documents(sentences)
      for layout in TreebankText.Layout.allCases {
        let score = BoundaryScore(documents, layout, model: BoundaryModel(bytes: trainer.bytes))
        print("\(path) \(layout): \(score)")
      }
    }
    try Data(trainer.bytes).write(to: URL(filePath: output))
  }
}
