import Archive
import ArgumentParser
import Foundation
import Records

/// `verbale review`: people's decisions beside the machine's record.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Lists lines to look at, and keeps what people decide about them.",
    discussion: """
      The machine's record stays as it is; decisions stand beside it, with who, when and why, and \
      are never changed: undo takes one back. A line is named by document and line, 12.e3.

      EXAMPLES
        verbale review list 'status:happened type:ASSAULT'
        verbale review confirm 12.e3
        verbale review correct 12.e3 --field status --value planned --why "says ‘will’"
        verbale review reject 12.a4
        verbale review merge 17 4 --why "the same person"
        verbale review log --orphaned
        verbale review agreement
      """,
    subcommands: [
      ReviewList.self, ReviewConfirm.self, ReviewReject.self, ReviewCorrect.self, ReviewNote.self,
      ReviewMerge.self, ReviewSplit.self, ReviewUndo.self, ReviewLog.self, ReviewAgreement.self,
    ])
}

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var archive: ArchiveOptions

  @Option(help: "Who decides; else $VERBALE_REVIEWER, else the account's name.") var who: String?

  @Option(help: "Why.") var why: String?

  var reviewer: String {
    let environment = ProcessInfo.processInfo.environment
    return who ?? environment["VERBALE_REVIEWER"] ?? environment["USER"] ?? NSUserName()
  }

  /// Decides about a line that is named `12.e3`.
  func decide(
    _ verdict: Decision.Verdict, _ line: String, field: String? = nil, value: String? = nil
  ) throws {
    guard let dot = line.lastIndex(of: "."), dot > line.startIndex else {
      throw Complaint("\(line): a line is named by document and line, such as 12.e3.")
    }
    try keep { opened in
      let document = try archive.document(String(line[..<dot]), in: opened)
      return try opened.decide(
        verdict, line: String(line[line.index(after: dot)...]), of: document, field: field,
        value: value, who: reviewer, why: why)
    }
  }

  /// Keeps a decision and tells its number.
  func keep(_ decide: (Archive) throws -> Int) throws {
    let archive = try archive.open()
    let id = try ArchiveOptions.complaining { try decide(archive) }
    Terminal.complain("verbale: decision \(id)")
  }
}

struct ReviewList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists lines that nobody has decided about.",
    discussion: """
      EXAMPLES
        verbale review list                          events, the newest first
        verbale review list 'kind:speech'            statements
        verbale review list 'status:happened type:ASSAULT after:2021-05'
      """)

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "Only lines that this query finds; else all events.") var query: [String] = []

  @Option(help: "The most lines to show.") var limit = 20

  @Flag(help: "One JSON object a line.") var json = false

  /// What finds every event: each has one of these.
  private static let events = EventStatus.allCases.map { "status:\($0.rawValue)" }
    .joined(separator: " OR ")

  func run() throws {
    let query = try SearchQuery.complaining(query.isEmpty ? [Self.events] : query)
    let archive = try self.archive.open()
    let page = try ArchiveOptions.complaining {
      try archive.undecided(query, limit: max(1, limit))
    }
    let view = HitView(style: Terminal.style, width: Terminal.width)
    for hit in page.items {
      Output.write(json ? try JSONText.of(hit) + "\n" : view.rendered(hit) + "\n")
    }
  }
}

struct ReviewConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "The lines are right.",
    discussion: """
      EXAMPLES
        verbale review confirm 12.e3 12.a1
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The lines, such as 12.e3.") var lines: [String]

  func run() throws { for line in lines { try options.decide(.confirm, line) } }
}

struct ReviewReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "There are no such lines.",
    discussion: """
      EXAMPLES
        verbale review reject 12.a4 --why "a headline, not a statement"
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The lines, such as 12.e3.") var lines: [String]

  func run() throws { for line in lines { try options.decide(.reject, line) } }
}

