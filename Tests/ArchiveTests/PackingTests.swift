import Archive
import Foundation
import Records
import TestSupport
import Testing
import Text

/// Records as columns.
@Suite struct PackingTests {
  @Test func recordsComeOutAsTheyWentIn() throws {
    let folder = Repository.root.appending(path: "Sources/Archive/Store/Dictionaries")
    let names = try String(contentsOf: folder.appending(path: "columns.txt"), encoding: .utf8)
    for order in [[], names.split(separator: "\n").map(String.init)] {
      let form = ColumnForm(order: order)
      for record in Self.records {
        #expect(try form.value(Record.self, from: form.bytes(of: record)) == record)
      }
    }
  }

  private static var records: [Record] {
    var report = SmallReport(
      "Ana met Li in Oslo on Friday, police said.", url: "https://a.example/")
    report.event(
      .consult, .claimed, "Ana met Li", trigger: "met", on: ("2021-05-14", "2021-05-14"),
      place: Place(text: "Oslo", span: Span(14, 18), lat: 59.91, lon: 10.75, precision: .city))
    return [
      report.record, SmallReport("").record, SmallReport("Nothing is told.", title: "T").record,
    ]
  }

  @Test func everyValueThatATextCanHoldComesBack() throws {
    var random = SplitMix(seed: 7)
    struct Row: Codable, Equatable {
      var name: String
      var note: String?
      var counts: [Int]
      var share: Double?
      var flag: Bool
      var inner: [Row]
    }
    func text() -> String {
      let parts = ["x9", "x10", "", "\u{0}", "\u{1}\u{2}\u{3}", "é", "x09", "999999", "a1", "a2"]
      return (0..<random.below(3)).map { _ in parts[random.below(parts.count)] }.joined()
    }
    func row(_ depth: Int) -> Row {
      Row(
        name: text(), note: random.below(2) == 0 ? nil : text(),
        counts: (0..<random.below(4)).map { _ in random.below(2) == 0 ? random.below(300) : .min + 1
        },
        share: random.below(2) == 0 ? nil : Double(random.below(1000)) / 7,
        flag: random.below(2) == 0,
        inner: depth == 0 ? [] : (0..<random.below(4)).map { _ in row(depth - 1) })
    }
    for order in [[], [".name=", "*.x=", ".inner*.counts*="]] {
      let form = ColumnForm(order: order)
      for _ in 0..<200 {
        let value = row(3)
        #expect(try form.value(Row.self, from: form.bytes(of: value)) == value)
      }
    }
  }

  @Test func damagedBytesAreAnErrorAndNoCrash() throws {
    var random = SplitMix(seed: 3)
    let form = ColumnForm(order: [])
    let whole = try form.bytes(of: Self.records[0])
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count)) }
      _ = try? form.value(Record.self, from: bytes)
    }
  }
}
