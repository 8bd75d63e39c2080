import ZDictionary

/// Bytes packed by Zstandard (RFC 8878) with a dictionary that was learned from bytes like them.
///
/// The library's digested dictionaries are read by many threads and changed by none.
@safe final class LearnedDictionary: @unchecked Sendable {
  private static let level: CInt = 12
  /// More than any input has.
  private static let most = 1 << 27

  private let packing: OpaquePointer
  private let unpacking: OpaquePointer

  /// Digests a dictionary that `made` gave, or one that a database held.
  ///
  /// - Throws: `Deflate.Damage` where the bytes are none.
  init(_ bytes: [UInt8]) throws {
    guard let packing = unsafe ZSTD_createCDict(bytes, bytes.count, Self.level) else {
      throw Deflate.Damage()
    }
    guard let unpacking = unsafe ZSTD_createDDict(bytes, bytes.count) else {
      unsafe ZSTD_freeCDict(packing)
      throw Deflate.Damage()
    }
    unsafe self.packing = packing
    unsafe self.unpacking = unpacking
  }

  deinit {
    unsafe ZSTD_freeCDict(packing)
    unsafe ZSTD_freeDDict(unpacking)
  }

  /// A dictionary of this content, with the statistics of samples; nil where they are too few.
  static func made(of content: [UInt8], samples: [[UInt8]]) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: content.count + (64 << 10))
    var parameters = ZDICT_params_t()
    parameters.compressionLevel = level
    let size = unsafe ZDICT_finalizeDictionary(
      &output, output.count, content, content.count, Array(samples.joined()), samples.map(\.count),
      UInt32(samples.count), parameters)
    return ZDICT_isError(size) == 0 ? Array(output[..<size]) : nil
  }

  /// The packed form.
  func packed(_ bytes: [UInt8]) -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    defer { unsafe ZSTD_freeCCtx(context) }
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = unsafe ZSTD_compress_usingCDict(
      context, &output, output.count, bytes, bytes.count, packing)
    precondition(ZSTD_isError(size) == 0, "the bound holds")
    return Array(output[..<size])
  }

  /// The bytes that were packed.
  ///
  /// - Throws: `Deflate.Damage` where they were not packed with this dictionary, or are cut off.
  func unpacked(_ packed: ArraySlice<UInt8>) throws -> [UInt8] {
    let packed = Array(packed)
    let size = unsafe ZSTD_getFrameContentSize(packed, packed.count)
    guard size <= UInt64(Self.most) else { throw Deflate.Damage() }
    let context = unsafe ZSTD_createDCtx()
    defer { unsafe ZSTD_freeDCtx(context) }
    var output = [UInt8](repeating: 0, count: max(1, Int(size)))
    let written = unsafe ZSTD_decompress_usingDDict(
      context, &output, output.count, packed, packed.count, unpacking)
    guard ZSTD_isError(written) == 0, written == Int(size) else { throw Deflate.Damage() }
    return written == output.count ? output : Array(output[..<written])
  }
}
