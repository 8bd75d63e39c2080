import SyntaxKernels

/// Memory for rows that are rounded to bytes.
struct Quantiser: Sendable {
  private let bytes = Bytes()
  private let scales = Floats()

  /// Rounds rows to bytes, each with its own scale; they stay until the next call.
  ///
  /// - Precondition: the width is a multiple of `Kernels.lanes`.
  func rows(
    _ numbers: UnsafePointer<Float>, stride: Int, width: Int, count: Int, _ kernels: Kernels
  ) -> ByteRows {
    precondition(width % Kernels.lanes == 0, "whole vectors")
    let start = unsafe bytes.room(count * width)
    let scales = unsafe scales.room(count)
    unsafe kernels.table.pointee.quantise(numbers, stride, start, width, scales, count, width)
    return unsafe ByteRows(start: start, stride: width, scales: scales, scaleStep: 1)
  }
}
