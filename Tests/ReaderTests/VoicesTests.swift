import Pages
import Reader
import Records
import Testing
import Text

/// On whose word an act stands in a whole record.
@Suite struct VoicesTests {
  @Test(arguments: [
    (
      "The minister called off the talks after Ecuador arrested six fishermen.",
      EventStatus.happened
    ),
    ("The minister said Ecuador had arrested six fishermen.", .claimed),
    ("The minister noted that Ecuador had arrested six fishermen.", .claimed),
    ("The minister regretted that Ecuador had arrested six fishermen.", .happened),
  ])
  func anArrestIsToldOnTheWordOfWhoTellsIt(_ sentence: String, _ status: EventStatus) throws {
    let bytes = Array(sentence.utf8)
    let record = try ExamplesTests.reader.get().read(
      Input(
        source: nil, bytes: bytes, format: .text, isRaw: true, sha256: SHA256.hex(bytes)))
    let arrest = try #require(record.events.first { $0.mode == "arrest" })
    #expect(arrest.status == status)
  }
}
