import Foundation
import LibDeflate

/// The bytes of a file or of standard input, unpacked where they are packed (gzip, Zstandard), in a
/// window that moves along, so that memory holds a few megabytes of a file of any size.
///
/// A damaged stretch of a packed file is passed over up to the next member that can be unpacked; the
/// place where it lay is kept in `losses`.
@safe final class ByteStream {
  /// A stretch that couldn't be unpacked: it lay in front of the byte at `position`.
  struct Loss: Hashable {
    /// The position in the unpacked bytes.
    let position: Int
    /// The file's offset behind the stretch.
    let end: Int
    /// What was wrong.
    let what: String
  }

  /// How the file is packed.
  private(set) var packing = Packing.none
  /// The system's error number, where reading failed.
  private(set) var failure: Int32?
  /// The unpacked bytes that have been read and not yet taken away.
  let window = ByteWindow(capacity: 4 << 20)
  /// The number of unpacked bytes taken away so far.
  private(set) var position = 0
  /// Damaged stretches that nobody has taken note of yet, in order.
  private(set) var losses: [Loss] = []

  private let file: FileHandle
  private let limits: UnpackingLimits
  /// The bytes of the file as they are, where it is packed.
  private let packed = ByteWindow(capacity: 1 << 20)
  /// The file's offset of the first byte in `packed`; of the end of `window` in a plain file.
  private(set) var offset = 0
  private var isAtEnd = false
  /// Where members of the packed file end: position in the unpacked bytes, offset in the file.
  private var ends: [(position: Int, offset: Int)] = []
  /// Set while a member is being unpacked piece by piece.
  private var member: (any StreamDecoder)?
  private let inflater = Inflater(.gzip)
  private var zStandard = ZStandardDecoder()
  private let wholeMembers = unsafe libdeflate_alloc_decompressor()
  /// The most bytes, packed and unpacked, that a member needed so far.
  private var largestPacked = 64 << 10
  private var largestMember = 256 << 10

  init(_ file: FileHandle, limits: UnpackingLimits = UnpackingLimits()) {
    self.file = file
    self.limits = limits
    read(into: packed, atLeast: 8)
    packing = unsafe packed.withBytes { unsafe Packing(start: $0) }
    guard packing == .none else { return }
    let start = packed.copy(0..<packed.count)
    packed.drop(start.count)
    append(start)
    offset = start.count
  }

  deinit { unsafe libdeflate_free_decompressor(wholeMembers) }

  /// Takes bytes of the window away.
  func drop(_ number: Int) {
    window.drop(number)
    position += number
    while ends.count > 1, ends[1].position <= position { ends.removeFirst() }
  }

  /// Takes note of the damaged stretch in front of the window's first byte.
  func takeLoss() -> Loss? {
    guard let loss = losses.first, loss.position <= position else { return nil }
    return losses.removeFirst()
  }

  /// The unpacked bytes that follow one another without damage, as far as they have been read.
  var soundCount: Int {
    guard let loss = losses.first else { return window.count }
    return min(window.count, max(0, loss.position - position))
  }

  /// Whether more bytes will come behind those of the window without damage in between.
  var isCut: Bool { !losses.isEmpty }

  /// The file's offset of the window's first byte, or of one further on. Within a member it is the
  /// member's start: no byte inside can be reached without it.
  func fileOffset(ahead number: Int = 0) -> Int {
    if packing == .none { return offset - window.count + number }
    return ends.last { $0.position <= position + number }?.offset ?? 0
  }

  /// The number of the file's bytes that have been unpacked so far.
  var bytesRead: Int { offset }

  /// Reads more; false at the end.
  func fill() -> Bool {
    switch packing {
    case .none:
      let before = window.count
      read(into: window, atLeast: 1)
      offset += window.count - before
      return window.count > before
    case .gzip, .zStandard:
      let before = window.count
      while window.count == before && losses.isEmpty {
        guard member != nil || startMember() else { break }
        if window.count == before, losses.isEmpty { continueMember() }
      }
      return window.count > before || !losses.isEmpty
    }
  }

  /// Reads until the window holds some number of bytes, or as many as come before a damaged stretch.
  func fill(to number: Int) {
    while window.count < number && losses.isEmpty && fill() {}
  }

  /// Gives up the member that is being unpacked: goes on at the next one. The window is emptied.
  func abandonMember(_ what: String) {
    drop(window.count)
    guard packing != .none, member != nil else { return }
    member = nil
    seekMember()
    losses.append(Loss(position: position, end: offset, what: what))
    ends.append((position, offset))
  }

  /// Passes over the window and bytes behind it, in a plain file that can be moved about in and
  /// only where the ending stands behind them (or the file ends there); false where nothing was
  /// done.
  func passOver(_ number: Int, ending: [UInt8]) -> Bool {
    guard packing == .none, let target = off_t(exactly: offset + number)
    else { return false }
    var found = [UInt8](repeating: 0, count: ending.count)
    var last: UInt8 = 0
    let got = unsafe pread(file.fileDescriptor, &found, found.count, target)
    guard unsafe pread(file.fileDescriptor, &last, 1, target - 1) == 1,
      got == 0 || got == ending.count && found == ending,
      lseek(file.fileDescriptor, target, SEEK_SET) == target
    else { return false }
    drop(window.count)
    position += number
    offset += number
    return true
  }

  /// Reads all that is left, up to the limits.
  func readAll() -> Unpacked {
    while losses.isEmpty {
      if window.count > limits.bytes { return .tooLarge }
      if packing != .none, limits.isBomb(unpacked: window.count, packed: bytesRead) {
        return .bomb
      }
      guard fill() else { return .whole(window.copy(0..<window.count)) }
    }
    return .damaged(window.copy(0..<soundCount), losses[0].what)
  }

