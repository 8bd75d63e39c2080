import Foundation
import Pages
import Reader
import Records

/// The worker that a cluster runs: one document a line in, one answer a line out, same order. A
/// bad line is answered with its error, and the run goes on.
struct Worker {
  let options: ReadingOptions
  /// The answer for one document, and how much of it was read.
  let answer: @Sendable (Input, ReportReader, _ published: String?) throws -> Answer

  /// A line of output with the state of its document.
  typealias Answer = (text: String, state: DocumentState)

  init(
    options: ReadingOptions,
    answer: @escaping @Sendable (Input, ReportReader, _ published: String?) throws -> Answer
  ) {
    self.options = options
    self.answer = answer
  }

  /// Runs until standard input ends; returns the exit status.
  ///
  /// - Throws: `Complaint` where the user's tables can't be used.
  func run() throws -> Int32 {
    let reader = try options.reader()
    let (answer, given) = (answer, options.given)
    var allRead = true
    var lines = LineBuffer()
    while let batch = lines.next() {
      OrderedWork.run(batch, jobs: options.jobs) { line in
        Self.answer(line, reader: reader, given: given, answer: answer)
      } deliver: { text, isWhole in
        allRead = allRead && isWhole
        if !text.isEmpty { Output.write(text + "\n") }
      }
    }
    return allRead ? 0 : 1
  }

  private static func answer(
    _ line: LineBuffer.Line, reader: ReportReader, given: Given,
    answer: (Input, ReportReader, String?) throws -> Answer
  ) -> (String, Bool) {
    switch WorkerLine.read(line.bytes, number: line.number) {
    case .blank: return ("", true)
    case .failed(let failure):
      Terminal.complain("verbale: \(failure.error.message)")
      return ((try? JSONText.of(failure)) ?? "", false)
    case .input(let input):
      do {
        let answer = try answer(given.applied(to: input), reader, given.published)
        return (answer.text, answer.state == .whole)
      } catch {
        let failure = WorkerFailure(id: input.id, reason: "failed", message: "\(error)")
        return ((try? JSONText.of(failure)) ?? "", false)
      }
    }
  }
}
