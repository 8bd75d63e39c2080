import Archive
import ArgumentParser
import Foundation
import Records

/// `verbale actors`: who is in the archive.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Lists actors across reports, or shows one with its names and roles over time.",
    discussion: """
      Reports share an actor by a name that tells who it is; a surname alone never does. `verbale \
      review merge` joins two, `verbale review split` parts them; both can be undone.

      EXAMPLES
        verbale actors psaki
        verbale actors '#17'
        verbale search 'speaker:#17'
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "Words of a name, or an actor's number, such as #17; else all.")
  var name: [String] = []

  @Option(help: "The most actors to list.") var limit = 20

  @Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    let name = name.joined(separator: " ")
    if name.hasPrefix("#"), let id = Int(name.dropFirst()) {
      return try show(id, in: archive)
    }
    let found = try ArchiveOptions.complaining {
      try archive.actors(named: name.isEmpty ? nil : name, limit: max(1, limit))
    }
    for actor in found {
      let facts = [actor.kind, actor.country].compactMap { $0 }.joined(separator: ", ")
      Output.write(
        json
          ? try JSONText.of(actor) + "\n"
          : "#\(actor.id)  \(Terminal.style.name(actor.name)) (\(facts)), \(reports(actor))\n")
    }
    throw ExitCode(found.isEmpty ? 1 : 0)
  }

  private func show(_ id: Int, in archive: Archive) throws {
    guard let actor = try ArchiveOptions.complaining({ try archive.actor(id) }) else {
      throw Complaint("#\(id): no such actor; `verbale actors NAME` tells the numbers.")
    }
    if json { return Output.write(try JSONText.of(actor, layout: .indented) + "\n") }
    let facts = [actor.summary.kind, actor.summary.country].compactMap { $0 }
    Output.write(
      "#\(actor.summary.id)  \(Terminal.style.name(actor.summary.name)) "
        + "(\(facts.joined(separator: ", "))), \(reports(actor.summary))\n")
    let others = actor.names.filter { $0 != actor.summary.name }
    if !others.isEmpty { Output.write("  also \(others.joined(separator: "; "))\n") }
    if !actor.merged.isEmpty {
      Output.write(
        "  joined by decision: \(actor.merged.map { "#\($0)" }.joined(separator: ", "))\n")
    }
    for role in actor.roles {
      let days = [role.first, role.last == role.first ? nil : role.last].compactMap { $0 }
        .map { $0.prefix(10) }.joined(separator: " to ")
      Output.write("  \(role.title)  \(Terminal.style.dim("\(days) (\(role.reports))"))\n")
    }
  }

  private func reports(_ actor: ActorSummary) -> String {
    actor.reports == 1 ? "1 report" : "\(actor.reports) reports"
  }
}
