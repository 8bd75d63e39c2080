/// A line of a record by its kind and place.
struct LineName: Hashable, Sendable {
  enum Kind: Int, Sendable { case attribution, event }

  let kind: Kind
  /// Counted from 1 in the order of the record.
  let number: Int

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }
}
