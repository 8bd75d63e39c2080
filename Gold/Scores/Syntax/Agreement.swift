import Foundation

/// How well what was found agrees with what is right, in one respect.
public struct Agreement: Sendable {
  /// What is compared.
  public let name: String
  /// How many are found and right.
  public let right: Int
  /// How many were found.
  public let found: Int
  /// How many there are.
  public let gold: Int

  /// An agreement from its counts.
  public init(_ name: String, right: Int, found: Int, gold: Int) {
    self.name = name
    self.right = right
    self.found = found
    self.gold = gold
  }

  /// An agreement on spans.
  init(_ name: String, _ found: [Range<Int>], _ gold: [Range<Int>]) {
    let wanted = Set(gold)
    self.init(
      name, right: found.count { wanted.contains($0) }, found: found.count, gold: gold.count)
  }

  /// The share of what was found that is right, in percent.
  public var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
  /// The share of what is right that was found, in percent.
  public var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
  /// The harmonic mean of precision and recall, in percent.
  public var f1: Double {
    found + gold == 0 ? 0 : 200 * Double(right) / Double(found + gold)
  }

  /// Name, precision, recall and F1.
  public var line: String {
    name.padding(toLength: 10, withPad: " ", startingAt: 0)
      + String(format: " P %6.2f  R %6.2f  F1 %6.2f", precision, recall, f1)
  }
}
