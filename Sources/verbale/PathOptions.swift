import ArgumentParser
import Pages

/// What to read: shared by all commands that read files.
struct PathOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      Files, folders and patterns to read: pages, texts, web archives (WARC), feeds; - or nothing reads standard input.
      """, valueName: "path"),
    completion: .file())
  var paths: [String] = []

  /// The inputs that the paths name, in order, read as the sequence goes on; standard input where
  /// none is given.
  ///
  /// - Throws: `Complaint` where nothing is given and standard input is a terminal.
  func inputs() throws -> IntakeSequence {
    if paths.isEmpty && Terminal.takesInput {
      throw Complaint("nothing to read: name files or folders, or pipe a text in (see --help).")
    }
    return IntakeSequence(at: paths.isEmpty ? ["-"] : paths)
  }

  /// How many inputs there are, where the paths tell.
  var inputCount: Int? {
    let sources = Intake.sources(at: paths)
    return sources.allSatisfy(\.isOnePage) ? sources.count : nil
  }
}
