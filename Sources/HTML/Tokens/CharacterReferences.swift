/// The standard's named character references, from `references.tsv`: a name, with its semicolon
/// where it needs one, and one or two code points in hexadecimal.
struct CharacterReferences: Sendable {
  static let shared = CharacterReferences(table: PackageResources.references_tsv)

  private let table: [UInt8]
  private var nameStarts: [Int32] = []
  private var nameCounts: [UInt8] = []
  private var values: [(UInt32, UInt32)] = []
  private var slots: [Int16] = Array(repeating: -1, count: 8192)
  private var longestName = 0

  private init(table: [UInt8]) {
    self.table = table
    var offset = 0
    while offset < table.count {
      let start = offset
      var hash = Self.hashSeed
      while table[offset] != 0x09 {
        hash = Self.step(hash, table[offset])
        offset += 1
      }
      let count = offset - start
      var value: (UInt32, UInt32) = (0, 0)
      offset += 1
      while offset < table.count, table[offset] != 0x0A {
        if table[offset] == 0x20 {
          value = (value.1, 0)
        } else {
          value.1 = value.1 * 16 + (table[offset].hexadecimalValue ?? 0)
        }
        offset += 1
      }
      offset += 1
      place(Int16(nameStarts.count), hash)
      nameStarts.append(Int32(start))
      nameCounts.append(UInt8(count))
      values.append(value)
      longestName = max(longestName, count)
    }
  }

  private static let hashSeed: UInt32 = 2_166_136_261

  /// One step of the names' hash (FNV-1a).
  @inline(__always)
  private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  private mutating func place(_ entry: Int16, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  struct Match {
    /// The bytes of the name, without the ampersand.
    var length: Int
    /// The code points; where there is but one, the first is 0.
    var scalars: [UInt32]
  }

  /// The longest name that starts at `start`.
  func longest(in text: Span<UInt8>, from start: Int, to limit: Int) -> Match? {
    var hash = Self.hashSeed
    var best: (entry: Int, length: Int)?
    var offset = start
    while offset < limit, offset - start < longestName {
      let byte = text[offset]
      let isLast = byte == 0x3B
      guard isLast || byte.isASCIILetter || byte.isASCIIDigit else { break }
      hash = Self.step(hash, byte)
      offset += 1
      if offset - start > 1, let entry = find(text, start, offset, hash) {
        best = (entry, offset - start)
      }
      if isLast { break }
    }
    guard let best else { return nil }
    let value = values[best.entry]
    return Match(length: best.length, scalars: [value.0, value.1])
  }

  private func find(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt32) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      let from = Int(nameStarts[entry])
      if Int(nameCounts[entry]) == end - start,
        (0..<end - start).allSatisfy({ table[from + $0] == text[start + $0] })
      {
        return entry
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The character for a number: those that windows-1252 has in the place of controls are meant
  /// as windows-1252, and what is no character becomes U+FFFD.
  static func scalar(forNumber number: UInt32) -> UInt32 {
    if number == 0 || number > 0x10_FFFF || (0xD800...0xDFFF).contains(number) { return 0xFFFD }
    return (0x80...0x9F).contains(number) ? windows1252[Int(number) - 0x80] : number
  }

  /// The characters of windows-1252 from 0x80 to 0x9F.
  static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
