/// What can be counted in a block's words.
struct BlockMeasures {
  var bytes = 0
  var words = 0
  var commas = 0
  /// Stops, question and exclamation marks with white space, a quotation mark or nothing behind.
  var stops = 0
  var digits = 0
  /// Words with a capital first letter.
  var capitals = 0
  var endsSentence = false
  var linkDensity: Float = 0
  /// The hash of each word in lower case.
  var hashes: [UInt32] = []
  /// Running text: some length, an end of a sentence, few links.
  var isProse = false

  init(_ text: ArraySlice<UInt8>, linked: Int) {
    bytes = text.count
    var hash: UInt32 = 2_166_136_261
    var length = 0
    var last: UInt8 = 0x20
    func isWordByte(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
    for byte in text {
      if isWordByte(byte), !(byte == 0xE2 && length == 0) || length > 0 {
        if length == 0, byte &- 0x41 < 26 { capitals += 1 }
        let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
        hash = (hash ^ UInt32(folded)) &* 16_777_619
        length += 1
        if byte &- 0x30 < 10 { digits += 1 }
      } else if length > 0 {
        hashes.append(hash)
        hash = 2_166_136_261
        length = 0
      }
      if byte == 0x2C { commas += 1 }
      if last == 0x2E || last == 0x3F || last == 0x21,
        byte == 0x20 || byte == 0x0A || byte == 0x22 || byte == 0xE2 || byte == 0x29
      {
        stops += 1
      }
      last = byte
    }
    if length > 0 { hashes.append(hash) }
    words = hashes.count
    var tail = text.suffix(4)
    while let end = tail.last, end == 0x22 || end == 0x29 || end >= 0x80 { tail.removeLast() }
    endsSentence = tail.last == 0x2E || tail.last == 0x3F || tail.last == 0x21
    if last == 0x2E || last == 0x3F || last == 0x21 { stops += 1 }
    linkDensity = bytes == 0 ? 0 : Float(linked) / Float(bytes)
    isProse = words >= 12 && (stops > 0 || words >= 25) && linkDensity < 0.5
  }
}
