import Archive
import ArgumentParser
import Exchange
import Foundation
import Records

/// `verbale backup`: a copy of the archive.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies an archive, as it stands at one moment, into a new file.",
    discussion: """
      Others may go on reading and writing meanwhile.

      EXAMPLES
        verbale backup verbale-2021-05-20.sqlite
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The file to make.", completion: .file()) var file: String

  func run() throws {
    let archive = try self.archive.open()
    try ArchiveOptions.complaining { try archive.backup(to: file) }
    Terminal.complain("verbale: \(self.archive.path) is copied to \(file)")
  }
}

/// `verbale restore`: a copy in the archive's place.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Puts a backup in the place of an archive, once it was looked over.",
    discussion: """
      What stands there now is kept beside it. Stop other programs that use the archive first.

      EXAMPLES
        verbale restore verbale-2021-05-20.sqlite
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The backup.", completion: .file()) var file: String

  func run() throws {
    let former = try ArchiveOptions.complaining {
      try Archive.restore(file, to: archive.path)
    }
    Terminal.complain(
      "verbale: \(archive.path) is \(file)"
        + (former.map { "; what stood there is \($0)" } ?? ""))
  }
}

/// `verbale takedown`: a document's words out of the archive.
struct TakedownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "takedown",
    abstract: "Removes a document's text and record, in every version, for good.",
    discussion: """
      A tombstone stays: the hashes of what came in, the reason and the day. Backups and exports \
      that were made before are not touched.

      EXAMPLES
        verbale takedown 12 --reason "the publisher asked for it"
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The document: its number, address, path or hash.") var document: String

  @Option(help: "Why, for the tombstone.") var reason: String

  @Flag(help: "Don't ask.") var yes = false

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason wants a reason.") }
  }

  func run() throws {
    let archive = try self.archive.open()
    let id = try self.archive.document(document, in: archive)
    let summary = try ArchiveOptions.complaining { try archive.document(id) }?.summary
    let name = "\(id) (\(summary?.title ?? summary?.address ?? document))"
    if !yes {
      guard Terminal.takesInput else {
        throw Complaint("takedown can't be taken back; say --yes where nobody can be asked.")
      }
      Terminal.complain("Remove the text of document \(name) for good? Type yes:")
      guard readLine() == "yes" else { throw Complaint("nothing was removed.") }
    }
    try ArchiveOptions.complaining { try archive.takedown(id, reason: reason) }
    Terminal.complain("verbale: document \(name) is taken down")
  }
}

/// `verbale ledger`: what became of every input.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Lists what became of every input that was ever given.",
    discussion: """
      EXAMPLES
        verbale ledger --state refused
      """)

  @OptionGroup var archive: ArchiveOptions

  @Option(help: "whole, partial or refused.") var state: LedgerState?

  @Option(help: "The most lines to show.") var limit = 50

  func run() throws {
    let archive = try self.archive.open()
    let (counts, page) = try ArchiveOptions.complaining {
      (try archive.counts(), try archive.ledger(state: state?.state, limit: max(1, limit)))
    }
    for item in page.items {
      let line = item.line
      let why = line.message ?? (line.reasons.isEmpty ? "" : ReasonWords.told(line.reasons))
      let document = item.document.map { "document \($0)" } ?? ""
      Output.write(
        [item.at, line.state.rawValue, line.source ?? line.id ?? "standard input", document, why]
          .filter { !$0.isEmpty }.joined(separator: "  ") + "\n")
    }
    let states = counts.inputs.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    Terminal.complain(
      "verbale: \(counts.documents) documents, \(counts.versions) versions, "
        + "\(counts.removed) taken down; inputs: \(states.joined(separator: ", "))")
  }
}
