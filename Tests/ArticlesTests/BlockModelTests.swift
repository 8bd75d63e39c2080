import Articles
import Foundation
import Testing

/// The scores of blocks, held against the model's trees as their table has them.
@Suite struct BlockModelTests {
  private struct Tree {
    var nodes: [[Double]] = []
    var leaves: [Float] = []

    init(_ line: Substring) {
      let halves = line.split(separator: "|")
      nodes = halves[0].split(separator: " ").map {
        $0.split(separator: ",").compactMap { Double($0) }
      }
      leaves = halves[1].split(separator: " ").compactMap { Float($0) }
    }

    func value(_ row: [Float]) -> Float {
      var at = 0
      repeat {
        let node = nodes[at]
        at = Int(row[Int(node[0])] <= Float(node[1]) ? node[2] : node[3])
      } while at >= 0
      return leaves[-at - 1]
    }
  }

  @Test(arguments: ["march-in-tbilisi", "minister-in-nairobi"])
  func aBlocksScoreIsTheSumOfItsLeaves(_ name: String) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let table = try String(
      contentsOf: root.appending(path: "Sources/PageModel/block_model.tsv"), encoding: .utf8)
    let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let html = try Data(contentsOf: root.appending(path: "Examples/\(name).html"))
    let page = PageInspection([UInt8](html), .shipped)
    #expect(page.rows.count > 20)
    #expect(page.scores.count == page.rows.count)
    let stages = lines.split { $0.hasPrefix("sure ") }.map { $0.map(Tree.init) }
    let sure = lines.compactMap { $0.hasPrefix("sure ") ? Float($0.dropFirst(5)) : nil }
    #expect(stages.count == sure.count + 1)
    for (row, score) in zip(page.rows, page.scores) {
      var sum: Float = 0
      for (number, trees) in stages.enumerated() {
        // A block that is nobody's doubt after a stage is left as it is.
        if number > 0, abs(sum) > sure[number - 1] { break }
        sum += trees.reduce(0) { $0 + $1.value(row.features) }
      }
      #expect(sum == score)
    }
  }

  @Test func hashesKeepTheirNumbers() {
    var numbers = HashNumbers(capacity: 2)
    var wanted: [UInt64: Int] = [:]
    var hash: UInt64 = 0
    for step in 0..<2000 {
      hash = step % 3 == 0 ? UInt64(step / 7) : (hash ^ UInt64(step)) &* 0x9E37_79B9_7F4A_7C15
      let number = wanted[hash] ?? wanted.count
      wanted[hash] = number
      #expect(numbers.number(of: hash) == number)
      #expect(numbers.known(hash) == number)
      #expect(numbers.known(~hash) == wanted[~hash])
    }
    #expect(numbers.count == wanted.count)
  }
}
