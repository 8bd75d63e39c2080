extension SourceText {
  /// The words of several spans, joined by an ellipsis where something stands between them, on
  /// one line.
  public func words(_ spans: [Span]) -> String {
    spans.map { self[$0].split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: " … ")
  }
}
