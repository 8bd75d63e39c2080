/// What the engine reads of a written word: its normal form, its lower case, its shape.
package struct WordForm {
  /// The word with typographic quotes and ellipses written plainly.
  let normal: String
  /// The UTF-8 of the normal form in lower case, with where each scalar starts and the end.
  let lower: [UInt8]
  let starts: [Int]
  /// Capitals, small letters and digits as X, x and d; the UTF-8 of ten scalars at most.
  package let shape: [UInt8]

  package init(_ word: String) {
    normal = Self.normal(word)
    var lower: [UInt8] = []
    var starts: [Int] = []
    for scalar in Self.lower(normal).unicodeScalars {
      starts.append(lower.count)
      lower.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    starts.append(lower.count)
    self.lower = lower
    self.starts = starts
    shape = Self.shape(of: normal)
  }

  /// The bytes of some scalars of the lower form; a range beyond the word is cut to it.
  package func slice(_ scalars: Range<Int>) -> ArraySlice<UInt8> {
    let range = scalars.clamped(to: 0..<starts.count - 1)
    return lower[starts[range.lowerBound]..<starts[range.upperBound]]
  }

  /// The number of scalars of the lower form.
  package var count: Int { starts.count - 1 }

  /// A word in normal form.
  package static func normal(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 == 0xE2 || $0 == 0xCA }) else { return word }
    var normal = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": normal.append("'")
      case "\u{201C}", "\u{201D}": normal.append("\"")
      case "\u{2026}": normal.append(contentsOf: "...".unicodeScalars)
      default: normal.append(scalar)
      }
    }
    return String(normal)
  }

  /// A word in lower case, scalar by scalar.
  static func lower(_ word: String) -> String {
    var lower = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        let isCapital = "A" <= scalar && scalar <= "Z"
        lower.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
      } else {
        lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(lower)
  }

  private static func shape(of word: String) -> [UInt8] {
    var shape: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
      let kind: Unicode.Scalar =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: "X"
        case .lowercaseLetter: "x"
        case .decimalNumber: "d"
        default: scalar
        }
      if shape.count >= 3 && shape.suffix(3).allSatisfy({ $0 == kind }) { continue }
      shape.append(kind)
      if shape.count == 10 { break }
    }
    var bytes: [UInt8] = []
    for scalar in shape { bytes.append(contentsOf: String(scalar).utf8) }
    return bytes
  }
}
