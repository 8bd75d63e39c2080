/// A half-open stretch of a text, counted in Unicode code points.
///
/// Code points are what the record promises: they are the same in every language that reads the
/// record, and they don't move when a text is encoded anew.
public struct Span: Hashable, Sendable {
  /// The offset of the first code point.
  public let start: Int
  /// The offset behind the last code point.
  public let end: Int

  /// A span from `start` up to, and without, `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span runs forward")
    self.start = start
    self.end = end
  }

  /// The number of code points.
  @inlinable public var count: Int { end - start }

  /// Whether the span holds no code point.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether the code point at `offset` lies in the span.
  @inlinable
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the whole of `other` lies in the span.
  @inlinable
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one code point.
  @inlinable
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  @inlinable
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// The shared stretch, or nil where there is none.
  @inlinable
  public func intersection(_ other: Span) -> Span? {
    overlaps(other) ? Span(max(start, other.start), min(end, other.end)) : nil
  }

  /// The same stretch, `distance` code points further on.
  @inlinable
  public func shifted(by distance: Int) -> Span { Span(start + distance, end + distance) }
}

extension Span: Comparable {
  /// Text order: by start, then by end.
  @inlinable
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension Span: CustomStringConvertible {
  /// The span as the record writes it, `[start,end]`.
  public var description: String { "[\(start),\(end)]" }
}

extension Span: Codable {
  /// Reads `[start, end]`.
  ///
  /// - Throws: `DecodingError` where the two numbers are missing or run backward.
  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    let start = try pair.decode(Int.self)
    let end = try pair.decode(Int.self)
    guard 0 <= start, start <= end, pair.isAtEnd else {
      throw DecodingError.dataCorruptedError(in: pair, debugDescription: "not a span")
    }
    self.init(start, end)
  }

  /// Writes `[start, end]`.
  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(start)
    try pair.encode(end)
  }
}
