/// A media type as Content-Type names it.
package struct MediaType: Hashable {
  /// `text/html`, in lower case; nil where none was given.
  package let name: String?
  /// The encoding's label.
  package let charset: String?

  package init(_ value: String?) {
    let parts = (value ?? "").split(separator: ";")
    name = parts.first.map { $0.lowercased().filter { !$0.isWhitespace } }
    charset =
      parts.dropFirst().lazy.compactMap { parameter -> String? in
        let sides = parameter.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, sides[0].lowercased().filter({ !$0.isWhitespace }) == "charset"
        else { return nil }
        return sides[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      }.first
  }

  /// What an input of this type is; nil for what can't be read.
  package var format: Input.Format? {
    switch name {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain", "text/markdown": .text
    default: nil
    }
  }

  /// Whether the type says nothing, so that the bytes must tell.
  package var isUnknown: Bool { name == nil || name == "application/octet-stream" }
}
