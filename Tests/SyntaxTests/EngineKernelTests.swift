import Foundation
import SyntaxKernels
import Testing

import Syntax

@Suite("Kernels do what their plain counterparts do")
struct EngineKernelTests {
  @Test("A product equals the naive one, and is the same on every instruction set")
  func multiply() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      let rows = Int.random(in: 1...40, using: &generator)
      let inner = Int.random(in: 1...70, using: &generator)
      let columns = Int.random(in: 1...100, using: &generator)
      let matrix = generator.floats(rows * inner)
      let weights = generator.floats(columns * inner)
      let bias = generator.floats(columns)
      let layer = Dense(weights: weights, bias: bias, inputs: inner, outputs: columns)
      var expected: [Double] = []
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = Double(bias[column])
          for step in 0..<inner {
            sum += Double(matrix[row * inner + step]) * Double(weights[column * inner + step])
          }
          expected.append(sum)
        }
      }
      var first: [Float]?
      for kernels in Kernels.available {
        let output = Floats(rows * layer.stride)
        unsafe layer.apply(
          kernels, to: matrix, inputStride: inner, rows: rows, into: output.start)
        let found = (0..<rows * columns).map {
          unsafe output.start[$0 / columns * layer.stride + $0 % columns]
        }
        for (left, right) in zip(found, expected) { #expect(abs(Double(left) - right) < 1e-4) }
        expectSame(found, first ?? found, kernels.name)
        first = found
        unsafe layer.add(kernels, of: matrix, inputStride: inner, rows: rows, to: output.start)
        for index in 0..<rows * columns {
          let twice = 2 * expected[index] - Double(bias[index % columns])
          let sum = unsafe output.start[index / columns * layer.stride + index % columns]
          #expect(abs(Double(sum) - twice) < 1e-4)
        }
      }
    }
  }

  @Test("A step of an LSTM equals the one by the book, its state rounded to a byte")
  func lstmStep() {
    var generator = SeededGenerator(seed: 2)
    for width in [16, 48, 128] {
      let rows = 5
      let gates = generator.floats(rows * 4 * width, in: -12...12)
      let before = generator.floats(rows * width, in: -2...2)
      func sigmoid(_ x: Float) -> Double { 1 / (1 + exp(-Double(x))) }
      var first: [Float]?
      for kernels in Kernels.available {
        var cells = before
        var hidden = [UInt8](repeating: 0, count: rows * width)
        unsafe kernels.table.pointee.lstm_step(
          gates, 4 * width, &cells, &hidden, width, rows, width)
        for row in 0..<rows {
          for unit in 0..<width {
            let gate = gates[(row * 4 * width)...]
            let start = gate.startIndex + unit
            let cell =
              sigmoid(gate[start + width]) * Double(before[row * width + unit])
              + sigmoid(gate[start]) * tanh(Double(gate[start + 2 * width]))
            #expect(abs(Double(cells[row * width + unit]) - cell) < 2e-6)
            let state = sigmoid(gate[start + 3 * width]) * tanh(cell)
            #expect(abs(Double(hidden[row * width + unit]) - 128 - 127 * state) < 0.501)
          }
        }
        expectSame(cells, first ?? cells, kernels.name)
        first = cells
      }
    }
  }

  @Test("LeakyReLU keeps what is positive and a tenth of the rest")
  func leaky() {
    var generator = SeededGenerator(seed: 3)
    let numbers = generator.floats(64)
    for kernels in Kernels.available {
      var found = numbers
      unsafe kernels.table.pointee.leaky(&found, found.count)
      #expect(found == numbers.map { $0 > 0 ? $0 : $0 * 0.1 })
    }
  }

  @Test("Inner products of rows equal the naive ones")
  func rowProducts() {
    var generator = SeededGenerator(seed: 4)
    for width in [16, 64, 80] {
      let rows = 7
      let left = generator.floats(rows * width)
      let right = generator.floats(rows * width)
      var first: [Float]?
      for kernels in Kernels.available {
        var sums = [Float](repeating: 1, count: rows * 3)
        unsafe kernels.table.pointee.row_products(
          left, width, right, width, &sums, 3, rows, width)
        for row in 0..<rows {
          let sum = (0..<width).reduce(1.0) {
            $0 + Double(left[row * width + $1]) * Double(right[row * width + $1])
          }
          #expect(abs(Double(sums[row * 3]) - sum) < 1e-4)
          #expect(sums[row * 3 + 1] == 1)
        }
        expectSame(sums, first ?? sums, kernels.name)
        first = sums
      }
    }
  }

  @Test("The first of the greatest is chosen; what is not a number never is")
  func argmax() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let count = Int.random(in: 1...70, using: &generator)
      var numbers = (0..<count).map { _ in Float(Int.random(in: 0...9, using: &generator)) }
      if count > 20 { numbers[3] = .nan }
      let most = numbers.filter { !$0.isNaN }.max()
      for kernels in Kernels.available {
        var best: Int32 = -1
        unsafe kernels.table.pointee.argmax(numbers, count, 1, count, &best)
        #expect(Int(best) == numbers.firstIndex { $0 == most })
      }
    }
  }

  /// The same bits, but for the portable kernels' rare double rounding.
  private func expectSame(_ found: [Float], _ first: [Float], _ name: String) {
    if name == "portable" {
      for (left, right) in zip(found, first) { #expect(abs(left - right) < 1e-5) }
    } else {
      #expect(found == first, "\(name)")
    }
  }
}
