/// Finds a page's encoding: byte order mark, what the sender said, the page's own `meta`, and at
/// last the bytes themselves.
struct EncodingSniffer {
  private let bytes: [UInt8]
  /// How many of the page's bytes are looked at.
  private let count: Int
  private var position = 0

  private init(_ bytes: [UInt8], most: Int) {
    self.bytes = bytes
    count = min(bytes.count, most)
  }

  /// The encoding of a page and the length of its byte order mark.
  static func sniff(_ bytes: [UInt8], hint: String?) -> (encoding: Encoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if let hint, let encoding = Encoding(label: hint) { return (encoding, 0) }
    // The standard looks at 1,024 bytes first, then starts over where it meets a later `meta`.
    var sniffer = EncodingSniffer(bytes, most: 1 << 15)
    if let encoding = sniffer.prescan() { return (encoding, 0) }
    let isUTF8 = bytes.span.endOfASCII(from: 0) < bytes.count && Decoder.isValidUTF8(bytes)
    return (isUTF8 ? .utf8 : .windows1252, 0)
  }

  /// The standard's prescan for a `meta` element.
  private mutating func prescan() -> Encoding? {
    while position < count {
      position = bytes.span.firstIndex(of: 0x3C, from: position, to: count)
      guard position < count else { return nil }
      if matches("<!--") {
        position += 2
        while position < count, !matches("-->") { position += 1 }
        position += 3
      } else if matches("<meta"), position + 5 < count,
        bytes[position + 5].isHTMLSpace || bytes[position + 5] == 0x2F
      {
        position += 6
        if let encoding = readMeta() { return encoding }
      } else if position + 1 < count, bytes[position + 1].isASCIILetter {
        skipTag()
      } else if matches("</"), position + 2 < count, bytes[position + 2].isASCIILetter {
        skipTag()
      } else if matches("<!") || matches("</") || matches("<?") {
        while position < count, bytes[position] != 0x3E { position += 1 }
        position += 1
      } else {
        position += 1
      }
    }
    return nil
  }

  private func matches(_ word: StaticString) -> Bool {
    // Safe: the word is the program's own and holds so many bytes.
    let word = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard position + word.count <= count else { return false }
    for step in word.indices
    where unsafe bytes[position + step].asciiLowercase != word[step] {
      return false
    }
    return true
  }

  private mutating func skipTag() {
    position = endOfName(from: position)
    while findAttribute() != nil {}
  }

  private mutating func readMeta() -> Encoding? {
    var (seesPragma, seesContent, seesCharset) = (false, false, false)
    var isContentType = false
    var needsPragma: Bool?
    var label: String?
    while let (name, value) = findAttribute() {
      // Of attributes of one name the first counts.
      if !seesPragma, equals(name, "http-equiv") {
        seesPragma = true
        isContentType = equals(value, "content-type")
      } else if !seesContent, equals(name, "content") {
        seesContent = true
        if label == nil, mayHoldCharset(value),
          let found = Self.charset(inContent: lowercased(value)), Encoding(label: found) != nil
        {
          label = found
          needsPragma = true
        }
      } else if !seesCharset, equals(name, "charset") {
        seesCharset = true
        label = lowercased(value)
        needsPragma = false
      }
    }
    guard let needsPragma, !needsPragma || isContentType, let label,
      let encoding = Encoding(label: label)
    else { return nil }
    // A page whose `meta` could be read is not UTF-16, whatever it says.
    return encoding.name.hasPrefix("utf-16") ? .utf8 : encoding
  }

  /// Whether a word in lower case stands at a range.
  private func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    // Safe: the word is the program's own and holds so many bytes.
    let word = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for step in word.indices
    where unsafe bytes[range.lowerBound + step].asciiLowercase != word[step] {
      return false
    }
    return true
  }

  /// Whether "charset" can be told at a range: an equals sign stands behind the word.
  private func mayHoldCharset(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    return range.count > 8 && bytes.span.firstIndex(of: 0x3D, from: range.lowerBound, to: end) < end
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.asciiLowercase), as: UTF8.self)
  }

  /// Where the next attribute's name and value stand; nil behind the last one.
  private mutating func findAttribute() -> (name: Range<Int>, value: Range<Int>)? {
    while position < count, bytes[position].isHTMLSpace || bytes[position] == 0x2F {
      position += 1
    }
    guard position < count else { return nil }
    if bytes[position] == 0x3E {
      position += 1
      return nil
    }
    let nameStart = position
    position = endOfAttributeName(from: nameStart)
    let name = nameStart..<position
    skipSpace()
    guard position < count, bytes[position] == 0x3D else { return (name, 0..<0) }
    position += 1
    skipSpace()
    guard position < count else { return (name, 0..<0) }
    let mark = bytes[position]
    if mark == 0x22 || mark == 0x27 {
      let start = position + 1
      position = bytes.span.firstIndex(of: mark, from: start, to: count)
      guard position < count else { return nil }
      position += 1
      return (name, start..<position - 1)
    }
    let start = position
    position = endOfName(from: position)
    return position < count ? (name, start..<position) : nil
  }

  /// Where white space or ">" stands from an offset on.
  private func endOfName(from start: Int) -> Int {
    let text = bytes.span
    var offset = start
    while offset < count {
      let byte = text[offset]
      if byte <= 0x3E, byte == 0x3E || byte.isHTMLSpace { break }
      offset += 1
    }
    return offset
  }

  private func endOfAttributeName(from start: Int) -> Int {
    let text = bytes.span
    var offset = start
    while offset < count {
      let byte = text[offset]
      // Most bytes of names stand behind all that ends one.
      if byte <= 0x3E,
        byte == 0x3D && offset > start || byte.isHTMLSpace || byte == 0x2F || byte == 0x3E
      {
        break
      }
      offset += 1
    }
    return offset
  }

  private mutating func skipSpace() {
    while position < count, bytes[position].isHTMLSpace { position += 1 }
  }

  /// The standard's "extract a character encoding from a meta element".
  private static func charset(inContent content: String) -> String? {
    let text = Array(content.utf8)
    let word = Array("charset".utf8)
    var start = 0
    while start + word.count <= text.count {
      guard text[start..<start + word.count].elementsEqual(word) else {
        start += 1
        continue
      }
      var offset = start + word.count
      while offset < text.count, text[offset].isHTMLSpace { offset += 1 }
      guard offset < text.count, text[offset] == 0x3D else {
        start = offset
        continue
      }
      offset += 1
      while offset < text.count, text[offset].isHTMLSpace { offset += 1 }
      guard offset < text.count else { return nil }
      if text[offset] == 0x22 || text[offset] == 0x27 {
        let mark = text[offset]
        guard let end = text[(offset + 1)...].firstIndex(of: mark) else { return nil }
        return String(decoding: text[offset + 1..<end], as: UTF8.self)
      }
      let end = text[offset...].firstIndex { $0.isHTMLSpace || $0 == 0x3B } ?? text.count
      return String(decoding: text[offset..<end], as: UTF8.self)
    }
    return nil
  }
}
