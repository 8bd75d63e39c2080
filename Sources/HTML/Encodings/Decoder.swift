/// A page as UTF-8, with the way back to its bytes.
struct Decoder {
  /// Well-formed UTF-8.
  private(set) var utf8: [UInt8] = []
  private(set) var map = OffsetMap()
  /// Set where the page's encoding cannot be read here.
  private(set) var unsupported: Encoding?

  /// Decodes a page from behind its byte order mark.
  init(_ bytes: [UInt8], _ encoding: Encoding, mark: Int) {
    if mark > 0 { map.skip(source: mark) }
    switch encoding {
    case .utf8:
      if mark == 0, Self.isValidUTF8(bytes) {
        utf8 = bytes
      } else {
        decodeUTF8(bytes, from: mark)
      }
    case .utf16LittleEndian: decodeUTF16(bytes, from: mark, low: 0)
    case .utf16BigEndian: decodeUTF16(bytes, from: mark, low: 1)
    case .windows1252: decodeSingleBytes(bytes, from: mark, Self.windows1252)
    default:
      if let table = LibraryDecoder.singleByteTable(encoding) {
        decodeSingleBytes(bytes, from: mark, table)
      } else if var library = LibraryDecoder(encoding) {
        decode(bytes, from: mark, with: &library)
        library.close()
      } else {
        unsupported = encoding
        decodeSingleBytes(bytes, from: mark, Self.windows1252)
      }
    }
  }

  /// The upper half of windows-1252.
  static let windows1252: [UInt32] = CharacterReferences.windows1252 + Array(0xA0...0xFF)

  private mutating func append(_ value: UInt32, source: Int) {
    let encoded = UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")!
    utf8.append(contentsOf: encoded)
    map.add(decoded: encoded.count, source: source)
  }

  private mutating func decodeSingleBytes(_ bytes: [UInt8], from start: Int, _ table: [UInt32]) {
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var offset = start
    while offset < bytes.count {
      let end = bytes.span.endOfASCII(from: offset)
      if end > offset {
        utf8 += bytes[offset..<end]
        map.add(decoded: 1, source: 1, times: end - offset)
      }
      if end < bytes.count { append(table[Int(bytes[end]) - 0x80], source: 1) }
      offset = end + 1
    }
  }

  private mutating func decode(
    _ bytes: [UInt8], from start: Int, with library: inout LibraryDecoder
  ) {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] < 0x80, !library.hasStates {
        utf8.append(bytes[offset])
        map.add(decoded: 1, source: 1)
        offset += 1
        continue
      }
      let (characters, taken) = library.next(bytes, from: offset)
      if characters.isEmpty { map.skip(source: taken) }
      for (index, value) in characters.enumerated() {
        append(value, source: index == characters.count - 1 ? taken : 0)
      }
      offset += taken
    }
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], from start: Int, low: Int) {
    func unit(_ offset: Int) -> UInt32 {
      UInt32(bytes[offset + low]) | UInt32(bytes[offset + 1 - low]) << 8
    }
    var offset = start
    while offset + 1 < bytes.count {
      let first = unit(offset)
      if first & 0xFC00 == 0xD800, offset + 3 < bytes.count, unit(offset + 2) & 0xFC00 == 0xDC00 {
        append(0x1_0000 + (first & 0x3FF) << 10 + unit(offset + 2) & 0x3FF, source: 4)
        offset += 4
      } else {
        append(first & 0xF800 == 0xD800 ? 0xFFFD : first, source: 2)
        offset += 2
      }
    }
    if offset < bytes.count { append(0xFFFD, source: 1) }
  }

  /// UTF-8 with U+FFFD for each longest part of a character that is no character.
  private mutating func decodeUTF8(_ bytes: [UInt8], from start: Int) {
    utf8.reserveCapacity(bytes.count)
    var offset = start
    while offset < bytes.count {
      let (length, isValid) = Self.sequence(bytes.span, at: offset)
      if isValid {
        utf8.append(contentsOf: bytes[offset..<offset + length])
        map.add(decoded: 1, source: 1, times: length)
      } else {
        append(0xFFFD, source: length)
      }
      offset += length
    }
  }

  /// The length of the character at an offset, or of the part of one that stands there.
  @inline(__always)
  private static func sequence(
    _ bytes: Span<UInt8>, at offset: Int
  ) -> (length: Int, isValid: Bool) {
    let first = bytes[offset]
    let needed: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch first {
    case 0..<0x80: return (1, true)
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
      needed = 2
      if first == 0xE0 { lower = 0xA0 }
      if first == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      if first == 0xF0 { lower = 0x90 }
      if first == 0xF4 { upper = 0x8F }
    default: return (1, false)
    }
    for step in 1...needed {
      guard offset + step < bytes.count, bytes[offset + step] >= lower,
        bytes[offset + step] <= upper
      else { return (step, false) }
      lower = 0x80
      upper = 0xBF
    }
    return (needed + 1, true)
  }

  /// Whether the bytes are well-formed UTF-8.
  static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span
    var offset = 0
    while true {
      offset = text.endOfASCII(from: offset)
      guard offset < text.count else { return true }
      repeat {
        let (length, isValid) = sequence(text, at: offset)
        if !isValid { return false }
        offset += length
      } while offset < text.count && text[offset] >= 0x80
    }
  }
}
