import LibDeflate
import ZStandard

/// Packs bytes for tests.
enum Packer {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(9)
    defer { unsafe libdeflate_free_compressor(compressor) }
    var room = [UInt8](
      repeating: 0, count: unsafe libdeflate_gzip_compress_bound(compressor, bytes.count))
    let size = room.count
    let count = unsafe libdeflate_gzip_compress(compressor, bytes, bytes.count, &room, size)
    return Array(room[..<count])
  }

  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(6)
    defer { unsafe libdeflate_free_compressor(compressor) }
    var room = [UInt8](repeating: 0, count: bytes.count + 1024)
    let size = room.count
    let count = unsafe libdeflate_zlib_compress(compressor, bytes, bytes.count, &room, size)
    return Array(room[..<count])
  }

  static func zStandard(_ bytes: [UInt8]) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = room.count
    let count = unsafe ZSTD_compress(&room, size, bytes, bytes.count, 3)
    return Array(room[..<count])
  }
}
