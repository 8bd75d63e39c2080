/// Memory for numbers, at an address that 64 divides. It starts with zeros, and grows as a
/// computation asks; its contents are then lost.
///
/// It may go between threads, but is not guarded: what holds one either owns it alone, keeps it
/// behind a lock, or never writes to it after its initialiser.
@safe
package final class Memory<Element: BitwiseCopyable & Numeric & Sendable>: @unchecked Sendable {
  package private(set) var start: UnsafeMutablePointer<Element>
  private var capacity: Int

  package init(_ count: Int = 0) {
    capacity = count
    unsafe start = Self.allocate(count)
    unsafe start.update(repeating: 0, count: count)
  }

  /// Room for `count` numbers; what they are is not said.
  func room(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity {
      unsafe UnsafeMutableRawPointer(start).deallocate()
      capacity = count + count / 2
      unsafe start = Self.allocate(capacity)
    }
    return unsafe start
  }

  /// Room for `count` zeros.
  func zeros(_ count: Int) -> UnsafeMutablePointer<Element> {
    let start = unsafe room(count)
    unsafe start.update(repeating: 0, count: count)
    return unsafe start
  }

  deinit { unsafe UnsafeMutableRawPointer(start).deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
    return unsafe memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }
}

package typealias Floats = Memory<Float>
package typealias Bytes = Memory<UInt8>
