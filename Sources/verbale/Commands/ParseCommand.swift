import ArgumentParser
import Foundation
import Syntax

/// `verbale parse`: the language engine by itself.
struct ParseCommand: ParsableCommand {
  /// What is parsed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, conllu
  }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints sentences, words, tags, trees and names in CoNLL-U.",
    discussion: """
      Names stand in MISC as Name=B-PER, Name=I-PER. Input of any length is read in stretches, \
      several at a time; - or no path is standard input.

      Bounds: a stretch without white space is cut every 1,000 bytes, a sentence every 500 words; \
      given sentences are read in windows of 400 words at most, joined to one tree.

      EXAMPLES
        verbale parse report.txt
        verbale parse --input conllu treebank.conllu
      """)

  @Argument(help: "Files; - is standard input.") var paths: [String] = []

  @Option(help: "text, or conllu to keep the words and sentences given.") var input = Form.text

  @Flag(help: "Use a smaller model: 1.7 times as fast, LAS 84.6 where the other has 88.1.")
  var fast = false

  @Option(help: "How many stretches are parsed at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
  }

  func run() throws {
    let parser = try fast ? EnglishParser.fast() : EnglishParser.shared()
    var exitCode: Int32 = 0
    for path in paths.isEmpty ? ["-"] : paths {
      let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
      guard let file else {
        Terminal.complain("verbale: \(path): refused: no such file, or not readable")
        exitCode = 1
        continue
      }
      if let error = parse(file, path, parser) {
        Terminal.complain("verbale: \(path): refused: \(error)")
        exitCode = 1
      }
    }
    throw ExitCode(exitCode)
  }

  /// Parses a file and prints its sentences; the error at which it stopped.
  private func parse(_ file: FileHandle, _ path: String, _ parser: EnglishParser) -> CoNLLUError? {
    var cutter = StretchCutter(keepsBlocks: input == .conllu)
    var waiting: [StretchCutter.Stretch] = []
    var count = 0
    if input == .text && path != "-" { Output.write("# newdoc id = \(path)\n") }
    while let data = try? file.read(upToCount: 1 << 16), !data.isEmpty {
      waiting += cutter.add(data)
      guard waiting.count >= jobs else { continue }
      if let error = parse(waiting, parser, &count) { return error }
      waiting = []
    }
    if let last = cutter.finish() { waiting.append(last) }
    return parse(waiting, parser, &count)
  }

  private func parse(
    _ stretches: [StretchCutter.Stretch], _ parser: EnglishParser, _ count: inout Int
  ) -> CoNLLUError? {
    var failure: CoNLLUError?
    let form = input
    OrderedWork.run(stretches, jobs: jobs) { stretch -> Result<[CoNLLUSentence], CoNLLUError> in
      guard form == .conllu else { return .success(parser.sentences(ofText: stretch.bytes)) }
      return Result { () throws(CoNLLUError) in
        try parser.sentences(ofCoNLLU: stretch.bytes, line: stretch.line)
      }
    } deliver: { result in
      switch result {
      case _ where failure != nil: break
      case .failure(let error): failure = error
      case .success(let sentences):
        var text = ""
        for var sentence in sentences {
          count += 1
          if sentence.id == nil { sentence.comments.append("# sent_id = \(count)") }
          CoNLLU.write(sentence, to: &text)
        }
        Output.write(text)
      }
    }
    return failure
  }
}