  private func append(_ bytes: [UInt8]) {
    unsafe window.append(room: bytes.count) { room in
      unsafe room.copyBytes(from: bytes)
      return (bytes.count, ())
    }
  }

  private func read(into window: ByteWindow, atLeast number: Int) {
    let goal = window.count + number
    while window.count < goal && !isAtEnd {
      let got = unsafe window.append(room: 1 << 20) { room in
        while true {
          let got = unsafe Foundation.read(file.fileDescriptor, room.baseAddress, 1 << 20)
          if got < 0 && errno == EINTR { continue }
          return (max(0, got), got)
        }
      }
      if got < 0 { failure = errno }
      if got <= 0 { isAtEnd = true }
    }
  }

  private func readPacked(atLeast number: Int) {
    if packed.count < number {
      read(into: packed, atLeast: number - packed.count)
    }
  }

  private func dropPacked(_ number: Int) {
    packed.drop(number)
    offset += number
  }

  /// Starts the next member, and unpacks it at once where it is small; false at the file's end.
  private func startMember() -> Bool {
    readPacked(atLeast: max(2 * largestPacked, 18))
    guard packed.count > 0 else { return false }
    let found = unsafe packed.withBytes { unsafe Packing(start: $0) }
    guard found == packing else {
      lose("bytes between the packed records")
      return true
    }
    switch packing {
    case .gzip:
      if unpackWholeMember() { return true }
      inflater.restart()
      member = inflater
    case .zStandard:
      if unsafe packed.withBytes({ unsafe $0.starts(with: Packing.dictionaryMagic) }) {
        return readDictionary()
      }
      zStandard.restart()
      member = zStandard
    case .none: break
    }
    return true
  }

  /// The quick way: a member that stands whole in both windows.
  private func unpackWholeMember() -> Bool {
    let taken: Int? = unsafe window.append(room: largestMember) { room in
      unsafe packed.withBytes { input in
        var (taken, made) = (0, 0)
        let status = unsafe libdeflate_gzip_decompress_ex(
          wholeMembers, input.baseAddress, input.count, room.baseAddress, room.count, &taken, &made)
        return status == LIBDEFLATE_SUCCESS ? (made, taken) : (0, nil)
      }
    }
    guard let taken else { return false }
    largestPacked = max(largestPacked, min(taken, 8 << 20))
    dropPacked(taken)
    ends.append((position + window.count, offset))
    return true
  }

  /// The slow way: a piece of a member that is large, cut or damaged.
  private func continueMember() {
    guard let member else { return }
    readPacked(atLeast: 1)
    let (taken, state) = unsafe window.append(room: 256 << 10) { room in
      unsafe packed.withBytes { input in
        let step = unsafe member.decode(input, into: room)
        return (step.made, (step.taken, step.state))
      }
    }
    let made = taken > 0 || state != .going
    dropPacked(taken)
    switch state {
    case .atEnd:
      self.member = nil
      largestMember = min(max(largestMember, 2 * window.count), 4 << 20)
      ends.append((position + window.count, offset))
    case .damaged: lose("the packed bytes are damaged")
    case .going where isAtEnd && packed.count == 0 && !made: lose("the file is cut off")
    case .going: break
    }
  }

  /// Gives up what can't be unpacked and goes on at the next member.
  private func lose(_ what: String) {
    member = nil
    seekMember()
    losses.append(Loss(position: position + window.count, end: offset, what: what))
    ends.append((position + window.count, offset))
  }

  /// Moves to the next place that starts like a member and whose first bytes can be unpacked.
  private func seekMember() {
    let magic = packing == .gzip ? Packing.gzipMagic : Packing.zStandardMagic
    var from = 1
    while true {
      if let found = packed.firstIndex(of: magic, from: min(from, packed.count)) {
        dropPacked(found)
        readPacked(atLeast: 4096)
        if startsMember() { return }
        from = 1
      } else {
        dropPacked(max(0, packed.count - magic.count + 1))
        if isAtEnd {
          dropPacked(packed.count)
          return
        }
        readPacked(atLeast: packed.count + 1)
        from = 0
      }
    }
  }

  private func startsMember() -> Bool {
    var piece = [UInt8](repeating: 0, count: 64)
    let decoder: any StreamDecoder
    if packing == .gzip {
      inflater.restart()
      decoder = inflater
    } else {
      zStandard.restart()
      decoder = zStandard
    }
    return unsafe packed.withBytes { input in
      unsafe piece.withUnsafeMutableBytes { output in
        let step = unsafe decoder.decode(input, into: output)
        return step.state != .damaged && step.made > 0
      }
    }
  }

  /// Reads the frame in front of a .warc.zst that holds the dictionary of all frames behind it.
  private func readDictionary() -> Bool {
    readPacked(atLeast: 8)
    guard packed.count >= 8 else {
      lose("the dictionary is cut off")
      return true
    }
    let size = (0..<4).reduce(0) { $0 | Int(packed[4 + $1]) << (8 * $1) }
    guard size <= 16 << 20 else {
      lose("the dictionary is too large")
      return true
    }
    readPacked(atLeast: 8 + size)
    guard packed.count >= 8 + size else {
      lose("the dictionary is cut off")
      return true
    }
    var dictionary = packed.copy(8..<8 + size)
    if dictionary.starts(with: Packing.zStandardMagic),
      case .whole(let bytes) = ContentCoding.unpack(dictionary, codings: "zstd", limits: limits)
    {
      dictionary = bytes
    }
    zStandard = ZStandardDecoder(dictionary: dictionary)
    dropPacked(8 + size)
    ends.append((position + window.count, offset))
    return true
  }
}
