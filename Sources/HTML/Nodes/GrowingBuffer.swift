/// A list of plain values that grows at its end and has one owner, so that writing doesn't ask each time
/// whether somebody else holds it too, as an array has to.
///
/// A copy shows the same values. Once there is one, no more values can be added than there is room for.
@usableFromInline
@safe struct GrowingBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline private(set) var count = 0
  private var capacity: Int
  // Lives as long as `owner`, which every copy holds; indices are checked against `count`.
  @usableFromInline private(set) var base: UnsafeMutablePointer<Element>
  private var owner: Owner

  /// Gives the memory back with the last copy.
  @safe private final class Owner {
    var base: UnsafeMutablePointer<Element>

    init(_ base: UnsafeMutablePointer<Element>) { unsafe self.base = base }

    // Safe: whoever could reach the memory holds this object.
    deinit { unsafe base.deallocate() }
  }

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    let base = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
    unsafe self.base = base
    owner = unsafe Owner(base)
  }

  @inlinable
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // Safe: all below `count` are set.
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // Safe: all below `count` are set.
      yield unsafe &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    // Safe: there is room for one more, and plain values need not be destroyed.
    unsafe (base + count).initialize(to: element)
    count &+= 1
  }

  /// Forgets the last values, down to a number of them.
  @inline(__always)
  mutating func cut(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }

  @inline(never)
  private mutating func grow() {
    precondition(isKnownUniquelyReferenced(&owner))
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    // Safe: both have room for `count` values, and nobody else holds the old memory.
    unsafe wider.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = wider
    unsafe owner.base = wider
    capacity *= 2
  }
}
