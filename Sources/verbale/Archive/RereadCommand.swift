import Archive
import ArgumentParser
import Foundation
import Reader
import Records

/// `verbale reread`: the archive's inputs read by the present reader.
struct RereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reread",
    abstract: "Reads the archive's documents again with this version of Verbale.",
    discussion: """
      A reading that differs becomes a new version; `verbale diff` shows what changed. Decisions \
      find their lines by their words. Documents that this reader read before are left out, so that \
      a run that was cut off goes on where it stopped.

      EXAMPLES
        verbale reread
        verbale reread --all 12 https://news.example/report
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "Documents by number, address, path or hash; else all.") var documents: [String] =
    []

  @Flag(help: "Also those that this reader read before.") var all = false

  @Option(help: "Your own actors: a table of name, aliases, country, sector.") var actors: String?

  @Option(help: "Your own event types: a table of lemma, frame, type, mode.") var types: String?

  @Flag(help: "Use a smaller language model: 1.3 times as fast, a little less exact.")
  var fast = false

  @Option(help: "How many reports to read at once.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func run() throws {
    let archive = try self.archive.open()
    var options = ReadingOptions()
    (options.published, options.raw) = (nil, false)
    (options.actors, options.types, options.jobs, options.fast) = (actors, types, jobs, fast)
    try options.validate()
    let reader = try options.reader()
    let ids =
      documents.isEmpty
      ? try ArchiveOptions.complaining { try archive.readableDocuments() }
      : try documents.map { try self.archive.document($0, in: archive) }
    let progress = ProgressBar(total: ids.count)
    var counts = (changed: 0, same: 0)
    let isAll = all
    try ArchiveOptions.complaining {
      try OrderedWork.run(ids, jobs: jobs) { id -> Result<(Int, Record)?, any Error> in
        Result {
          guard let stored = try archive.input(of: id),
            let present = try archive.record(of: id),
            isAll || present.reader != reader.info
          else { return nil }
          return (id, reader.read(stored.input, published: stored.published))
        }
      } deliver: { result in
        if let (id, record) = try result.get(), try archive.reread(id, as: record) != nil {
          counts.changed += 1
        } else {
          counts.same += 1
        }
        progress.advance()
      }
    }
    progress.clear()
    let versions = counts.changed == 1 ? "1 new version" : "\(counts.changed) new versions"
    Terminal.complain("verbale: \(versions), \(counts.same) as before")
  }
}
