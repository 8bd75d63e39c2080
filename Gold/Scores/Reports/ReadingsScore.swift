import Foundation
import Records

/// How well readings agree with gold readings of the same reports.
public struct ReadingsScore: Sendable {
  /// A line of the table: F1 where both sides are counted, else the share of pairs that agree.
  public struct Line: Sendable {
    /// What is counted.
    public let name: String
    var right = 0
    var gold = 0
    var found = 0

    /// Right ones among the found, in percent.
    public var precision: Double { Self.percent(right, of: found) }
    /// Found ones among the gold, in percent.
    public var recall: Double { Self.percent(right, of: gold) }
    /// The harmonic mean of both; for pairs, which are counted alike on both sides, the share.
    public var score: Double { Self.percent(2 * right, of: gold + found) }
    /// How many were to be found.
    public var count: Int { gold }

    private static func percent(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 0 : 100 * Double(part) / Double(whole)
    }
  }

  /// The table's lines.
  public private(set) var lines: [Line] = []

  /// A score of nothing yet.
  public init() {}

  /// The line of this name.
  public subscript(name: String) -> Line? { lines.first { $0.name == name } }

  /// Counts a report in.
  public mutating func add(gold: ReportReading, found: ReportReading, text: String) {
    let pairs = ReadingPairs(gold: gold, found: found, text: text)
    add(
      "attribution (content and source)", right: pairs.sourceRight.count, gold: pairs.gold.count,
      found: pairs.found.count)
    add(
      "content overlaps by half", right: pairs.partner.count, gold: pairs.gold.count,
      found: pairs.found.count)
    for role in pairs.tokens {
      add("words: \(role.name)", right: role.shared, gold: role.gold, found: role.found)
    }
    addForms(pairs)
    addNesting(pairs)
    addAgreements(pairs)
  }

  /// The table as text.
  public var table: String {
    let head = "                                        score      P      R      of"
    return
      ([head]
      + lines.map { line in
        line.name.padding(toLength: 38, withPad: " ", startingAt: 0)
          + [line.score, line.precision, line.recall].map { String(format: "%7.1f", $0) }.joined()
          + String(format: "%8d", line.gold)
      }).joined(separator: "\n")
  }

  /// How many attributions of each form are found with their source.
  private mutating func addForms(_ pairs: ReadingPairs) {
    for form in Attribution.Form.allCases {
      let count = pairs.gold.count { $0.form == form }
      add(
        "found of the \(form.rawValue) ones",
        right: pairs.sourceRight.count { pairs.gold[$0].form == form }, gold: count, found: count)
    }
  }

  /// Attributions that stand within no other one, as PolNeAR counts them, and the nested ones.
  private mutating func addNesting(_ pairs: ReadingPairs) {
    for (name, isNested) in [("outermost", false), ("nested", true)] {
      let right = pairs.sourceRight.count { index in
        (pairs.gold[index].within != nil) == isNested
          && pairs.partner[index].map { (pairs.found[$0].within != nil) == isNested } == true
      }
      add(
        "attribution: \(name) only", right: right,
        gold: pairs.gold.count { ($0.within != nil) == isNested },
        found: pairs.found.count { ($0.within != nil) == isNested })
    }
  }

  /// What is said of the pairs.
  private mutating func addAgreements(_ pairs: ReadingPairs) {
    let speakers = SpeakerMatch(pairs)
    for (left, right) in pairs.partner.sorted(by: { $0.key < $1.key }) {
      let (gold, found) = (pairs.gold[left], pairs.found[right])
      func agree(_ name: String, _ isRight: Bool) {
        add(name, right: isRight ? 1 : 0, gold: 1, found: 1)
      }
      agree("of pairs: form", gold.form == found.form)
      agree("of pairs: speech or attitude", gold.kind == found.kind)
      agree("of pairs: kind of source", gold.sourceKind == found.sourceKind)
      agree("of pairs: speaker", speakers.right.contains(left))
      if gold.sourceKind == .anonymous {
        agree("of pairs: speaker, unnamed sources", speakers.right.contains(left))
      }
      agree("of pairs: inferred", gold.isInferred == found.isInferred)
      agree("of pairs: within", gold.within == found.within.flatMap { pairs.goldPartner[$0] ?? -1 })
      agree("of pairs: channel or none", gold.channel == found.channel)
      if gold.channel != nil { agree("of pairs: channel told", gold.channel == found.channel) }
    }
  }

  private mutating func add(_ name: String, right: Int, gold: Int, found: Int) {
    let index =
      lines.firstIndex { $0.name == name }
      ?? {
        lines.append(Line(name: name))
        return lines.count - 1
      }()
    lines[index].right += right
    lines[index].gold += gold
    lines[index].found += found
  }
}
