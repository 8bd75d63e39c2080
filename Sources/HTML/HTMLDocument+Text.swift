/// A part of a text node: characters, and the bytes of the page that they stand for.
public struct TextPiece: Sendable {
  /// The characters, as UTF-8.
  public let text: ArraySlice<UInt8>
  /// Where they stand in the page, in bytes.
  public let sourceRange: Range<Int>
  /// Whether the characters stand in the page as they are, but for the page's encoding; else they
  /// replace what stands there, such as a character reference, as a whole.
  public let isVerbatim: Bool
  /// Where the characters stand in the page once it is decoded to UTF-8.
  public let decodedRange: Range<Int>
}

/// Text and where it stands.
extension HTMLDocument {
  /// The pieces of a text node, in order.
  public func textPieces(of node: NodeID) -> [TextPiece] {
    var result: [TextPiece] = []
    forEachTextPiece(of: node) { text, decodedRange, isVerbatim in
      result.append(
        TextPiece(
          text: text, sourceRange: offsets.sourceRange(of: decodedRange), isVerbatim: isVerbatim,
          decodedRange: decodedRange))
    }
    return result
  }

  /// Calls back with the pieces of a text node, in order: what a `TextPiece` holds without the place
  /// in the page's bytes, which costs a search.
  @inlinable
  public func forEachTextPiece(
    of node: NodeID,
    _ body: (_ text: ArraySlice<UInt8>, _ decodedRange: Range<Int>, _ isVerbatim: Bool) -> Void
  ) {
    guard kind(of: node) == .text else { return }
    var index = self.node(node).from
    while index >= 0 {
      let piece = arena.pieces[Int(index)]
      body(
        arena.text(of: piece), Int(piece.source.start)..<Int(piece.source.end),
        piece.text.start == piece.source.start)
      index = piece.next
    }
  }

  /// The page once it is decoded to UTF-8, into which the decoded ranges point.
  @inlinable
  public var decodedPage: [UInt8] { arena.store.page }

  /// Calls back with the pieces of a text node, in order: of those that stand in the page as they are
  /// only with the place in the decoded page.
  @inlinable
  public func forEachTextPiece(
    of node: NodeID, verbatim: (_ decodedRange: Range<Int>) -> Void,
    replaced: (_ text: ArraySlice<UInt8>, _ decodedRange: Range<Int>) -> Void
  ) {
    guard kind(of: node) == .text else { return }
    var index = self.node(node).from
    while index >= 0 {
      let piece = arena.pieces[Int(index)]
      let range = Int(piece.source.start)..<Int(piece.source.end)
      if piece.text.start == piece.source.start {
        verbatim(range)
      } else {
        replaced(arena.text(of: piece), range)
      }
      index = piece.next
    }
  }

  /// The bytes of the page that characters of a piece stand for.
  ///
  /// - Parameters:
  ///   - range: offsets in the piece's text, at the borders of characters.
  ///   - piece: a piece of this document.
  public func sourceRange(of range: Range<Int>, in piece: TextPiece) -> Range<Int> {
    guard piece.isVerbatim else { return piece.sourceRange }
    let start = piece.decodedRange.lowerBound
    return offsets.sourceRange(of: start + range.lowerBound..<start + range.upperBound)
  }

  /// The text of a node and all below it, joined as it stands.
  public func text(of node: NodeID) -> String {
    var bytes: [UInt8] = []
    if kind(of: node) == .text { appendText(of: node, to: &bytes) }
    for node in descendants(of: node) where kind(of: node) == .text {
      appendText(of: node, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the text of a text node, as UTF-8.
  public func appendText(of node: NodeID, to bytes: inout [UInt8]) {
    var index = self.node(node).from
    while index >= 0 {
      bytes.append(contentsOf: arena.store[arena.pieces[Int(index)].text])
      index = arena.pieces[Int(index)].next
    }
  }

  /// The data of a comment.
  public func comment(_ node: NodeID) -> String {
    string(Stretch(start: self.node(node).from, end: self.node(node).to))
  }

  // MARK: Places in the page

  /// Where a node stands in the page, from its start tag through its end tag, in bytes.
  public func sourceRange(of node: NodeID) -> Range<Int> {
    let node = self.node(node)
    return sourceRange(Stretch(start: node.start, end: max(node.start, node.end)))
  }

  /// The start tag; empty where none is written.
  public func startTagRange(of node: NodeID) -> Range<Int> {
    let node = self.node(node)
    return sourceRange(Stretch(start: node.start, end: node.startEnd))
  }

  /// The end tag; empty, at the place where the element ends, where none is written.
  public func endTagRange(of node: NodeID) -> Range<Int> {
    let node = self.node(node)
    return sourceRange(
      Stretch(start: max(node.start, node.endStart), end: max(node.start, node.end)))
  }

  func sourceRange(_ stretch: Stretch) -> Range<Int> {
    offsets.sourceRange(of: stretch.range)
  }

  /// Whether nothing but white space stands in the page behind an offset into its decoded bytes.
  public func isEnd(_ decodedOffset: Int) -> Bool {
    !arena.store.page[min(max(0, decodedOffset), arena.store.page.count)...].contains { $0 > 0x20 }
  }
}
