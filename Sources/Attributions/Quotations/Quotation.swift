public import Text

/// A stretch between quotation marks.
public struct Quotation: Hashable, Sendable {
  /// From the opening mark to behind the closing one.
  public let marks: Span
  /// What is quoted: the marks and the white space beside them left out.
  public let words: Span
  /// Whether a closing mark was found; an unclosed quotation ends with its paragraph.
  public let isClosed: Bool
  /// Whether the marks are single ones.
  public let isSingle: Bool

  /// A quotation.
  public init(marks: Span, words: Span, isClosed: Bool, isSingle: Bool = false) {
    self.marks = marks
    self.words = words
    self.isClosed = isClosed
    self.isSingle = isSingle
  }
}
