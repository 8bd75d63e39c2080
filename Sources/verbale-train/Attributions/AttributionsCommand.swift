import ArgumentParser

/// The model of attributions: train it, or predict over annotated texts for the scorer.
struct AttributionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attributions", abstract: "Train or run the model of attributions.",
    subcommands: [
      ParseAttributionTexts.self, WriteAttributionFeatures.self, TrainAttributions.self,
      PredictAttributions.self,
    ])
}
