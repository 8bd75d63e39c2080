import Text

/// A number for an event that is the same in every run, for formats whose rows are numbered.
enum RowNumber {
  /// The first 60 bits of the hash of record and event.
  static func of(record: String, event: String) -> UInt64 {
    UInt64(SHA256.hex(Array("\(record)#\(event)".utf8)).prefix(15), radix: 16) ?? 0
  }
}
