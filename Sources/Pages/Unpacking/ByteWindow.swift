#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A stretch of bytes that moves along a stream: taken away at the front, added to at the back.
@safe final class ByteWindow {
  // Owned by this object alone; no pointer leaves a call of `withBytes` or `append`.
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  init(capacity: Int) {
    unsafe memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// The number of bytes in it.
  var count: Int { end - start }

  /// A byte, counted from the front.
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe memory[start + index]
  }

  /// Calls with the bytes from an index on.
  func withBytes<Result>(
    from index: Int = 0, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    precondition(index >= 0 && index <= count)
    return unsafe try body(UnsafeRawBufferPointer(rebasing: memory[start + index..<end]))
  }

  /// A copy of some of the bytes.
  func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(memory[start + range.lowerBound..<start + range.upperBound])
  }

  /// Takes bytes away at the front.
  func drop(_ number: Int) {
    precondition(number >= 0 && number <= count)
    start += number
    if start == end { (start, end) = (0, 0) }
  }

  /// Takes bytes away at the back.
  func dropLast(_ number: Int) {
    precondition(number >= 0 && number <= count)
    end -= number
  }

  /// Adds what the call writes into at least `room` bytes behind the end.
  ///
  /// - Parameter body: writes, and returns how many bytes it wrote.
  func append<Result>(
    room: Int, _ body: (UnsafeMutableRawBufferPointer) -> (made: Int, result: Result)
  ) -> Result {
    makeRoom(room)
    let written = unsafe body(UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
    unsafe precondition(written.made >= 0 && written.made <= memory.count - end)
    end += written.made
    return written.result
  }

  private func makeRoom(_ room: Int) {
    if unsafe memory.count - end >= room { return }
    if unsafe memory.count - count >= room && start >= count {
      unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
    } else {
      let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(2 * memory.count, count + room), alignment: 16)
      unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
      unsafe memory.deallocate()
      unsafe memory = larger
    }
    (start, end) = (0, count)
  }

  /// The first index from `index` on at which a pattern starts; nil where there is none.
  func firstIndex(of pattern: [UInt8], from index: Int = 0) -> Int? {
    guard index + pattern.count <= count else { return nil }
    return unsafe withBytes(from: index) { bytes in
      unsafe bytes.firstIndex(of: pattern).map { $0 + index }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The first offset at which a pattern starts.
  func firstIndex(of pattern: [UInt8]) -> Int? {
    guard let start = baseAddress, let first = pattern.first else { return nil }
    var index = 0
    while index + pattern.count <= count {
      let room = count - pattern.count - index + 1
      guard let found = unsafe memchr(start + index, Int32(first), room) else { return nil }
      index = unsafe UnsafeRawPointer(found) - start
      let piece = unsafe UnsafeRawBufferPointer(rebasing: self[index..<index + pattern.count])
      if unsafe piece.elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }
}
