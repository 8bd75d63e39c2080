import Foundation

/// A command that takes a mail on its standard input, `/usr/sbin/sendmail -t`; no shell reads it.
struct MailCommand {
  private let words: [String]

  init(_ command: String) { words = command.split(whereSeparator: \.isWhitespace).map(String.init) }

  /// The program's path: as it is written, or where $PATH has it.
  private static func program(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let paths =
      name.contains("/")
      ? [name] : folders.split(separator: ":").map { "\($0)/\(name)" }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Gives the mail to the command.
  ///
  /// - Throws: `DeliveryFailure` where it can't be started or ends with an error.
  func send(_ mail: String) throws {
    guard let program = Self.program(words.first ?? "") else {
      throw DeliveryFailure("there is no command \(words.first ?? "") to send mail with")
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(words.dropFirst())
    // By a file: a command that ends early would break a pipe under the writer.
    let file = URL(filePath: NSTemporaryDirectory() + "verbale-\(UUID().uuidString).eml")
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try Data(mail.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
      try process.run()
    } catch {
      throw DeliveryFailure("\(program): \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw DeliveryFailure("\(program) ended with status \(process.terminationStatus)")
    }
  }
}
