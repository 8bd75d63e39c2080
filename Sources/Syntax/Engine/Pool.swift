import Synchronization

/// What can be made empty, to be filled by use.
protocol Emptiable {
  init()
}

/// Memory that calls use one after another, so that not each call has to ask for its own. There is
/// never more of it than there were calls at a time.
final class Pool<Element: Sendable & Emptiable>: Sendable {
  private let free = Mutex<[Element]>([])

  /// An element that nobody else has.
  func take() -> Element { free.withLock { $0.popLast() } ?? Element() }

  /// Gives an element back.
  func put(_ element: Element) { free.withLock { $0.append(element) } }
}
