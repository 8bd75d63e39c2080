import Foundation
public import Records
import Text

/// How well a record of the example report agrees with a careful reader's reading.
public struct SeedScore: Sendable {
  /// A line of the table: how many of how many, and what was missed.
  public struct Line: Sendable {
    /// What is counted.
    public let name: String
    /// How many are right.
    public let right: Int
    /// Of how many; nil where the line counts faults.
    public let of: Int?
    /// What was missed, or the faults.
    public let details: [String]
  }

  /// The table's lines.
  public let lines: [Line]

  /// The line of this name.
  public subscript(name: String) -> Line? { lines.first { $0.name == name } }

  /// Scores a record made without a publication date, and one made with 2021-05-14.
  public init(reading: SeedReading, undated: Record, dated: Record) {
    lines =
      PartsScore.lines(reading, undated) + AttributionsScore.lines(reading, undated)
      + EventsScore.lines(reading, undated) + ActorsScore.lines(reading, undated)
      + DatesScore.lines(undated: undated, dated: dated)
  }

  /// The table as text; with `details`, what was missed under each line.
  public func table(details: Bool) -> String {
    lines.map { line in
      let count = line.of.map { "\(line.right) of \($0)" } ?? "\(line.right)"
      let head = line.name.padding(toLength: 52, withPad: " ", startingAt: 0) + count
      return ([head] + (details ? line.details.map { "    " + $0 } : [])).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension SeedScore.Line {
  /// A line over gold items: those that pass count as right, the others are named.
  init<Item>(
    _ name: String, _ items: [Item], passes: (Item) -> Bool, called: (Item) -> String
  ) {
    let missed = items.filter { !passes($0) }
    self.init(
      name: name, right: items.count - missed.count, of: items.count, details: missed.map(called))
  }

  /// A line that counts faults.
  init(faults: [String], _ name: String) {
    self.init(name: name, right: faults.count, of: nil, details: faults)
  }
}

extension Span {
  /// Dice's coefficient of the two stretches, in code points.
  func dice(_ other: Span) -> Double {
    2 * Double(intersection(other)?.count ?? 0) / Double(max(1, count + other.count))
  }
}

/// Whether two forms name the same, small differences of writing aside.
func sameName(_ left: String, _ right: String) -> Bool {
  func folded(_ name: String) -> String {
    name.lowercased().replacing("’", with: "'").replacing("the ", with: "")
      .replacing("united nations", with: "un")
  }
  let (left, right) = (folded(left), folded(right))
  return left == right || left.contains(right) || right.contains(left)
}
