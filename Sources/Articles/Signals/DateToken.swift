/// Which of the two figures before a year is the day.
enum FigureOrder {
  case dayFirst, monthFirst
  /// The year, as Chinese has it; a year of three figures counts from the Republic's first.
  case yearFirst

  /// The order that a page's language tells: `en-US` the month, other tags with a country and other
  /// languages than English the day; nil for `en` alone, which tells nothing.
  init?(language tag: String) {
    let parts = tag[...].split(at: Self.joints)
    guard let language = parts.first else { return nil }
    if language.utf8.count == 2, language.lowercased() == "en" {
      guard let country = parts.dropFirst().last, country.utf8.count == 2 else { return nil }
      self = country.lowercased() == "us" ? .monthFirst : .dayFirst
    } else {
      self = language.lowercased() == "zh" ? .yearFirst : .dayFirst
    }
  }

  /// The order that an address's country tells: all countries' own domains but the United States'
  /// have the day first; those that are used everywhere tell nothing.
  init?(address: String) {
    guard address.contains("://"), let scheme = address.utf8.firstIndex(of: 0x3A),
      let host = address[scheme...].split(at: Self.hostEnds).first,
      let domain = host.split(at: Self.dot).last, domain.utf8.count == 2,
      !["us", "io", "co", "tv", "ai", "me", "fm", "ly", "cc"].contains(domain)
    else { return nil }
    self = domain == "tw" ? .yearFirst : .dayFirst
  }

  private static let (joints, hostEnds, dot): (MarkSet, MarkSet, MarkSet) = ("-_", "/:?#", ".")
}

/// A run of letters or of digits, with the mark before it.
struct DateToken {
  /// The marks between two tokens, white space aside.
  enum Gap {
    case none, slash, dot, dash, colon, plus, other

    fileprivate init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "/": self = .slash
      case ".": self = .dot
      case "-": self = .dash
      case ":": self = .colon
      case "+": self = .plus
      default: self = .other
      }
    }
  }

  /// What a word means to dates; nil for figures, and for words that no date has.
  let word: DateWord?
  /// The number that up to nine digits write.
  let number: Int?
  /// How many digits it has; 0 for a word.
  let digits: Int
  /// The marks between the token before and this one.
  let gap: Gap
  /// Whether the word begins with the sign behind a day in Chinese, Japanese or Korean.
  let opensWithDay: Bool

  var month: Int? { word.flatMap { $0.month > 0 ? Int($0.month) : nil } }
  var isMonth: Bool { word?.isMonth ?? false }
  /// Whether it is a year with all its digits.
  var year: Int? { digits == 4 ? number : nil }
  /// Whether it ends an ordinal, 14th.
  var isOrdinalEnding: Bool { gap == .none && isUsed(as: .ordinal) }
  /// Whether a line of dates may have it.
  var isDating: Bool {
    digits > 0
      || word.map { $0.isMonth || $0.isWeekday || $0.label != nil || $0.era > 0 } ?? false
  }

  func isUsed(as use: DateWord.Uses) -> Bool { word.map { $0.uses.contains(use) } ?? false }

  /// The tokens of a text in UTF-8.
  static func all(in text: ArraySlice<UInt8>) -> [DateToken] {
    var reader = Reader()
    reader.read(text.span, onlyDating: false)
    return reader.tokens
  }

  /// The tokens of a text in UTF-8; nil as soon as one is no part of a date.
  static func dating(in text: ArraySlice<UInt8>) -> [DateToken]? {
    var reader = Reader()
    return reader.read(text.span, onlyDating: true) ? reader.tokens : nil
  }

  private struct Reader {
    var tokens: [DateToken] = []
    private var gap = Gap.none
    private var hash = WordHash.seed
    private var length = 0
    private var digits = 0
    private var number = 0
    private var first: Unicode.Scalar = " "
    private var last: Unicode.Scalar = " "

    /// Reads on; false where it stopped at a word that no date has.
    @discardableResult
    mutating func read(_ text: Span<UInt8>, onlyDating: Bool) -> Bool {
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        if byte < 0x80 {
          offset += 1
          if (byte | 0x20) &- 0x61 < 26 {
            if digits > 0, !close(onlyDating) { return false }
            add(Unicode.Scalar(byte), WordHash.step(hash, byte | 0x20))
          } else if byte &- 0x30 < 10 {
            if length > 0, digits == 0, !close(onlyDating) { return false }
            addDigit(Int(byte &- 0x30))
          } else if byte != 0x2E || !(0x0E00...0x0EFF).contains(last.value) || length == 0 {
            if !close(onlyDating) { return false }
            if byte > 0x20 { addGap(Unicode.Scalar(byte)) }
          }
          continue
        }
        let scalar = text.scalar(at: &offset)
        if let digit = scalar.decimalDigit {
          if length > 0, digits == 0, !close(onlyDating) { return false }
          addDigit(digit)
        } else if scalar.value >= 0x300, scalar.isMark {
          // Vowel signs belong to their word.
          if digits == 0, length > 0 { add(scalar, WordHash.step(hash, lowercased: scalar)) }
        } else if DateWord.isUnseen(scalar) {
          // Joiners and marks of direction are no part of a word, nor do they end one.
          continue
        } else if CharacterTraits(scalar).contains(.letter) {
          if digits > 0, !close(onlyDating) { return false }
          add(scalar, WordHash.step(hash, lowercased: scalar))
        } else {
          if !close(onlyDating) { return false }
          if !scalar.isBlank { addGap(scalar) }
        }
      }
      return close(onlyDating)
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ hash: UInt64) {
      if length == 0 { first = scalar }
      last = scalar
      self.hash = hash
      length += 1
    }

    private mutating func addDigit(_ digit: Int) {
      digits += 1
      length += 1
      if digits <= 9 { number = number * 10 + digit }
    }

    private mutating func addGap(_ scalar: Unicode.Scalar) {
      gap = gap == .none ? Gap(scalar) : .other
    }

    private mutating func close(_ onlyDating: Bool) -> Bool {
      guard length > 0 else { return true }
      let token = DateToken(
        word: digits == 0 ? DateWord.known(hash) : nil,
        number: (1...9).contains(digits) ? number : nil, digits: digits, gap: gap,
        opensWithDay: digits == 0 && (first == "日" || first == "일"))
      if onlyDating, !token.isDating { return false }
      tokens.append(token)
      (gap, hash, length, digits, number) = (.none, WordHash.seed, 0, 0, 0)
      last = " "
      return true
    }
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

  /// The value of a decimal digit of any script.
  fileprivate var decimalDigit: Int? {
    guard value >= 0x660, properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }
}
