import ArgumentParser
import Events
import Foundation
import Mentions
import Pages
import Reader

/// How to read, and what is given with every input: shared by all commands that read reports.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The publication date of every report that doesn't tell its own (2021-05-14).")
  var published: String?

  @Flag(help: "The text is clean already: look for no furniture.")
  var raw = false

  @Option(
    help: "Your own actors: a table of name, aliases (split by |), country, sector.",
    completion: .file(extensions: ["tsv"]))
  var actors: String?

  @Option(
    help: "Your own event types: a table of lemma, frame, type, mode.",
    completion: .file(extensions: ["tsv"]))
  var types: String?

  @Flag(help: "Use a smaller language model: 1.3 times as fast, LAS 84.6 where the other has 88.1.")
  var fast = false

  @Option(help: "How many reports to read at once.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if let published, !PublicationDay.isDay(published) {
      throw ValidationError(
        "--published takes a day such as 2021-05-14, not ‘\(published)’.")
    }
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  /// The reader that these options ask for.
  func reader() throws -> ReportReader {
    do {
      return try ReportReader(
        actors: actors.map { try table($0, option: "--actors") },
        types: types.map { try table($0, option: "--types") }, fast: fast)
    } catch let complaint as Complaint {
      throw complaint
    } catch {
      let files = [actors, types].compactMap(\.self).joined(separator: " or ")
      throw Complaint(files.isEmpty ? "\(error)" : "\(files), \(error)")
    }
  }

  private func table(_ path: String, option: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Complaint("\(option): \(path) can't be read; give the path of a tab-separated table.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Complaint("\(option): \(path) isn't UTF-8; save the table as UTF-8.")
    }
    return text
  }

  /// What is given for every input.
  var given: Given { Given(published: published, raw: raw) }
}

/// Where a run keeps its ledger.
struct LedgerOption: ParsableArguments {
  @Option(
    help: "Keep a line for every input in this file: JSON lines, or CSV where it ends in .csv.",
    completion: .file())
  var ledger: String?

  /// The file; nil where none is asked for.
  ///
  /// - Throws: `Complaint` where it can't be written.
  func file() throws -> LedgerFile? { try ledger.map { try LedgerFile($0) } }
}

/// The form of a day on the command line.
enum PublicationDay {
  /// Whether the text is a day of the calendar as ISO 8601 writes it, with or without a time.
  static func isDay(_ text: String) -> Bool {
    let day = text.prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard day.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let date = parts[2], year >= 1000, (1...12).contains(month), date >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return date <= lengths[month - 1]
      && (text.utf8.count == 10 || "T ".contains(text[day.endIndex]))
  }
}
