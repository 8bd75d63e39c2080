import ArgumentParser

/// Trains what is learned, from data that is not part of the project.
@main
struct VerbaleTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbale-train", abstract: "Train the models that Verbale ships.",
    subcommands: [AttributionsCommand.self, SentencesCommand.self])
}
