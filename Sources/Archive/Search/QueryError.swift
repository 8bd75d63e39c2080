/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place in the query, in characters from 0.
  public let position: Int
  /// What is wrong and what to do, in words for a person.
  public let message: String

  /// The message with its place, counted from 1.
  public var description: String { "at \(position + 1): \(message)" }
}
