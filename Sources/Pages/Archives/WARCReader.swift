public import Foundation

/// Reads the records of a web archive (WARC 0.17 to 1.1, ISO 28500), plain or packed with gzip or
/// Zstandard, one after another; memory holds one record.
///
/// ```swift
/// let archive = WARCReader(file)
/// while let record = archive.next() { print(record.header.target ?? "", archive.block.count) }
/// ```
///
/// Damage never ends the reading: it goes on at the next record, and what lay in between is told as
/// a record with `damage`.
public final class WARCReader {
  private let stream: ByteStream
  private let limits: UnpackingLimits
  /// The file's bytes that the records so far cover.
  private var covered = 0
  /// The block of the record that `next` gave, in the stream's window, and what stands behind it.
  private var blockRange = 0..<0
  private var pending = 0

  /// The most bytes that the fields of a record may have.
  static let longestHeader = 1 << 20
  private static let blankLine = Array("\r\n\r\n".utf8)
  private static let sync = Array("WARC/".utf8)

  /// A reader of a file or a pipe, from where it stands.
  public convenience init(_ file: FileHandle, limits: UnpackingLimits = UnpackingLimits()) {
    self.init(ByteStream(file, limits: limits), limits: limits)
  }

  init(_ stream: ByteStream, limits: UnpackingLimits) {
    self.stream = stream
    self.limits = limits
  }

  /// The bytes of the last record's block; they can be asked for until the next call of `next`.
  public var block: [UInt8] { stream.window.copy(blockRange) }

  /// The head of the site's answer that the last record holds, without its body; nil where the
  /// block is no answer. Cheaper than the whole block where only the head decides.
  public var responseHead: HTTPMessage? {
    let block = blockRange
    var end = block.lowerBound
    while end < min(block.upperBound, block.lowerBound + Self.longestHeader) {
      guard let next = stream.window.firstIndex(of: [0x0A], from: end), next < block.upperBound
      else { break }
      let isBlank = next - end <= 1
      end = next + 1
      if isBlank { break }
    }
    return HTTPMessage(stream.window.copy(block.lowerBound..<end))
  }

  /// The next record, or the next damaged stretch; nil at the end.
  public func next() -> WARCRecord? {
    stream.drop(pending)
    (pending, blockRange) = (0, 0..<0)
    skipLineEnds()
    if let loss = stream.takeLoss() {
      return finish(WARCHeader([]), .unreadable(loss.what), end: loss.end)
    }
    stream.fill(to: 5)
    guard stream.window.count > 0 else {
      guard stream.fileOffset() > covered else { return nil }
      return finish(WARCHeader([]), .unreadable("bytes behind the last record"))
    }
    guard isSync(at: 0) else { return resynchronised("no record begins here") }
    guard let end = headerEnd() else { return resynchronised("the fields have no end") }
    let header = WARCHeader(stream.window.copy(0..<end))
    guard let length = header.length else {
      return resynchronised("the record has no length", header: header)
    }
    return length > limits.bytes
      ? passedOver(header, from: end, length: length) : read(header, from: end, length: length)
  }

  private func read(_ header: WARCHeader, from start: Int, length: Int) -> WARCRecord {
    var goal = start + length
    // Behind the block stands a blank line; in a plain file the start of the next record too.
    let margin = stream.packing == .none ? 16 : 4
    while stream.soundCount < goal + margin, !stream.isCut {
      if limits.isBomb(unpacked: stream.window.count, packed: stream.bytesRead - covered) {
        return bomb(header)
      }
      guard stream.fill() else { break }
    }
    var damage: WARCRecord.Damage?
    if stream.soundCount < goal {
      goal = stream.soundCount
      damage = .cut("the record breaks off: \(goal - start) of \(length) bytes")
    }
    if damage != nil || !isBoundary(at: goal) {
      // The length can't be right: the block ends where the next record begins.
      if let next = nextSync(from: start, to: damage == nil ? stream.soundCount : goal) {
        goal = next
        damage = .cut("the record's length isn't that of its block")
      } else if damage == nil {
        damage = .cut("no record begins where this one should end")
      }
    }
    var end = goal
    while end > start, damage != nil, isLineEnd(at: end - 1) { end -= 1 }
    blockRange = start..<end
    var behind = goal
    while behind < stream.soundCount, isLineEnd(at: behind) { behind += 1 }
    pending = behind
    return finish(header, damage)
  }