struct ReviewCorrect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "One field of a line is otherwise.",
    discussion: """
      Events have type, mode, status, actor, to, place, day, size, words; statements speaker, cue, \
      form, source, kind, channel, date, words.

      EXAMPLES
        verbale review correct 12.e3 --field status --value planned
        verbale review correct 12.a1 --field speaker --value "Jen Psaki"
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The line, such as 12.e3.") var line: String
  @Option(help: "The field, such as status, actor, to, speaker, day.") var field: String
  @Option(help: "What stands there instead.") var value: String

  func run() throws { try options.decide(.correct, line, field: field, value: value) }
}

struct ReviewNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Something to know about a line; say it by --why.",
    discussion: """
      EXAMPLES
        verbale review note 12.e3 --why "the ministry denied it a day later"
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The line, such as 12.e3.") var line: String

  func run() throws { try options.decide(.note, line) }
}

struct ReviewMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Two actors are one.",
    discussion: """
      `verbale actors NAME` tells their numbers. The first is shown as the second from then on.

      EXAMPLES
        verbale review merge 17 4 --why "the same person"
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The actor's number.") var actor: Int
  @Argument(help: "The number of whom it is.") var into: Int

  func run() throws {
    try options.keep { archive in
      try archive.merge(actor, into: into, who: options.reviewer, why: options.why)
    }
  }
}

struct ReviewSplit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "An actor's name means somebody else in one document.",
    discussion: """
      EXAMPLES
        verbale review split 17 12 --why "a namesake"
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The actor's number.") var actor: Int
  @Argument(help: "The document: its number, address, path or hash.") var document: String

  func run() throws {
    try options.keep { archive in
      let document = try options.archive.document(document, in: archive)
      return try archive.split(actor, in: document, who: options.reviewer, why: options.why)
    }
  }
}

struct ReviewUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes a decision back.",
    discussion: """
      `verbale review log` tells the numbers.

      EXAMPLES
        verbale review undo 5
      """)

  @OptionGroup var options: DecisionOptions
  @Argument(help: "The decision's number.") var decision: Int

  func run() throws {
    try options.keep { archive in
      try archive.undo(decision, who: options.reviewer, why: options.why)
    }
  }
}

struct ReviewLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Lists the decisions, the newest first.",
    discussion: """
      EXAMPLES
        verbale review log
        verbale review log --orphaned
      """)

  @OptionGroup var archive: ArchiveOptions
  @Flag(help: "Only those whose line the newest reading doesn't have.") var orphaned = false
  @Option(help: "The most decisions to show.") var limit = 50
  @Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    let page = try ArchiveOptions.complaining {
      try archive.decisions(onlyOrphaned: orphaned, limit: max(1, limit))
    }
    for decision in page.items {
      Output.write(json ? try JSONText.of(decision) + "\n" : told(decision) + "\n")
    }
  }

  private func told(_ decision: Decision) -> String {
    let line = decision.document.map { "\($0)\(decision.line.map { "." + $0 } ?? "")" }
    let what = [
      line, decision.isOrphaned ? "(orphaned)" : nil,
      decision.decided.map { "“\($0.words)”" },
      decision.field.map { "\($0): \(decision.machine ?? "–") → \(decision.value ?? "–")" },
      decision.actor.map { "actor \($0)" }, decision.otherActor.map { "into \($0)" },
      decision.undoes.map { "decision \($0)" }, decision.why,
      decision.isUndone ? "[undone]" : nil,
    ].compactMap { $0 }.joined(separator: " ")
    return "\(decision.id)  \(decision.at)  \(decision.who)  \(decision.verdict.rawValue)  \(what)"
  }
}

struct ReviewAgreement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Tells how far reviewers and the machine agree.",
    discussion: """
      EXAMPLES
        verbale review agreement --who ana
      """)

  @OptionGroup var archive: ArchiveOptions
  @Option(help: "Only this reviewer's decisions.") var who: String?
  @Flag(help: "As one JSON object.") var json = false

  func run() throws {
    let archive = try self.archive.open()
    let agreement = try ArchiveOptions.complaining { try archive.agreement(who: who) }
    if json { return Output.write(try JSONText.of(agreement) + "\n") }
    let share = agreement.share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
    Output.write(
      "\(agreement.decided) lines looked at: \(agreement.confirmed) confirmed (\(share)), "
        + "\(agreement.corrected) corrected, \(agreement.rejected) rejected\n")
    for (field, count) in agreement.fields.sorted(by: { $0.key < $1.key }) {
      Output.write("  \(field): corrected \(count) times\n")
    }
  }
}
