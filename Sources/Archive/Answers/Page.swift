/// A page of a longer answer.
///
/// Pages neither skip nor repeat what stayed as it was, even while others write: the cursor names
/// the last item of the page, not its place.
public struct Page<Item: Sendable>: Sendable {
  /// The items, in order.
  public let items: [Item]
  /// What to ask the next page with; nil at the end.
  public let next: Cursor?

  /// A page.
  public init(items: [Item], next: Cursor?) {
    self.items = items
    self.next = next
  }
}

/// The place after an item in a longer answer, as text for addresses and commands.
public struct Cursor: Hashable, Sendable, CustomStringConvertible {
  /// The publication day of the item, or ''.
  let day: String
  /// The rest of what orders the items.
  let rest: [Int]

  init(day: String, rest: [Int]) {
    self.day = day
    self.rest = rest
  }

  /// Reads a cursor that `description` wrote; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().map { Int($0) }
    guard let day = parts.first, !numbers.isEmpty, numbers.count <= 4,
      numbers.allSatisfy({ $0 != nil })
    else { return nil }
    self.day = String(day)
    rest = numbers.compactMap { $0 }
  }

  /// The cursor as text, safe in an address.
  public var description: String { ([day] + rest.map(String.init)).joined(separator: "_") }
}
