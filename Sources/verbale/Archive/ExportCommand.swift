import Archive
import ArgumentParser
import Exchange
import Foundation

/// `verbale export`: the archive in other formats.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Gives an archive's records out, in any of ten formats, or as a frozen release.",
    discussion: """
      Formats: jsonl (records), quotes, events (CSV), polecat, gdelt, acled (their files' shapes), \
      annotations (W3C), calendar (iCalendar), network (GEXF), map (GeoJSON). Where a query asks \
      for lines, only those are given out. The same archive gives the same bytes.

      A release is a folder with all formats asked for, and a manifest of their hashes that \
      `verbale verify` checks offline.

      EXAMPLES
        verbale export --format events > events.csv
        verbale export --format map 'status:happened after:2021-05' > map.geojson
        verbale export --release may-2021 'after:2021-05 before:2021-06'
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "Only what this query finds.") var query: [String] = []

  @Option(help: "The format; several for a release, by default jsonl, quotes and events.")
  var format: [String] = []

  @Option(help: "Make a release in this new folder.") var release: String?

  @Option(help: "The release's title.") var title: String?

  func validate() throws {
    for name in format where ExportFormat(rawValue: name) == nil {
      let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--format takes one of \(known), not ‘\(name)’.")
    }
    if release == nil, format.count != 1 {
      throw ValidationError("give one --format, or --release FOLDER for several.")
    }
    if release == nil, title != nil { throw ValidationError("--title belongs to --release.") }
  }

  func run() throws {
    let query = query.isEmpty ? nil : try SearchQuery.complaining(query)
    let archive = try self.archive.open()
    let formats = format.compactMap(ExportFormat.init(rawValue:))
    guard let release else {
      var exporter = Exporter(formats[0])
      try ArchiveOptions.complaining {
        try archive.records(matching: query) { _, record in
          Output.write(try exporter.add(record))
        }
      }
      return Output.write(exporter.end())
    }
    let manifest = try ArchiveOptions.complaining {
      try archive.release(
        to: release, title: title ?? "Verbale release",
        formats: formats.isEmpty ? [.jsonl, .quotes, .events] : formats, matching: query)
    }
    Terminal.complain(
      "verbale: \(release): \(manifest.documents) documents in \(manifest.files.count) files; "
        + "release \(manifest.id)")
  }
}

/// `verbale verify`: a release looked over.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that a release is what it was when it was made.",
    discussion: """
      Every file's hash and size, that none is missing and none was added, and that each record's \
      text has its hash and each of its lines its words. Exit status: 0 all is as it was, 1 not.

      EXAMPLES
        verbale verify may-2021
      """)

  @Argument(help: "The release's folder.", completion: .directory) var folder: String

  func run() throws {
    let findings = try ArchiveOptions.complaining { try Release.verify(folder) }
    for finding in findings { Terminal.complain("verbale: \(folder): \(finding)") }
    if findings.isEmpty {
      Terminal.complain("verbale: \(folder): every file is as it was")
    }
    throw ExitCode(findings.isEmpty ? 0 : 1)
  }
}
