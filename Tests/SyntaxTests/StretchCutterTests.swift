import Syntax
import Testing

@Suite struct StretchCutterTests {
  @Test func cutsAtBlankLinesAndLosesNothing() {
    var text = ""
    for index in 0..<20_000 { text += index % 7 == 6 ? "\n\n" : "word \(index)\n" }
    let bytes = Array(text.utf8)
    for size in [1, 1_000, 70_000] where size > 1 || bytes.count < 1_000_000 {
      var cutter = StretchCutter(keepsBlocks: true)
      var stretches: [StretchCutter.Stretch] = []
      var start = 0
      while start < bytes.count {
        stretches += cutter.add(bytes[start..<min(start + size, bytes.count)])
        start += size
      }
      if let last = cutter.finish() { stretches.append(last) }
      #expect(stretches.flatMap(\.bytes) == bytes)
      #expect(stretches.count > 3)
      for stretch in stretches.dropLast() { #expect(stretch.bytes.suffix(2) == [10, 10]) }
      var lines = 0
      for stretch in stretches {
        #expect(stretch.line == lines)
        lines += stretch.bytes.count { $0 == 10 }
      }
    }
  }

  @Test func cutsTextWithoutBlankLinesBetweenCharacters() {
    var cutter = StretchCutter(keepsBlocks: false)
    let bytes = Array(String(repeating: "é", count: StretchCutter.longest).utf8)
    var stretches = cutter.add(bytes)
    if let last = cutter.finish() { stretches.append(last) }
    #expect(stretches.flatMap(\.bytes) == bytes)
    #expect(stretches.allSatisfy { $0.bytes.count <= StretchCutter.longest })
    #expect(stretches.allSatisfy { $0.bytes.count.isMultiple(of: 2) })
  }
}
