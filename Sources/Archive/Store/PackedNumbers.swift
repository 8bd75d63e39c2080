import Foundation

/// Numbers as bytes, seven bits a byte, the low ones first; the eighth bit tells that more follow.
enum PackedNumbers {
  /// The bytes of numbers that aren't negative.
  static func pack(_ numbers: some Sequence<Int>) -> Data {
    var bytes: [UInt8] = []
    for number in numbers {
      var rest = number
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return Data(bytes)
  }

  /// The numbers; what breaks off is left out.
  static func unpack(_ bytes: Data) -> [Int] {
    var numbers: [Int] = []
    var (number, shift) = (0, 0)
    for byte in bytes {
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        numbers.append(number)
        (number, shift) = (0, 0)
      } else {
        shift = min(shift + 7, 56)
      }
    }
    return numbers
  }

  /// Numbers of a set in their order, each as what it is more than the one before.
  static func pack(set: Set<Int>) -> Data {
    var last = 0
    return pack(
      set.sorted().map { number in
        defer { last = number }
        return number - last
      })
  }

  /// The numbers of a set.
  static func unpackSet(_ bytes: Data) -> [Int] {
    var last = 0
    return unpack(bytes).map { step in
      last += step
      return last
    }
  }
}
