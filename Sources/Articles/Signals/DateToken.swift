/// Which of the two figures before a year is the day.
enum FigureOrder {
  case dayFirst, monthFirst

  /// The order that a page's language tells: `en-US` the month, other tags with a country and other
  /// languages than English the day; nil for `en` alone, which tells nothing.
  init?(language tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first else { return nil }
    if language == "en" {
      guard let country = parts.dropFirst().last, country.count == 2 else { return nil }
      self = country == "us" ? .monthFirst : .dayFirst
    } else {
      self = .dayFirst
    }
  }
}

/// A run of letters or of digits, with the mark before it.
struct DateToken {
  /// The run in lower case.
  let text: String
  /// The marks between the token before and this one, white space aside.
  let gap: String

  /// The number that digits write.
  var number: Int? { text.count <= 9 ? Int(text) : nil }
  /// Whether it ends an ordinal, 14th.
  var isOrdinalEnding: Bool { gap.isEmpty && ["st", "nd", "rd", "th"].contains(text) }

  /// The tokens of a stretch of text.
  static func all(in scalars: ArraySlice<Unicode.Scalar>) -> [DateToken] {
    var tokens: [DateToken] = []
    var gap = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    var digits = false
    func close() {
      guard !run.isEmpty else { return }
      tokens.append(DateToken(text: String(run).lowercased(), gap: String(gap)))
      gap.removeAll()
      run.removeAll()
    }
    for mark in scalars {
      let scalar = mark.asDecimalDigit
      let isDigit = ("0"..."9").contains(scalar)
      guard isDigit || scalar.isLetter else {
        close()
        if !scalar.isBlank { gap.append(scalar) }
        continue
      }
      if isDigit != digits { close() }
      digits = isDigit
      run.append(scalar)
    }
    close()
    return tokens
  }
}

extension Unicode.Scalar {
  /// A decimal digit of any script as the ASCII digit of its value; other characters as they are.
  fileprivate var asDecimalDigit: Unicode.Scalar {
    guard value >= 0x80, properties.numericType == .decimal, let value = properties.numericValue
    else { return self }
    return Unicode.Scalar(UInt8(0x30 + Int(value)))
  }
}
