/// Walking the tree.
extension HTMLDocument {
  @inlinable
  func node(_ id: NodeID) -> Node { arena.nodes[Int(id.index)] }

  @inlinable
  func id(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(index) }

  /// What a node is.
  @inlinable
  public func kind(of node: NodeID) -> NodeKind { self.node(node).kind }

  /// The tag of an element; `other` for all other nodes.
  @inlinable
  public func tag(of node: NodeID) -> Tag { self.node(node).tag }

  /// The namespace of an element.
  @inlinable
  public func namespace(of node: NodeID) -> Namespace { self.node(node).namespace }

  /// The node that holds this one.
  @inlinable
  public func parent(of node: NodeID) -> NodeID? { id(self.node(node).parent) }

  /// The first child.
  @inlinable
  public func firstChild(of node: NodeID) -> NodeID? { id(self.node(node).first) }

  /// The last child.
  @inlinable
  public func lastChild(of node: NodeID) -> NodeID? { id(self.node(node).last) }

  /// The next node with the same parent.
  @inlinable
  public func nextSibling(of node: NodeID) -> NodeID? { id(self.node(node).next) }

  /// The node before this one with the same parent.
  @inlinable
  public func previousSibling(of node: NodeID) -> NodeID? { id(self.node(node).previous) }

  /// The root of a template's content.
  @inlinable
  public func content(ofTemplate node: NodeID) -> NodeID? { id(self.node(node).content) }

  /// A node's place in the arena, from 0 up to `nodeCount`: an index for tables beside the tree.
  @inlinable
  public func index(of node: NodeID) -> Int { Int(node.index) }

  /// A number for an element's name, the same for the same name within this document.
  @inlinable
  public func nameNumber(of node: NodeID) -> Int { Int(self.node(node).name) }

  /// The name of an element, or of a doctype.
  public func name(of node: NodeID) -> String {
    let node = self.node(node)
    switch node.kind {
    case .element: return arena.names.string(node.name)
    case .doctype: return string(arena.doctypes[Int(node.from)].name ?? .empty)
    default: return ""
    }
  }

  /// The public and the system identifier of a doctype.
  public func identifiers(ofDoctype node: NodeID) -> (public: String?, system: String?) {
    let doctype = arena.doctypes[Int(self.node(node).from)]
    return (doctype.publicID.map(string), doctype.systemID.map(string))
  }

  /// The children, in order.
  @inlinable
  public func children(of node: NodeID) -> NodeSequence {
    NodeSequence(document: self, next: firstChild(of: node), top: nil)
  }

  /// All nodes below a node, in the order of the page; the content of templates is not among
  /// them.
  @inlinable
  public func descendants(of node: NodeID) -> NodeSequence {
    NodeSequence(document: self, next: firstChild(of: node), top: node)
  }

  /// The first element below a node, in the order of the page, with a tag.
  public func firstDescendant(of node: NodeID, _ tag: Tag) -> NodeID? {
    descendants(of: node).first { self.tag(of: $0) == tag && kind(of: $0) == .element }
  }

  /// The node behind `node` in the order of the page, without its own descendants.
  @inlinable
  public func nodeAfter(_ node: NodeID, within top: NodeID) -> NodeID? {
    var current = node
    while current != top {
      if let next = nextSibling(of: current) { return next }
      guard let parent = parent(of: current) else { return nil }
      current = parent
    }
    return nil
  }

  func string(_ stretch: Stretch) -> String {
    String(decoding: arena.store[stretch], as: UTF8.self)
  }
}

/// Nodes of a document one after the other.
public struct NodeSequence: Sequence, IteratorProtocol {
  @usableFromInline let document: HTMLDocument
  @usableFromInline var upcoming: NodeID?
  /// Set where all descendants of a node are walked, and not its children alone.
  @usableFromInline let top: NodeID?

  @usableFromInline
  init(document: HTMLDocument, next: NodeID?, top: NodeID?) {
    self.document = document
    upcoming = next
    self.top = top
  }

  /// The next node.
  @inlinable
  public mutating func next() -> NodeID? {
    guard let node = upcoming else { return nil }
    if let top {
      upcoming = document.firstChild(of: node) ?? document.nodeAfter(node, within: top)
    } else {
      upcoming = document.nextSibling(of: node)
    }
    return node
  }
}
