/// A parsed page: a tree of nodes that know where in the page's bytes they stand.
///
/// ```swift
/// let page = HTMLDocument.parse(bytes)
/// for node in page.descendants(of: page.root) where page.tag(of: node) == .p {
///   print(page.text(of: node), page.sourceRange(of: node))
/// }
/// ```
///
/// The tree is the one that the WHATWG standard (with scripting off) makes of any bytes: parsing
/// cannot fail. Offsets are bytes of the page as it was given, whatever its encoding.
public struct HTMLDocument: Sendable {
  @usableFromInline let arena: Arena
  /// The way from the decoded page back to the page's bytes.
  public var offsets: OffsetMap { arena.offsets }
  /// The page's encoding.
  public var encoding: Encoding { arena.encoding }
  /// What a user should be told: limits that cut the page, an encoding that cannot be read.
  public var findings: [HTMLFinding] { arena.findings }
  /// Which layout mode the doctype asks for.
  public var quirks: QuirksMode { arena.quirks }
  /// The document, or the root of a fragment.
  public let root: NodeID

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - bytes: the page as it was sent.
  ///   - hint: the encoding's label as the sender gave it, such as HTTP's `charset`.
  ///   - limits: bounds on what the page may cost.
  /// - Complexity: linear in the number of bytes.
  public static func parse(
    _ bytes: [UInt8], encoding hint: String? = nil, limits: HTMLLimits = HTMLLimits()
  ) -> HTMLDocument {
    let isCut = bytes.count > limits.bytes
    let bytes = isCut ? Array(bytes.prefix(limits.bytes)) : bytes
    let (encoding, mark) = EncodingSniffer.sniff(bytes, hint: hint)
    let decoder = Decoder(bytes, encoding, mark: mark)
    var builder = TreeBuilder(decoder.utf8, limits: limits)
    if isCut { builder.findings.append(.bytesOverLimit(limits.bytes)) }
    if let encoding = decoder.unsupported {
      builder.findings.append(.encodingUnsupported(encoding.name))
    }
    builder.run()
    return HTMLDocument(
      builder, map: decoder.map, encoding: decoder.unsupported == nil ? encoding : .windows1252,
      root: 0)
  }

  /// Parses a fragment, as the content of an element.
  ///
  /// - Parameters:
  ///   - bytes: the fragment as UTF-8.
  ///   - context: the name of the element that would hold the fragment.
  ///   - namespace: the namespace of that element.
  ///   - limits: bounds on what the fragment may cost.
  public static func parseFragment(
    _ bytes: [UInt8], in context: String, namespace: Namespace = .html,
    limits: HTMLLimits = HTMLLimits()
  ) -> HTMLDocument {
    let decoder = Decoder(bytes, .utf8, mark: 0)
    var builder = TreeBuilder(decoder.utf8, limits: limits)
    let root = builder.openFragment(in: context, namespace)
    builder.run()
    builder.nodes[Int(root)].kind = .fragment
    builder.nodes[Int(root)].parent = -1
    return HTMLDocument(builder, map: decoder.map, encoding: .utf8, root: root)
  }

  private init(_ builder: borrowing TreeBuilder, map: OffsetMap, encoding: Encoding, root: Int32) {
    arena = Arena(builder, map, encoding)
    self.root = NodeID(root)
  }

  /// The number of nodes in the arena, those without a parent among them.
  public var nodeCount: Int { arena.nodes.count }
}

/// What a document is made of: lists that refer to one another by index. All stand in one object, so
/// that handing a document on doesn't touch each of them.
@usableFromInline
final class Arena: Sendable {
  @usableFromInline let nodes: GrowingBuffer<Node>
  /// The decoded page and the characters that replace others; offsets below are into it.
  @usableFromInline let store: Store
  @usableFromInline let pieces: GrowingBuffer<StoredPiece>
  @usableFromInline let attributes: GrowingBuffer<StoredAttribute>
  let doctypes: [Doctype]
  let names: NameTable
  let offsets: OffsetMap
  let encoding: Encoding
  let findings: [HTMLFinding]
  let quirks: QuirksMode

  fileprivate init(_ builder: borrowing TreeBuilder, _ map: OffsetMap, _ encoding: Encoding) {
    nodes = builder.nodes
    store = builder.tokeniser.store
    pieces = builder.pieces
    attributes = builder.tokeniser.attributes
    doctypes = builder.doctypes
    names = builder.tokeniser.names
    offsets = map
    self.encoding = encoding
    findings = builder.findings
    quirks = builder.quirks
  }

  @usableFromInline
  func text(of piece: StoredPiece) -> ArraySlice<UInt8> { store[piece.text] }
}

extension TreeBuilder {
  /// Prepares for a fragment: the root under which it will stand.
  mutating func openFragment(in name: String, _ namespace: Namespace) -> Int32 {
    var node = Node(.element)
    node.namespace = namespace
    node.name = tokeniser.names.numberKeepingCase(of: name)
    node.tag = tokeniser.names.tag(of: node.name)
    node.from = 0
    node.to = 0
    context = append(node)
    if namespace == .html {
      switch node.tag {
      case .title, .textarea: tokeniser.state = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokeniser.state = .rawText
      case .script: tokeniser.state = .scriptData
      case .plaintext: tokeniser.state = .plainText
      default: break
      }
      if node.tag == .template { templateModes.append(.inTemplate) }
      if node.tag == .form { form = context }
    }
    let root = makeElement(impliedBy: .html)
    link(root, at: Place(parent: 0))
    push(root)
    resetMode()
    return root
  }
}
