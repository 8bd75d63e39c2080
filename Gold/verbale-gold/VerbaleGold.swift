import ArgumentParser

/// The tool that scores what Verbale reads against what careful readers wrote down.
@main
struct VerbaleGold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbale-gold", abstract: "Scores what Verbale reads against gold readings.",
    subcommands: [
      SeedCommand.self, ParseCommand.self, NamesCommand.self, DatesCommand.self,
      FactualityCommand.self,
      StatusGridCommand.self, EventsCommand.self, CodingCommand.self, ReportsCommand.self,
      CoreferenceCommand.self,
      PagesCommand.self, PageSpeedCommand.self,
    ])
}
