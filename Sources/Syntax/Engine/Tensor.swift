/// Numbers of a model file, row-major; the file's bytes are read in place.
@safe
struct Tensor: Sendable {
  enum Element: String {
    case f32, f16, i8, i32, u64

    var size: Int {
      switch self {
      case .f32, .i32: 4
      case .f16: 2
      case .i8: 1
      case .u64: 8
      }
    }

    var isFloat: Bool { self == .f32 || self == .f16 || self == .i8 }
  }

  let name: String
  let element: Element
  /// At least one dimension; none is 0.
  let shape: [Int]
  private let bytes: ModelBytes
  /// Where the tensor starts in `bytes`, and where its scales do.
  private let offset: Int
  private let scaleOffset: Int?

  /// A tensor whose elements and scales have been checked to lie within `bytes`.
  init(
    name: String, element: Element, shape: [Int], bytes: ModelBytes, offset: Int, scaleOffset: Int?
  ) {
    self.name = name
    self.element = element
    self.shape = shape
    self.bytes = bytes
    self.offset = offset
    self.scaleOffset = scaleOffset
    width = shape.dropFirst().reduce(1, *)
  }

  /// The size of the first dimension.
  var rows: Int { shape[0] }
  /// The number of elements in a row.
  let width: Int

  /// Writes the numbers of a row, `width` of them.
  func copyRow(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    precondition(element.isFloat && 0 <= row && row < rows, "no such row of numbers")
    let start = unsafe bytes.start + offset + row * width * element.size
    switch element {
    case .f32:
      unsafe target.update(from: start.assumingMemoryBound(to: Float.self), count: width)
    case .f16:
      let halves = unsafe start.assumingMemoryBound(to: UInt16.self)
      for index in 0..<width { unsafe target[index] = Self.number(half: halves[index]) }
    default:
      let small = unsafe start.assumingMemoryBound(to: Int8.self)
      let scale = unsafe (bytes.start + (scaleOffset ?? 0)).load(
        fromByteOffset: 4 * row, as: Float.self)
      for index in 0..<width { unsafe target[index] = Float(small[index]) * scale }
    }
  }

  /// The place of `value` in a sorted `u64` tensor of one dimension, or nil.
  func place(of value: UInt64) -> Int? {
    precondition(element == .u64, "hashes are u64")
    let sorted = unsafe (bytes.start + offset).assumingMemoryBound(to: UInt64.self)
    var low = 0
    var high = rows
    while low < high {
      let middle = (low + high) / 2
      let found = unsafe UInt64(littleEndian: sorted[middle])
      if found == value { return middle }
      if found < value { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All numbers as an array.
  var numbers: [Float] {
    unsafe [Float](unsafeUninitializedCapacity: rows * width) { buffer, count in
      if let base = buffer.baseAddress {
        for row in 0..<rows { unsafe copyRow(row, to: base + row * width) }
      }
      count = rows * width
    }
  }

  /// A number from the bits of an IEEE half. The product scales the exponent, for subnormal
  /// halves too; infinities, which no weight is, become large numbers.
  private static func number(half: UInt16) -> Float {
    let magnitude = Float(bitPattern: UInt32(half & 0x7FFF) << 13) * 0x1p112
    return half & 0x8000 == 0 ? magnitude : -magnitude
  }
}
