import Foundation
import Mentions

/// The `<date>` elements of a GUM document, over its tokens counted from 0.
public struct GUMDates: Sendable {
  /// A date with its days, where the year is known.
  struct Element: Sendable {
    var tokens: Range<Int>
    var from: String?
    var to: String?
  }

  /// The document's name.
  public private(set) var id = ""
  private(set) var created: String?
  private(set) var dates: [Element] = []

  /// Reads GUM's XML.
  public init(xml: String) {
    var tokens = 0
    var open: [(start: Int, attributes: String)] = []
    for line in xml.split(separator: "\n") {
      if line.hasPrefix("<text ") {
        id = GUMDates.attribute("id", in: line) ?? ""
        created = GUMDates.attribute("dateCreated", in: line)
      } else if line.hasPrefix("<date") {
        open.append((tokens, String(line)))
      } else if line.hasPrefix("</date"), let last = open.popLast(), tokens > last.start {
        let (from, to) = GUMDates.days(last.attributes[...])
        dates.append(Element(tokens: last.start..<tokens, from: from, to: to))
      } else if line.contains("\t") {
        tokens += 1
      }
    }
  }

  private static func attribute(_ name: String, in line: Substring) -> String? {
    guard let start = line.range(of: " \(name)=\"") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func days(_ line: Substring) -> (String?, String?) {
    if let day = attribute("when", in: line) { return (first(day), last(day)) }
    if let from = attribute("from", in: line), let to = attribute("to", in: line) {
      return (first(from), last(to))
    }
    return (nil, nil)
  }

  /// The first day of "2021", "2021-05" or "2021-05-14".
  private static func first(_ date: String) -> String? {
    switch date.count {
    case 4: CivilDay(iso: date + "-01-01")?.iso
    case 7: CivilDay(iso: date + "-01")?.iso
    default: CivilDay(iso: date)?.iso
    }
  }

  private static func last(_ date: String) -> String? {
    guard let start = first(date).flatMap({ CivilDay(iso: $0) }) else { return nil }
    let (year, month, _) = start.parts
    switch date.count {
    case 4: return CivilDay(year, 12, 31)?.iso
    case 7: return CivilDay(year, month, CivilDay.length(of: month, in: year))?.iso
    default: return start.iso
    }
  }
}
