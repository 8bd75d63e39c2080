import Foundation

/// Precision, recall and F1 of one measure, in words.
enum ParseScore {
  static func line(_ name: String, right: Int, system: Int, gold: Int) -> String {
    let precision = system == 0 ? 0 : 100 * Double(right) / Double(system)
    let recall = gold == 0 ? 0 : 100 * Double(right) / Double(gold)
    let sum = precision + recall
    let f1 = sum == 0 ? 0 : 2 * precision * recall / sum
    return name.padding(toLength: 10, withPad: " ", startingAt: 0)
      + String(format: " P %6.2f  R %6.2f  F1 %6.2f", precision, recall, f1)
  }

  static func spans(_ name: String, _ system: [Range<Int>], _ gold: [Range<Int>]) -> String {
    let wanted = Set(gold)
    let right = system.count { wanted.contains($0) }
    return line(name, right: right, system: system.count, gold: gold.count)
  }
}
