/// How a whole file is packed, by its first bytes.
enum Packing {
  case none, gzip, zStandard

  /// The first bytes of each gzip member: its magic number and deflate.
  static let gzipMagic: [UInt8] = [0x1F, 0x8B, 0x08]
  /// The first bytes of each Zstandard frame.
  static let zStandardMagic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// The first bytes of the frame that holds the dictionary of a .warc.zst.
  static let dictionaryMagic: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]

  init(start: some Collection<UInt8>) {
    if start.starts(with: Self.gzipMagic) {
      self = .gzip
    } else if start.starts(with: Self.zStandardMagic) || start.starts(with: Self.dictionaryMagic) {
      self = .zStandard
    } else {
      self = .none
    }
  }
}
