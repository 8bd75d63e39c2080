/// SplitMix64: the same seed gives the same numbers everywhere.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something happens that does `part` times in `whole`.
  mutating func chance(_ part: Int, in whole: Int) -> Bool { below(whole) < part }

  /// An element of a list.
  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// An element of a list, the first ones often: about Zipf's law.
  mutating func common<Element>(of list: [Element]) -> Element { list[skewed(list.count)] }

  /// Small numbers often, large ones seldom: about Zipf's law.
  mutating func skewed(_ bound: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    var power = 1.0
    // bound to the power of share, by squaring: no library's logarithm plays a part.
    var base = Double(bound)
    var rest = share
    for _ in 0..<24 {
      base = base.squareRoot()
      rest *= 2
      if rest >= 1 {
        power *= base
        rest -= 1
      }
    }
    return min(bound - 1, Int(power) - 1)
  }
}
