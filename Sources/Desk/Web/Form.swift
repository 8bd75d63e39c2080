/// The fields of a form or a query, `application/x-www-form-urlencoded`.
struct Form: Sendable {
  private let fields: [(name: String, value: String)]

  /// Reads the pairs; what isn't encoded well stays as it stands.
  init(_ text: String) {
    fields = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// The first value of that name; nil where there is none or it is blank.
  subscript(name: String) -> String? {
    let value = fields.first { $0.name == name }?.value
    return value?.allSatisfy(\.isWhitespace) == false ? value : nil
  }

  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var at = 0
    func digit(_ index: Int) -> UInt8? {
      guard index < bytes.count else { return nil }
      return Character(Unicode.Scalar(bytes[index])).hexDigitValue.map(UInt8.init)
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), let high = digit(at + 1), let low = digit(at + 2) {
        decoded.append(high << 4 | low)
        at += 3
      } else {
        decoded.append(bytes[at] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[at])
        at += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
