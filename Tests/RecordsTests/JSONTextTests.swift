import Foundation
import Records
import Testing
import Text

@Suite struct JSONTextTests {
  private struct Sample: Codable, Equatable {
    var z = "first \"quoted\" \u{1}\n"
    var a: Int?
    var spans = [Span(0, 2), Span(3, 9)]
    var ratio = 1.5
    var whole = 2.0
    var flags = ["yes": true]
  }

  @Test func keysKeepTheOrderOfTheTypeAndAbsentValuesAreNull() throws {
    #expect(
      try JSONText.of(Sample())
        == #"{"z":"first \"quoted\" \u0001\n","a":null,"spans":[[0,2],[3,9]],"#
        + #""ratio":1.5,"whole":2,"flags":{"yes":true}}"#)
  }

  @Test(arguments: [JSONText.Layout.line, .indented])
  func foundationReadsBackWhatWasWritten(layout: JSONText.Layout) throws {
    let text = try JSONText.of(Sample(), layout: layout)
    #expect(try JSONDecoder().decode(Sample.self, from: Data(text.utf8)) == Sample())
  }

  @Test func aNumberThatJSONLacksIsAnError() {
    #expect(throws: EncodingError.self) { try JSONText.of([Double.nan]) }
  }
}
