import Foundation
import GoldScores
import Pages
import Reader
import Records
import TestSupport
import Testing

/// The status grids through the whole path: an act that is not found, or is told as claimed, is a
/// miss. Floors only ever rise.
@Suite struct StatusGridRecordTests {
  private struct Floors {
    let folder: String
    let happened: Double
    let others: Double
    let unreal: Double
  }

  @Test func actsAreToldAsTheyAre() throws {
    let floors = [
      Floors(folder: "Gold/status-grid/second", happened: 93, others: 83, unreal: 0.5),
      Floors(folder: "Gold/status-grid/third", happened: 95.4, others: 83.5, unreal: 0.1),
    ]
    let reader = try ExamplesTests.reader.get()
    for floor in floors {
      func table(_ name: String) throws -> String {
        let file = Repository.root.appending(path: floor.folder).appending(path: name)
        return try String(contentsOf: file, encoding: .utf8)
      }
      let grid = StatusGrid(
        frames: try table("frames.tsv"), verbs: try table("verbs.tsv"),
        nouns: try table("nouns.tsv"))
      var score = StatusScore()
      for item in grid.items {
        let record = reader.read(
          Input(source: nil, bytes: Array(item.text.utf8), format: .text, isRaw: true, sha256: ""))
        score.add(item, status: item.event(in: record)?.status.rawValue)
      }
      print(floor.folder + "\n" + score.table)
      #expect(score.unrealToldAsFact <= floor.unreal)
      #expect(score.right("happened") >= floor.happened)
      for status in ["planned", "expected", "possible", "conditional", "requested", "denied"] {
        #expect(score.right(status) >= floor.others, "\(status): \(score.right(status)) %")
      }
    }
  }
}