  /// A record whose block is larger than an input may be: its bytes are passed over.
  private func passedOver(_ header: WARCHeader, from start: Int, length: Int) -> WARCRecord {
    stream.drop(start)
    let told = WARCRecord.Damage.tooLarge(length)
    let behind = length - stream.window.count
    if behind > 0, stream.packing == .none {
      if stream.passOver(behind, ending: Self.blankLine) {
        skipLineEnds()
        return finish(header, told)
      }
      return resynchronised(told, header: header)
    }
    var left = length
    while left > 0, !stream.isCut {
      if limits.isBomb(unpacked: length - left, packed: stream.bytesRead - covered) {
        return bomb(header)
      }
      let piece = min(left, stream.soundCount)
      stream.drop(piece)
      left -= piece
      if left > 0, stream.window.count == 0, !stream.fill() { break }
    }
    skipLineEnds()
    return finish(header, told)
  }

  private func bomb(_ header: WARCHeader) -> WARCRecord {
    stream.abandonMember("unpacks out of all proportion")
    let end = stream.takeLoss()?.end
    return finish(header, .bomb, end: end)
  }

  /// Moves on to the next place where a record begins.
  private func resynchronised(_ what: String, header: WARCHeader = WARCHeader([])) -> WARCRecord {
    stream.drop(min(Self.sync.count, stream.soundCount))
    return resynchronised(.unreadable(what), header: header)
  }

  private func resynchronised(_ damage: WARCRecord.Damage, header: WARCHeader) -> WARCRecord {
    let start = stream.position
    while true {
      let count = stream.soundCount
      if let next = nextSync(from: 0, to: count) {
        stream.drop(next)
        break
      }
      stream.drop(stream.isCut ? count : max(0, count - Self.sync.count))
      if stream.isCut { break }
      if limits.isBomb(
        unpacked: stream.position - start, packed: stream.bytesRead - covered)
      {
        return bomb(header)
      }
      guard stream.fill() else {
        stream.drop(stream.window.count)
        break
      }
    }
    return finish(header, damage, end: stream.takeLoss()?.end)
  }

  /// The record from what the last one left to where the reading stands now.
  private func finish(
    _ header: WARCHeader, _ damage: WARCRecord.Damage?, end: Int? = nil
  ) -> WARCRecord {
    let end = max(covered, end ?? stream.fileOffset(ahead: pending))
    let record = WARCRecord(
      header: header, offset: covered, stored: end - covered, blockLength: blockRange.count,
      damage: damage)
    covered = end
    return record
  }

  private func skipLineEnds() {
    while true {
      var count = 0
      while count < stream.soundCount, isLineEnd(at: count) { count += 1 }
      stream.drop(count)
      guard stream.window.count == 0, !stream.isCut, stream.fill() else { return }
    }
  }

  private func isLineEnd(at index: Int) -> Bool {
    let byte = stream.window[index]
    return byte == 0x0D || byte == 0x0A
  }

  /// Whether a record may end at an index: line ends, then the next record or nothing more.
  private func isBoundary(at index: Int) -> Bool {
    var index = index
    while index < stream.soundCount, isLineEnd(at: index) { index += 1 }
    return index >= stream.soundCount || isSync(at: index)
  }

  /// Whether `WARC/` and a digit stand at an index.
  private func isSync(at index: Int) -> Bool {
    guard index + Self.sync.count < stream.soundCount else { return false }
    for (offset, byte) in Self.sync.enumerated() where stream.window[index + offset] != byte {
      return false
    }
    return (0x30...0x39).contains(stream.window[index + Self.sync.count])
  }

  /// The first index at the start of a line at which a record begins.
  private func nextSync(from start: Int, to end: Int) -> Int? {
    var from = start
    while let found = stream.window.firstIndex(of: Self.sync, from: from), found < end {
      if isSync(at: found), found == 0 || stream.window[found - 1] == 0x0A { return found }
      from = found + 1
    }
    return nil
  }

  /// The index behind the blank line that ends the fields.
  private func headerEnd() -> Int? {
    var from = 0
    while true {
      let count = min(stream.soundCount, Self.longestHeader)
      if let found = blankLine(from: from, to: count) { return found }
      guard count < Self.longestHeader, !stream.isCut else { return nil }
      from = max(0, count - 4)
      guard stream.fill() else { return nil }
    }
  }

  private func blankLine(from start: Int, to end: Int) -> Int? {
    unsafe stream.window.withBytes { bytes in
      var index = start
      while index + 1 < end {
        if unsafe bytes[index] == 0x0A {
          if unsafe bytes[index + 1] == 0x0A { return index + 2 }
          if unsafe index + 2 < end && bytes[index + 1] == 0x0D && bytes[index + 2] == 0x0A {
            return index + 3
          }
        }
        index += 1
      }
      return nil
    }
  }
}
