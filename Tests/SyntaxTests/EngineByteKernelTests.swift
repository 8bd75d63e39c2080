import SyntaxKernels
import Testing

import Syntax

@Suite("Kernels of bytes do what their plain counterparts do")
struct EngineByteKernelTests {
  @Test("A product of bytes is exact, and the same on every instruction set")
  func multiply() {
    var generator = SeededGenerator(seed: 31)
    for round in 0..<60 {
      let rows = Int.random(in: 1...40, using: &generator)
      let inner = 4 * Int.random(in: 1...20, using: &generator)
      let columns = Int.random(in: 1...100, using: &generator)
      // The greatest bytes of all would overflow 16 bits somewhere if a kernel kept sums in them.
      let rowBytes = (0..<rows * inner).map { _ in
        round == 0 ? UInt8.max : UInt8.random(in: 1...255, using: &generator)
      }
      let weightBytes = (0..<columns * inner).map {
        $0 % inner == 0 || round == 0 ? 127 : Int.random(in: -127...127, using: &generator)
      }
      let bias = generator.floats(columns)
      let layer = ByteDense(
        weights: weightBytes.map { Float($0) }, bias: bias, inputs: inner, outputs: columns)
      let scales = generator.floats(rows, in: 0.01...1)
      for kernels in Kernels.available {
        let output = Floats(rows * layer.stride)
        unsafe rowBytes.withUnsafeBufferPointer { bytes in
          unsafe scales.withUnsafeBufferPointer { scales in
            guard let start = bytes.baseAddress, let scale = scales.baseAddress else { return }
            let input = unsafe ByteRows(start: start, stride: inner, scales: scale, scaleStep: 1)
            unsafe layer.apply(kernels, to: input, rows: rows, into: output.start)
            unsafe layer.add(kernels, of: input, rows: rows, to: output.start)
          }
        }
        for row in 0..<rows {
          for column in 0..<columns {
            let sum = (0..<inner).reduce(0) {
              $0 + (Int(rowBytes[row * inner + $1]) - 128) * weightBytes[column * inner + $1]
            }
            let product = Float(sum) * scales[row]
            // Weights from -127 to 127 have the scale 1; a fused multiply-add rounds once.
            let expected = bias[column] + product + product
            let found = unsafe output.start[row * layer.stride + column]
            #expect(abs(found - expected) <= 1e-6 * (abs(product) + 1), "\(kernels.name)")
          }
        }
      }
    }
  }

  @Test("Rows are rounded to the nearest byte, the greatest to 127 above or below 128")
  func quantise() {
    var generator = SeededGenerator(seed: 32)
    for width in [16, 48, 96] {
      let rows = 6
      var numbers = generator.floats(rows * width, in: -5...5)
      for index in 0..<width { numbers[index] = 0 }
      var first: [UInt8]?
      for kernels in Kernels.available {
        var bytes = [UInt8](repeating: 0, count: rows * width)
        var scales = [Float](repeating: 0, count: rows)
        unsafe kernels.table.pointee.quantise(
          numbers, width, &bytes, width, &scales, rows, width)
        for row in 0..<rows {
          let most = numbers[row * width..<(row + 1) * width].map(\.magnitude).max() ?? 0
          for index in row * width..<(row + 1) * width {
            let back = (Float(bytes[index]) - 128) * scales[row]
            #expect(abs(back - numbers[index]) <= most / 127 * 0.501)
          }
        }
        #expect(bytes == first ?? bytes, "\(kernels.name)")
        first = bytes
      }
    }
  }

  @Test("What is not a number has a byte, too")
  func notNumbers() {
    let numbers: [Float] = [.nan, .infinity, -.infinity] + [Float](repeating: 1, count: 13)
    for kernels in Kernels.available {
      var bytes = [UInt8](repeating: 0, count: 16)
      var scale: Float = 0
      unsafe kernels.table.pointee.quantise(numbers, 16, &bytes, 16, &scale, 1, 16)
      #expect(bytes.allSatisfy { $0 >= 1 })
    }
  }
}
