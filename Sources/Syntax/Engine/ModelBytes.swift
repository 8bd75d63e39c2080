import EnglishModel
import Text

/// The bytes of a model file, at an address that 64 divides; they never change.
@safe
package final class ModelBytes: Sendable {
  nonisolated(unsafe) let start: UnsafeRawPointer
  let count: Int
  private let isOwned: Bool

  /// The model that is built in.
  static let english = unsafe ModelBytes(
    start: english_model_bytes(), count: english_model_size(), isOwned: false)

  /// The small model over the same words' embeddings.
  static let fast = unsafe ModelBytes(
    start: english_fast_model_bytes(), count: english_fast_model_size(), isOwned: false)

  /// A copy of bytes from elsewhere.
  package convenience init(copying bytes: [UInt8]) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
    unsafe bytes.withUnsafeBytes { source in
      if let base = source.baseAddress {
        unsafe memory.copyMemory(from: base, byteCount: source.count)
      }
    }
    unsafe self.init(start: UnsafeRawPointer(memory), count: bytes.count, isOwned: true)
  }

  /// Eight digits that tell this file from another: the start of the SHA-256 of its first and last
  /// 64 KiB, header and weights, so that starting costs no pass over the whole file.
  var fingerprint: String {
    let part = min(count, 64 << 10)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    let ends = unsafe Array(bytes.prefix(part)) + Array(bytes.suffix(part))
    return String(SHA256.hex(ends).prefix(8))
  }

  private init(start: UnsafeRawPointer, count: Int, isOwned: Bool) {
    unsafe self.start = start
    self.count = count
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { unsafe start.deallocate() }
  }
}
