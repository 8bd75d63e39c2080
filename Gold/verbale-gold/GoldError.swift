/// A failure that a person at the terminal should read.
struct GoldError: Error, CustomStringConvertible {
  let description: String
}
