/// What a node is.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  case document, doctype, element, text, comment
  /// The root of a parsed fragment, or the content of a `template`.
  case fragment
}

/// The namespace of an element.
public enum Namespace: UInt8, Sendable, BitwiseCopyable {
  case html, svg, mathML
}

/// A node of one document, by its place in the document's arena.
public struct NodeID: Hashable, Sendable {
  @usableFromInline let index: Int32

  @usableFromInline
  init(_ index: Int32) { self.index = index }
}

/// A node in the arena; links are indices, -1 where there is none.
@usableFromInline
struct Node: Sendable, BitwiseCopyable {
  @usableFromInline var kind: NodeKind
  @usableFromInline var namespace: Namespace = .html
  @usableFromInline var tag: Tag = .other
  /// The number of an element's name.
  @usableFromInline var name: Int32 = 0
  @usableFromInline var parent: Int32 = -1
  @usableFromInline var first: Int32 = -1
  @usableFromInline var last: Int32 = -1
  @usableFromInline var previous: Int32 = -1
  @usableFromInline var next: Int32 = -1
  /// Elements: the attributes. Text: the first and the last piece. Comments: the data in the
  /// store. Doctypes: `from` counts the doctypes.
  @usableFromInline var from: Int32 = -1
  @usableFromInline var to: Int32 = -1
  /// The content of a template, else -1.
  @usableFromInline var content: Int32 = -1
  /// The start tag, or the whole of a comment or doctype, in decoded bytes. Empty for elements
  /// that no tag made.
  @usableFromInline var start: Int32 = 0
  @usableFromInline var startEnd: Int32 = 0
  /// The end tag, in decoded bytes; empty, at the place where the element ended, where none is
  /// written; -1 while the element is open.
  @usableFromInline var endStart: Int32 = -1
  @usableFromInline var end: Int32 = -1

  @inline(__always) init(_ kind: NodeKind) { self.kind = kind }
}

/// A stretch of the store: the decoded page, followed by the characters that replace others.
@usableFromInline
struct Stretch: Sendable, BitwiseCopyable {
  @usableFromInline var start: Int32
  @usableFromInline var end: Int32

  static let empty = Stretch(start: 0, end: 0)

  init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// A stretch of the page itself, whose length the tokeniser has checked.
  @inline(__always)
  init(from start: Int, to end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var count: Int { Int(end - start) }
}

/// The prefix of an attribute of a foreign element.
@usableFromInline
enum AttributePrefix: UInt8, Sendable, BitwiseCopyable {
  case none, xlink, xml, xmlns
}

/// An attribute in the arena.
@usableFromInline
struct StoredAttribute: Sendable, BitwiseCopyable {
  @usableFromInline var prefix: AttributePrefix = .none
  @usableFromInline var name: Int32
  @usableFromInline var value: Stretch
  /// Name, equals sign and value in decoded bytes.
  @usableFromInline var source: Stretch
}

/// A part of a text node.
@usableFromInline
struct StoredPiece: Sendable, BitwiseCopyable {
  /// The characters, in the store.
  @usableFromInline var text: Stretch
  /// The decoded bytes that they stand for; the same stretch where nothing was replaced.
  @usableFromInline var source: Stretch
  /// The next piece of the text node, or -1.
  @usableFromInline var next: Int32 = -1
}

/// The names in a doctype.
struct Doctype: Sendable {
  var name: Stretch?
  var publicID: Stretch?
  var systemID: Stretch?
  var forcesQuirks = false
}

/// How a document is laid out by browsers; the parser itself nests tables in paragraphs in quirks
/// mode.
public enum QuirksMode: Sendable {
  case none, limited, full
}
