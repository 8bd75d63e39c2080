/// What files are, by the endings of their names and by how they start.
enum PageKind {
  /// The endings of pages and texts.
  static let endings: [String: Input.Format] = [
    "html": .html, "htm": .html, "xhtml": .html, "txt": .text, "text": .text, "md": .text,
  ]

  /// The endings of files that hold several inputs, or are lists of them.
  private static let containers: Set<String> = [
    "warc", "rss", "atom", "rdf", "xml", "opml", "jsonfeed",
  ]

  /// Whether a file of a folder is read without being named itself.
  static func isReadFromFolders(_ name: String) -> Bool {
    guard let ending = ending(of: name) else { return false }
    return endings.keys.contains(ending) || containers.contains(ending)
      || name.lowercased() == "feed.json"
  }

  /// Whether a name tells that a file is one page or text.
  static func isOnePage(_ name: String) -> Bool {
    ending(of: name).map { endings.keys.contains($0) } ?? false
  }

  /// The ending in lower case, that of the packed file where the file is packed.
  static func ending(of name: String) -> String? {
    var parts = name.split(separator: "/").last.map { $0.split(separator: ".") } ?? []
    if parts.count > 2, let last = parts.last?.lowercased(), last == "gz" || last == "zst" {
      parts.removeLast()
    }
    return parts.count > 1 ? parts.last?.lowercased() : nil
  }

  /// What bytes are: by the ending of their name where it is known, else HTML where they start
  /// with a tag or a doctype.
  static func format(of bytes: [UInt8], name: String?) -> Input.Format {
    if let name, let ending = ending(of: name), let known = endings[ending] { return known }
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop(while: \.isWhitespace)
      .lowercased()
    let tags = ["<!doctype html", "<html", "<head", "<body", "<!--", "<article", "<?xml", "<meta"]
    return tags.contains { start.hasPrefix($0) } ? .html : .text
  }
}
