import Records
import Text

/// Where a reading differs from the gold reading of the same report, in words: what was missed,
/// what was told too much, and in what the pairs disagree.
public struct ReadingFaults: Sendable {
  /// A line a fault, each opening with what kind of fault it is.
  public let lines: [String]

  /// Compares two readings of a text.
  public init(gold: ReportReading, found: ReportReading, text: String) {
    let pairs = ReadingPairs(gold: gold, found: found, text: text)
    let source = SourceText(text)
    func words(_ spans: [Span]) -> String {
      spans.map { source[$0].replacing("\n", with: " ") }.joined(separator: " … ")
    }
    func told(_ item: ReportReading.Item) -> String {
      "\(item.within == nil ? "" : "(within) ")[\(words(item.source))] [\(words(item.cue))] "
        + "\(words(item.content))"
    }
    var lines: [String] = []
    for (index, item) in pairs.gold.enumerated() {
      guard let partner = pairs.partner[index] else {
        lines.append("missed  \(told(item))")
        continue
      }
      let other = pairs.found[partner]
      if !pairs.sourceRight.contains(index) {
        lines.append("source  [\(words(other.source))] for \(told(item))")
      }
    }
    for (index, item) in pairs.found.enumerated() where pairs.goldPartner[index] == nil {
      lines.append("extra   \(item.by): \(told(item))")
    }
    let speakers = SpeakerMatch(pairs).right
    for (left, right) in pairs.partner.sorted(by: { $0.key < $1.key }) {
      let (gold, found) = (pairs.gold[left], pairs.found[right])
      func compare(_ name: String, _ given: String?, _ wanted: String?) {
        if given != wanted {
          lines.append("\(name)  \(given ?? "none") for \(wanted ?? "none"): \(told(gold))")
        }
      }
      compare("form   ", found.form.rawValue, gold.form.rawValue)
      compare("kind   ", found.kind.rawValue, gold.kind.rawValue)
      compare("sort   ", found.sourceKind.rawValue, gold.sourceKind.rawValue)
      compare("channel", found.channel, gold.channel)
      if !speakers.contains(left) {
        compare("speaker", found.speaker.map { $0.names.first ?? $0.key }, gold.speaker?.key)
      }
      let outer = found.within.map { told(pairs.found[$0]) }
      if gold.within != found.within.flatMap({ pairs.goldPartner[$0] ?? -1 }) {
        lines.append("within   \(outer ?? "none"): \(told(gold))")
      }
    }
    self.lines = lines
  }
}
