import Foundation

/// The measure of the article-extraction benchmark (word sequences of four, as multisets; precision and
/// recall averaged over pages, F1 of the two means), and exact matches of title, authors and day.
public struct PagesScore: Sendable {
  /// A page's article as a set has it.
  public struct Gold: Decodable, Sendable {
    /// What names the page in its set.
    public let id: String
    /// The page's address.
    public let url: String?
    /// The article's text.
    public let text: String
    /// The headline, where the set has it.
    public let title: String?
    /// The authors, where the set has them.
    public let author: String?
    /// The day of publication, where the set has it.
    public let date: String?
  }

  /// How many of so many were found.
  public struct Share: Sendable {
    /// How many were found.
    public private(set) var found = 0
    /// How many there are.
    public private(set) var all = 0
    /// The share; 1 of none.
    public var value: Double { all == 0 ? 1 : Double(found) / Double(all) }

    mutating func add(_ isFound: Bool) {
      all += 1
      if isFound { found += 1 }
    }
  }

  /// Headlines that agree.
  public private(set) var titles = Share()
  /// Pages whose authors agree, all of them.
  public private(set) var authors = Share()
  /// Days of publication that agree.
  public private(set) var dates = Share()
  private var precisions: [Double] = []
  private var recalls: [Double] = []

  /// A score of no pages yet.
  public init() {}

  /// The F1 of the text.
  public var text: Double {
    let precision = precisions.reduce(0, +) / Double(max(1, precisions.count))
    let recall = recalls.reduce(0, +) / Double(max(1, recalls.count))
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Adds a page: what was read of it, and what it holds.
  public mutating func add(
    text: String, title: String?, byline: [String], published: String?, gold: Gold
  ) {
    addText(text, gold.text)
    if let wanted = gold.title, !wanted.isEmpty {
      titles.add(Self.plain(wanted) == Self.plain(title ?? ""))
    }
    if let wanted = gold.author, !wanted.isEmpty {
      authors.add(Self.people([wanted]) == Self.people(byline))
    }
    if let wanted = gold.date, !wanted.isEmpty {
      dates.add(wanted.prefix(10) == (published ?? "").prefix(10))
    }
  }

  private mutating func addText(_ read: String, _ wanted: String) {
    let (own, gold) = (Self.sequences(read), Self.sequences(wanted))
    let hits = gold.reduce(0) { $0 + min($1.value, own[$1.key] ?? 0) }
    let (count, all) = (own.values.reduce(0, +), gold.values.reduce(0, +))
    if count == 0, all == 0 {
      precisions.append(1)
      recalls.append(1)
      return
    }
    if count > 0 { precisions.append(Double(hits) / Double(count)) }
    if all > 0 { recalls.append(Double(hits) / Double(all)) }
  }

  private static func sequences(_ text: String) -> [ArraySlice<Substring>: Int] {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    var counts: [ArraySlice<Substring>: Int] = [:]
    if (1..<4).contains(words.count) { counts[words[...]] = 1 }
    for start in words.indices.dropLast(3) { counts[words[start..<start + 4], default: 0] += 1 }
    return counts
  }

  private static func plain(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .split { !($0.isLetter || $0.isNumber || $0 == "_") }.joined(separator: " ")
  }

  private static func people(_ names: [String]) -> Set<String> {
    let apart = names.joined(separator: ";").replacing(" and ", with: ";")
      .replacing(" und ", with: ";").replacing(" & ", with: ";")
    let parts = apart.split { ";,|".contains($0) }.map { part in
      let words = plain(String(part)).split(separator: " ")
      let opens = words.count > 1 && ["by", "von", "par", "de"].contains(words[0])
      return words.dropFirst(opens ? 1 : 0).joined(separator: " ")
    }
    return Set(parts.filter { !$0.isEmpty })
  }
}
