import ArgumentParser
import Foundation
import GoldScores
import Records
import Text

/// `verbale-gold reports`: our own annotated reports, to be read, scored and compared.
struct ReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports", abstract: "Scores attributions on our own annotated reports.",
    discussion: """
      `Gold/score-attributions` and `Gold/agree-attributions` call this. Examples:
        verbale-gold reports texts Gold/attributions/reports | verbale read --jsonl > records.jsonl
        verbale-gold reports score Gold/attributions/reports records.jsonl
        verbale-gold reports agree Gold/attributions/twice/first Gold/attributions/twice/second
      """,
    subcommands: [Texts.self, Score.self, Agree.self, Export.self])

  /// The reports without their marks.
  struct Texts: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the texts without marks, JSON Lines with id and text.")
    @Argument(help: "A folder of annotated reports.") var reports: String

    func run() throws {
      for report in try ReportsCommand.reports(in: reports) {
        print(try line(["id": report.id, "text": report.text]))
      }
    }
  }

  /// Records against the annotation.
  struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Scores the attributions of records, paired by the shared scorer's rule.")
    @Argument(help: "A folder of annotated reports.") var reports: String
    @Argument(help: "Their records, JSON Lines.") var records: String
    @Flag(help: "Tell every fault, a line each, in place of the figures.") var faults = false

    func run() throws {
      let found = try ReportsCommand.records(at: records)
      if faults {
        for report in try ReportsCommand.reports(in: reports) {
          guard let record = found[report.id] else { continue }
          let told = ReadingFaults(
            gold: ReportReading(report), found: ReportReading(record), text: report.text)
          for line in told.lines { print("\(report.id)\t\(line)") }
        }
        return
      }
      try ReportsCommand.score(reports) { report in
        guard let record = found[report.id] else {
          throw GoldError(description: "\(records) has no record of \(report.id)")
        }
        return ReportReading(record)
      }
    }
  }

  /// Two annotations against each other.
  struct Agree: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compares two annotations of the same reports.")
    @Argument(help: "A folder of annotated reports.") var first: String
    @Argument(help: "Another annotation of the same reports.") var second: String

    func run() throws {
      let others = Dictionary(
        uniqueKeysWithValues: try ReportsCommand.reports(in: second).map { ($0.id, $0) })
      try ReportsCommand.score(first) { report in
        guard let other = others[report.id], other.text == report.text else {
          throw GoldError(description: "\(second) has no annotation of the text of \(report.id)")
        }
        return ReportReading(other)
      }
    }
  }

  /// The annotation, and records, as the shared scorer wants them.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes gold.jsonl, text.jsonl and pred.jsonl for the shared scorer.")
    @Argument(help: "A folder of annotated reports.") var reports: String
    @Argument(help: "Their records, JSON Lines.") var records: String
    @Option(help: "The folder to write to.") var out: String

    func run() throws {
      let found = try ReportsCommand.records(at: records)
      var gold = ""
      var texts = ""
      var predicted = ""
      for report in try ReportsCommand.reports(in: reports) {
        texts += try line(["doc_id": report.id, "text": report.text]) + "\n"
        gold +=
          try line(
            Scored(
              doc_id: report.id,
              attributions: report.attributions.map {
                Roles(source: $0.source, cue: $0.cue, content: $0.content)
              })) + "\n"
        predicted +=
          try line(
            Scored(
              doc_id: report.id,
              attributions: found[report.id]?.attributions.map {
                Roles(source: $0.source, cue: $0.cue, content: $0.content)
              } ?? [])) + "\n"
      }
      let folder = URL(filePath: out)
      for (name, lines) in [("gold", gold), ("text", texts), ("pred", predicted)] {
        try Data(lines.utf8).write(to: folder.appending(path: name + ".jsonl"))
      }
    }
  }

  /// A document of the shared scorer.
  private struct Scored: Encodable {
    let doc_id: String
    let attributions: [Roles]
  }

  /// An attribution of the shared scorer.
  private struct Roles: Encodable {
    let source, cue, content: [Span]
  }

  /// Prints how another reading of each report agrees with its annotation.
  private static func score(
    _ folder: String, against other: (AnnotatedReport) throws -> ReportReading
  ) throws {
    var score = ReadingsScore()
    for report in try reports(in: folder) {
      score.add(gold: ReportReading(report), found: try other(report), text: report.text)
    }
    print(score.table)
  }

  private static func reports(in folder: String) throws -> [AnnotatedReport] {
    guard FileManager.default.fileExists(atPath: folder) else {
      throw GoldError(description: "\(folder): there is no such folder")
    }
    let reports = try AnnotatedReport.all(in: URL(filePath: folder))
    guard !reports.isEmpty else {
      throw GoldError(description: "\(folder) holds no annotated report (*.txt)")
    }
    return reports
  }

  private static func records(at path: String) throws -> [String: Record] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let records = try lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    return Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
  }
}

private func line(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
