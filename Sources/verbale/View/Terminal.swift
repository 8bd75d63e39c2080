import Foundation

/// What the program knows of the terminal that it writes to.
enum Terminal {
  /// Whether standard output is a terminal.
  static let showsOutput = isatty(STDOUT_FILENO) == 1
  /// Whether standard input is a terminal.
  static let takesInput = isatty(STDIN_FILENO) == 1
  /// Whether standard error is a terminal.
  static let showsErrors = isatty(STDERR_FILENO) == 1

  /// Colour only on a terminal, and never against the user's wish (no-color.org).
  static var style: Style {
    let environment = ProcessInfo.processInfo.environment
    let refused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return Style(coloured: showsOutput && !refused)
  }

  /// Columns to write in, at most 100.
  static var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
      return 100
    }
    return min(100, Int(size.ws_col))
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
