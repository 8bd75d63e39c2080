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

  /// The order that an address's country tells: all countries' own domains but the United States'
  /// have the day first; those that are used everywhere tell nothing.
  init?(address: String) {
    let behindScheme = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
    guard let host = behindScheme.first, address.contains("://"),
      let domain = host.split(separator: ":").first?.split(separator: ".").last,
      domain.count == 2, !["us", "io", "co", "tv", "ai", "me", "fm", "ly", "cc"].contains(domain)
    else { return nil }
    self = .dayFirst
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
      if !isDigit, scalar.value >= 0x300, scalar.isMark || scalar == "\u{200C}" {
        // Vowel signs and joiners belong to their word.
        if !digits { run.append(scalar) }
        continue
      }
      // Thai months are written short with stops inside: "มี.ค."
      if scalar == ".", let last = run.last, (0x0E00...0x0E7F).contains(last.value) { continue }
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
  /// Whether it is a combining mark.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  /// A decimal digit of any script as the ASCII digit of its value; other characters as they are.
  fileprivate var asDecimalDigit: Unicode.Scalar {
    guard value >= 0x80, properties.numericType == .decimal, let value = properties.numericValue
    else { return self }
    return Unicode.Scalar(UInt8(0x30 + Int(value)))
  }
}
