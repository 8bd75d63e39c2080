import ZLib

/// Bytes packed by zlib (RFC 1950) with a preset dictionary, which makes short records that share
/// their keys a third smaller.
struct Deflate: Sendable {
  /// The bytes that packed data may refer back to; at most 32 KiB are used.
  let dictionary: [UInt8]

  /// What `unpacked` throws for bytes that `packed` didn't make.
  struct Damage: Error {}

  /// This dictionary with more bytes behind it, which packed data then may refer to as well.
  func followed(by bytes: [UInt8]) -> Deflate {
    Deflate(dictionary: Array((dictionary + bytes).suffix(32 << 10)))
  }

  /// The packed form, led by the number of bytes (four, big-endian).
  ///
  /// - Precondition: fewer than 2³² bytes; an input has at most 2²⁶.
  func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe precondition(verbale_deflate_init(&stream, 9) == Z_OK, "zlib has no memory")
    defer { unsafe deflateEnd(&stream) }
    let room = unsafe Int(deflateBound(&stream, UInt(bytes.count))) + 64
    var output = [UInt8](repeating: 0, count: room)
    let size = unsafe dictionary.withUnsafeBufferPointer { dictionary in
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          if !dictionary.isEmpty {
            unsafe deflateSetDictionary(&stream, dictionary.baseAddress, UInt32(dictionary.count))
          }
          unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          unsafe stream.avail_in = UInt32(input.count)
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          unsafe precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "the bound holds")
          return unsafe output.count - Int(stream.avail_out)
        }
      }
    }
    let length = UInt32(bytes.count)
    let head = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: length >> $0) }
    return head + output[..<size]
  }

  /// The bytes that were packed.
  ///
  /// - Throws: `Damage` where they were not packed with this dictionary, or are cut off.
  func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
    guard packed.count > 4 else { throw Damage() }
    let length = packed[..<4].reduce(0) { $0 << 8 | Int($1) }
    // zlib can't pack better than about 1,030 to 1: a greater claim is damage, not data.
    guard length <= packed.count * 1100 else { throw Damage() }
    var stream = unsafe z_stream()
    unsafe precondition(verbale_inflate_init(&stream) == Z_OK, "zlib has no memory")
    defer { unsafe inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: max(1, length))
    let whole = unsafe dictionary.withUnsafeBufferPointer { dictionary in
      unsafe packed.withUnsafeBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + 4)
          unsafe stream.avail_in = UInt32(input.count - 4)
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          var result = unsafe inflate(&stream, Z_FINISH)
          if result == Z_NEED_DICT {
            guard
              unsafe inflateSetDictionary(
                &stream, dictionary.baseAddress, UInt32(dictionary.count)) == Z_OK
            else { return false }
            result = unsafe inflate(&stream, Z_FINISH)
          }
          return unsafe result == Z_STREAM_END && Int(stream.total_out) == length
        }
      }
    }
    guard whole else { throw Damage() }
    return length == 0 ? [] : output
  }
}
