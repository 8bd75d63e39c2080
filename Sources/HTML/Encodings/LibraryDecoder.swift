#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if canImport(Glibc) || canImport(Musl)
  /// The C library's decoder, for the encodings whose tables are too large to keep here.
  @safe struct LibraryDecoder {
    // Opened by the initialiser and closed once by the owner; no pointer leaves a call.
    private let handle: iconv_t
    /// Whether escape sequences change the meaning of the bytes after them.
    let hasStates: Bool

    init?(_ encoding: Encoding) {
      let opened = unsafe iconv_open("UTF-32LE", encoding.libraryName)
      // The library tells failure by -1 in the place of the handle.
      guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
      unsafe handle = opened
      hasStates = encoding.name == "iso-2022-jp"
    }

    func close() { _ = unsafe iconv_close(handle) }

    /// The character at an offset and the number of bytes it takes; where there is none, U+FFFD
    /// and one byte. Escape sequences give no character.
    func next(_ bytes: [UInt8], from offset: Int) -> (characters: [UInt32], taken: Int) {
      var input = bytes[offset..<min(offset + 8, bytes.count)].map { CChar(bitPattern: $0) }
      var output: [UInt32] = [0, 0, 0, 0]
      for length in 1...input.count {
        let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
          unsafe output.withUnsafeMutableBytes { output in
            var from = input.baseAddress
            var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
            var fromLeft = length
            var toLeft = output.count
            let result = unsafe iconv(handle, &from, &fromLeft, &to, &toLeft)
            return result == -1 || fromLeft > 0 ? nil : (output.count - toLeft) / 4
          }
        }
        if let written { return (Array(output.prefix(written)), length) }
        if errno != EINVAL { break }
      }
      return ([0xFFFD], 1)
    }

    /// The upper half of an encoding whose characters take one byte each; nil for others.
    static func singleByteTable(_ encoding: Encoding) -> [UInt32]? {
      let name = encoding.name
      let isSingle =
        name.hasPrefix("windows-") || name.hasPrefix("iso-8859-") || name.hasPrefix("koi8-")
        || name == "ibm866" || name == "macintosh" || name == "x-mac-cyrillic"
      guard isSingle, let library = LibraryDecoder(encoding) else { return nil }
      defer { library.close() }
      return (UInt8(0x80)...0xFF).map { library.next([$0], from: 0).characters.first ?? 0xFFFD }
    }
  }
#else
  /// Where the C library has no decoder, pages in those encodings are told as unsupported.
  struct LibraryDecoder {
    let hasStates = false

    init?(_ encoding: Encoding) { return nil }

    func close() {}

    func next(_ bytes: [UInt8], from offset: Int) -> (characters: [UInt32], taken: Int) {
      ([0xFFFD], 1)
    }

    static func singleByteTable(_ encoding: Encoding) -> [UInt32]? { nil }
  }
#endif
