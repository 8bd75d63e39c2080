import Archive
import ArgumentParser
import Records

/// `verbale diff`: what changed in the record of a document.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which lines of a document's record appeared, vanished or changed.",
    discussion: """
      By default the newest version is compared with the one before it.

      EXAMPLES
        verbale diff 12
        verbale diff https://news.example/report --from 1 --to 3
        verbale diff report.html --json
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The document: its number, address, path or hash.") var document: String

  @Option(help: "The number of the old version.") var from: Int?

  @Option(help: "The number of the new version.") var to: Int?

  @Flag(help: "The difference as one JSON object.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    let id = try self.archive.document(document, in: archive)
    let versions = try ArchiveOptions.complaining { try archive.document(id) }?.versions ?? []
    guard versions.count > 1 || from != nil || to != nil else {
      Terminal.complain("verbale: document \(id) has one version; there is nothing to compare")
      return
    }
    let diff = try ArchiveOptions.complaining { try archive.diff(of: id, from: from, to: to) }
    if json { return Output.write(try JSONText.of(diff, layout: .indented) + "\n") }
    if diff.isEmpty { return Terminal.complain("verbale: the two versions say the same") }
    let style = Terminal.style
    for fact in diff.facts {
      Output.write("  \(fact.name): \(fact.old ?? "–") → \(fact.new ?? "–")\n")
    }
    for line in diff.vanished { Output.write(style.bad("- " + told(line)) + "\n") }
    for line in diff.appeared { Output.write(style.good("+ " + told(line)) + "\n") }
    for change in diff.changed {
      Output.write(style.open("~ " + told(change.new)) + "\n")
      for field in change.fields {
        let (old, new) =
          field == "words"
          ? (change.old.words, change.new.words)
          : (change.old[field] ?? "–", change.new[field] ?? "–")
        Output.write("    \(field): \(old) → \(new)\n")
      }
    }
  }

  private func told(_ line: RecordLine) -> String {
    let says = line.says.map(\.value).prefix(5).joined(separator: " ")
    return Paragraph.wrapped(
      "\(line.id) \(says) “\(line.words)”", indent: 4, width: Terminal.width)
  }
}
