import Text

/// A character encoding of the web.
public struct Encoding: Hashable, Sendable {
  /// The standard's name, in lower case, such as `utf-8` or `windows-1251`.
  public let name: String

  /// UTF-8.
  public static let utf8 = Encoding(name: "utf-8")
  /// windows-1252, which is also what pages mean by ISO-8859-1 and ASCII.
  public static let windows1252 = Encoding(name: "windows-1252")
  /// UTF-16, low byte first.
  public static let utf16LittleEndian = Encoding(name: "utf-16le")
  /// UTF-16, high byte first.
  public static let utf16BigEndian = Encoding(name: "utf-16be")

  /// The encoding that a label, such as `Latin1`, stands for; nil for labels that the standard
  /// doesn't know.
  public init?(label: String) {
    // Most pages say so.
    if label == Self.utf8.name {
      self = .utf8
      return
    }
    let trimmed = label.utf8.map(\.asciiLowercase).drop { $0.isHTMLSpace }
    let end = trimmed.lastIndex { !$0.isHTMLSpace }.map { $0 + 1 } ?? trimmed.startIndex
    let key = String(decoding: trimmed[..<end], as: UTF8.self)
    guard let name = Self.table.labels[key] else { return nil }
    self.name = name
  }

  private init(name: String) { self.name = name }

  /// What the C library calls the encoding.
  var libraryName: String { Self.table.libraryNames[name] ?? "" }

  /// From `encodings.tsv`: name, the C library's name, labels.
  private static let table: (labels: [String: String], libraryNames: [String: String]) = {
    var labels: [String: String] = [:]
    var libraryNames: [String: String] = [:]
    for row in TSV.rows(PackageResources.encodings_tsv) {
      libraryNames[row[0]] = row[1]
      for label in row[2].split(separator: " ") { labels[String(label)] = row[0] }
    }
    return (labels, libraryNames)
  }()
}
