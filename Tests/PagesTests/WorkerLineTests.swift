import Pages
import Testing

@Suite struct WorkerLineTests {
  private func failure(_ line: String) -> WorkerFailure? {
    if case .failed(let failure) = WorkerLine.read(Array(line.utf8), number: 7) {
      failure
    } else {
      nil
    }
  }

  @Test func `A line gives a document with what stands in it`() throws {
    let line = #"""
      {"id":"d1","text":"Caf\u00e9 \ud83c\uddfa","url":"https://news.example/a",
       "published":"2021-05-14","title":"T","raw":true,"extra":[1]}
      """#
    guard case .input(let input) = WorkerLine.read(Array(line.utf8), number: 1) else {
      Issue.record("no document")
      return
    }
    #expect(input.id == "d1")
    #expect(String(decoding: input.bytes, as: UTF8.self) == "Café 🇺")
    #expect(input.format == .text && input.isRaw)
    #expect(input.url == "https://news.example/a" && input.published == "2021-05-14")
    #expect(input.title == "T")
  }

  @Test(arguments: [
    (#"{"id":"d1","text":"cut of"#, "bad-json", nil),
    (#"{"id":"d1","text":"words""#, "bad-json", nil),
    ("words", "bad-json", nil),
    ("[1]", "bad-json", nil),
    (#"{"id":"d1","text":5}"#, "bad-json", "d1"),
    (#"{"text":"words"}"#, "no-id", nil),
    (#"{"id":"d1"}"#, "no-content", "d1"),
    (#"{"id":"d1","text":"a","html":"b"}"#, "no-content", "d1"),
  ])
  func `A bad line is answered with its reason, its number and the id where there is one`(
    line: String, reason: String, id: String?
  ) throws {
    let answer = try #require(failure(line))
    #expect(answer.error.reason == reason)
    #expect(answer.error.message.contains("line 7"))
    #expect(answer.id == id)
  }

  @Test func `A line of white space is no document and no failure`() {
    guard case .blank = WorkerLine.read(Array(" \t\r".utf8), number: 1) else {
      Issue.record("not blank")
      return
    }
  }
}
