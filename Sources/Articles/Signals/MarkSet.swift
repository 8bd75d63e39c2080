/// Some marks, to be looked for in a text.
struct MarkSet: ExpressibleByStringLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: [Unicode.Scalar] = []

  init(stringLiteral marks: String) {
    for mark in marks.unicodeScalars {
      switch mark.value {
      case ..<64: low |= 1 << UInt64(mark.value)
      case ..<128: high |= 1 << UInt64(mark.value - 64)
      default: others.append(mark)
      }
    }
  }

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<64: low >> UInt64(scalar.value) & 1 == 1
    case ..<128: high >> UInt64(scalar.value - 64) & 1 == 1
    default: others.contains(scalar)
    }
  }
}
