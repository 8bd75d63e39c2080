import Foundation
import HTML
import Testing

@Suite(.enabled(if: StandardTests.areAvailable, "the standard's tests are not beside the package"))
struct TreeConstructionTests {
  /// The share of trees that must be as the standard has them; cases that need a script to run
  /// are left out.
  static let floor = 0.995

  @Test func treesAreTheStandards() throws {
    var passed = 0
    var failed: [String] = []
    for file in try StandardTests.files("tree-construction", suffix: ".dat") {
      let cases = TreeCase.read(Array(try Data(contentsOf: file)))
      for (number, test) in cases.enumerated() where !test.needsScripting {
        if parse(test).dump() == test.document {
          passed += 1
        } else {
          failed.append("\(file.lastPathComponent) \(number + 1)")
        }
      }
    }
    let share = Double(passed) / Double(passed + failed.count)
    print("trees: \(passed) of \(passed + failed.count); not: \(failed.joined(separator: ", "))")
    #expect(passed > 1000)
    #expect(share >= Self.floor, "\(failed)")
  }

  private func parse(_ test: TreeCase) -> HTMLDocument {
    guard let context = test.context else { return .parse(test.data, encoding: "utf-8") }
    let parts = context.split(separator: " ")
    guard parts.count > 1 else { return .parseFragment(test.data, in: context) }
    return .parseFragment(
      test.data, in: String(parts[1]), namespace: parts[0] == "svg" ? .svg : .mathML)
  }
}
