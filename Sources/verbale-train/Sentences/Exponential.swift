import Foundation

/// e to a power, kept within what a probability needs.
enum Exponential {
  static func value(_ exponent: Float) -> Float { exp(max(-30, min(30, exponent))) }
}
