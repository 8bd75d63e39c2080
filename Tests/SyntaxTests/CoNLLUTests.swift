import Testing
import Text

import Syntax

@Suite struct CoNLLUTests {
  private let sample = """
    # newdoc id = d1
    # sent_id = 1
    # text = Ann didn't go.
    1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tName=B-PER
    2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tNote=x|SpaceAfter=No

    # newpar
    # text = Yes
    1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_


    """

  @Test func readsWordsRangesNamesAndSpans() throws {
    let sentences = try CoNLLU.read(sample)
    #expect(sentences.count == 2)
    let first = sentences[0]
    #expect(first.text == "Ann didn't go.")
    #expect(
      first.tokens.map(\.span) == [Span(0, 3), Span(4, 7), Span(7, 10), Span(11, 13), Span(13, 14)])
    #expect(first.tokens.map(\.continuesWord) == [false, false, true, false, false])
    #expect(first.names == [Name(tokens: 0..<1, kind: .person)])
    #expect(first.surfaces == [.init(tokens: 1..<3, form: "didn't")])
    #expect(first.startsDocument && sentences[1].startsParagraph && !sentences[1].startsDocument)
  }

  @Test func writesWhatItRead() throws {
    let sentences = try CoNLLU.read(sample)
    let written = CoNLLU.write(sentences)
    #expect(written == sample)
  }

  @Test func joinsSentencesToARunningText() throws {
    let sentences = try CoNLLU.read(sample)
    let parsed = CoNLLU.text(of: sentences)
    #expect(parsed.text.string == "Ann didn't go.\n\nYes")
    #expect(parsed.text[parsed.sentences[1].tokens[0].span] == "Yes")
  }

  @Test func ignoresATextThatDisagreesWithTheWords() throws {
    let sentence = try CoNLLU.read(
      sample.replacing("# text = Ann didn't go.", with: "# text = Bob"))[0]
    #expect(sentence.text == "Ann didn't go.")
  }

  @Test func skipsEmptyNodesAndReadsWindowsLines() throws {
    let lines = sample.replacing("4\tgo", with: "3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n4\tgo")
    let sentences = try CoNLLU.read(lines.replacing("\n", with: "\r\n"))
    #expect(sentences[0].tokens.count == 5)
  }

  @Test(arguments: [
    ("# a\n1\tx\ty\n", CoNLLUError.columns(line: 2, found: 3)),
    ("2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", .number(line: 1, found: "2")),
    ("1\tx\t_\t_\t_\t_\t7\t_\t_\t_\n", .head(line: 1, found: "7")),
    ("1\t\t_\t_\t_\t_\t0\t_\t_\t_\n", .form(line: 1)),
  ])
  func tellsTheLineOfAnError(text: String, error: CoNLLUError) {
    do {
      _ = try CoNLLU.read(text)
      Issue.record("no error")
    } catch let found {
      #expect(found == error)
    }
  }

  @Test func writesWhatHasNoTreeWithoutOne() throws {
    let bare = "# text = Yes\n1\tYes\t_\tX\t_\t_\t_\t_\t_\t_\n\n"
    let written = CoNLLU.write(try CoNLLU.read(bare))
    #expect(written == bare)
  }

  @Test func writesNoLineEndInsideAComment() throws {
    let sentences = try CoNLLU.read("# note = a\r\r\n# text =\r\r\n1\tx" + cells + "\n")
    let written = CoNLLU.write(sentences)
    #expect(!written.unicodeScalars.contains("\r"))
    let again = CoNLLU.write(try CoNLLU.read(written))
    #expect(again == written)
  }

  private let cells = String(repeating: "\t_", count: 8)

  @Test func neverCrashesOnMutatedInput() {
    var random = SplitMix(seed: 3)
    let bytes = Array(sample.utf8)
    for _ in 0..<3_000 {
      var mutated = bytes
      for _ in 0...random.next() % 4 {
        let at = Int(random.next() % UInt64(mutated.count))
        switch random.next() % 4 {
        case 0: mutated[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: mutated.remove(at: at)
        case 2: mutated.insert([9, 10, 45, 48, 35][Int(random.next() % 5)], at: at)
        default: mutated.removeSubrange(at..<min(mutated.count, at + 9))
        }
        if mutated.isEmpty { break }
      }
      let sentences: [CoNLLUSentence]
      do { sentences = try CoNLLU.read(mutated) } catch {
        #expect(1...mutated.count { $0 == 10 } + 1 ~= error.line)
        continue
      }
      let parsed = CoNLLU.text(of: sentences)
      for sentence in parsed.sentences {
        #expect(sentence.span.end <= parsed.text.count)
      }
      let written = CoNLLU.write(sentences)
      let again = try? CoNLLU.read(written)
      #expect(again.map(CoNLLU.write) == written)
    }
  }
}
