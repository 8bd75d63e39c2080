import HTML

extension HTMLDocument {
  /// The tree in the form of the standard's tests.
  func dump() -> String {
    var lines: [String] = []
    var stack: [(node: NodeID, depth: Int)] = []
    func push(childrenOf node: NodeID, _ depth: Int) {
      for child in Array(children(of: node)).reversed() { stack.append((child, depth)) }
    }
    push(childrenOf: root, 0)
    while let (node, depth) = stack.popLast() {
      let indent = "| " + String(repeating: "  ", count: depth)
      switch kind(of: node) {
      case .element:
        lines.append(indent + "<\(prefix(of: namespace(of: node)))\(name(of: node))>")
        let written = attributes(of: node).map { attribute in
          ((attribute.prefix.map { $0 + " " } ?? "") + attribute.name, attribute.value)
        }
        for (name, value) in written.sorted(by: {
          Array($0.0.utf16).lexicographicallyPrecedes(Array($1.0.utf16))
        }) {
          lines.append("\(indent)  \(name)=\"\(value)\"")
        }
        push(childrenOf: node, depth + 1)
        if let content = content(ofTemplate: node) {
          lines.append(indent + "  content")
          push(childrenOf: content, depth + 2)
        }
      case .text: lines.append("\(indent)\"\(text(of: node))\"")
      case .comment: lines.append("\(indent)<!-- \(comment(node)) -->")
      case .doctype:
        let (publicID, systemID) = identifiers(ofDoctype: node)
        let ids =
          publicID == nil && systemID == nil ? "" : " \"\(publicID ?? "")\" \"\(systemID ?? "")\""
        lines.append("\(indent)<!DOCTYPE \(name(of: node))\(ids)>")
      case .document, .fragment: break
      }
    }
    return lines.joined(separator: "\n")
  }

  private func prefix(of namespace: Namespace) -> String {
    switch namespace {
    case .html: ""
    case .svg: "svg "
    case .mathML: "math "
    }
  }
}
