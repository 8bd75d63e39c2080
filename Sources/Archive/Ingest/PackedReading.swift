import Foundation
import Pages
import Records
import Text

/// A reading packed for the archive, before the transaction begins, so that the writer is held up
/// as little as may be.
struct PackedReading: Sendable {
  let record: Data
  let text: Data
  let textHash: Data
  /// The input's bytes where the text doesn't give them back.
  let page: Data?

  init(_ record: Record, _ input: Input?, _ packing: Packing) throws {
    let utf8 = Array(record.text.utf8)
    self.record = try packing.pack(record)
    text = packing.pack(text: record.text)
    textHash = Data(hex: SHA256.hex(utf8))
    page = input.flatMap { $0.bytes == utf8 ? nil : packing.pack(page: $0.bytes) }
  }
}
