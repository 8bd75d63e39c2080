import Foundation
public import Pages
public import Records
import Text

/// A reading made ready for the archive, on any thread and before the transaction begins, so that
/// the one writer is held up as little as may be: `Archive.prepare` makes it.
public struct PackedReading: Sendable {
  /// The reading.
  public let reading: Records.Record
  private(set) var bytes: PackedBytes
  let textHash: Data
  let key: InputKey?
  /// The words of each attribution and of each event, packed.
  let said: [Data]
  let done: [Data]
  let shingles: Shingles
  let bands: [Int]

  init(
    _ record: Records.Record, _ input: Input?, _ packing: Packing, _ words: WordNumbers
  ) throws {
    reading = record
    let utf8 = Array(record.text.utf8)
    bytes = try packing.packed(record, page: input.flatMap { $0.bytes == utf8 ? nil : $0.bytes })
    textHash = Data(hex: SHA256.hex(utf8))
    key = input.map(InputKey.init)
    said = record.attributions.map { LineWords.packed(words.ranges(of: $0.content)) }
    done = record.events.map { LineWords.packed(words.ranges(of: [$0.words])) }
    shingles = Shingles(record.text)
    bands = Set(shingles.bandHashes).sorted()
  }

  /// Packed as the archive packs now, which may have learned or forgotten since this was made ready.
  func renewed(_ packing: Packing) throws -> PackedReading {
    if bytes.generation == packing.generation { return self }
    var renewed = self
    renewed.bytes = try packing.packed(
      reading, page: bytes.page.map { try packing.page($0) })
    return renewed
  }
}

extension Archive {
  /// Makes a reading ready to be kept; may be called from many threads at once.
  public func prepare(_ record: Records.Record, from input: Input) throws -> PackedReading {
    try PackedReading(record, input, packing, read { try WordNumbers(record, $0) })
  }
}
