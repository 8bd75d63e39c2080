/// The desk's addresses. They stay what they are: people mail and cite them.
enum Address {
  static func report(_ document: Int, version: Int? = nil) -> String {
    "/reports/\(document)" + (version.map { "/versions/\($0)" } ?? "")
  }

  /// A line keeps the version that it stands in: a later reading numbers its lines anew.
  static func line(_ document: Int, _ line: String, version: Int) -> String {
    report(document, version: version) + "/lines/\(encoded(line))"
  }

  static func actor(_ id: Int) -> String { "/actors/\(id)" }

  static func story(_ id: Int) -> String { "/stories/\(id)" }

  static func search(_ query: String) -> String { "/search?q=\(encoded(query))" }

  /// A path with a query whose values are encoded; nil values are left out.
  static func path(_ path: String, _ query: [(String, String?)]) -> String {
    let parts = query.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
  }

  /// Percent-encodes everything but RFC 3986's unreserved characters.
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return encoded
  }

  /// The address if a browser may follow it: http and https, nothing that runs.
  static func web(_ address: String?) -> String? {
    guard let address else { return nil }
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") ? address : nil
  }
}
