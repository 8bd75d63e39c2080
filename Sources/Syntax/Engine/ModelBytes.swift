import EnglishModel

/// The bytes of a model file, at an address that 64 divides; they never change.
@safe
package final class ModelBytes: Sendable {
  nonisolated(unsafe) let start: UnsafeRawPointer
  let count: Int
  private let isOwned: Bool

  /// The model that is built in.
  static let english = unsafe ModelBytes(
    start: english_model_bytes(), count: english_model_size(), isOwned: false)

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

  private init(start: UnsafeRawPointer, count: Int, isOwned: Bool) {
    unsafe self.start = start
    self.count = count
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { unsafe start.deallocate() }
  }
}
