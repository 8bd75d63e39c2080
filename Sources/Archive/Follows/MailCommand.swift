import Foundation

/// A command that takes a mail on its standard input, `/usr/sbin/sendmail -t`; no shell reads it.
struct MailCommand {
  private let words: [String]

  init(_ command: String) { words = command.split(separator: " ").map(String.init) }

  /// Gives the mail to the command.
  ///
  /// - Throws: `DeliveryFailure` where it can't be started or ends with an error.
  func send(_ mail: String) throws {
    guard let program = words.first else { throw DeliveryFailure("no command to send mail with") }
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
