/// SVG and MathML.
extension TreeBuilder {
  func isMathTextIntegrationPoint(_ node: Node) -> Bool {
    guard node.namespace == .mathML else { return false }
    switch node.tag {
    case .mi, .mo, .mn, .ms, .mtext: return true
    default: return false
    }
  }

  func isHTMLIntegrationPoint(_ node: Node) -> Bool {
    switch node.namespace {
    case .html: return false
    case .svg: return node.tag == .foreignObject || node.tag == .desc || node.tag == .title
    case .mathML:
      guard node.tag == .annotationXML, let name = tokeniser.names.known("encoding") else {
        return false
      }
      for index in Int(node.from)..<Int(node.to)
      where tokeniser.attributes[index].name == name {
        let value = tokeniser.attributes[index].value
        return equals(value, "text/html") || equals(value, "application/xhtml+xml")
      }
      return false
    }
  }

  /// Inserts an element of a foreign namespace for the token.
  mutating func insertForeign(_ namespace: Namespace) {
    if namespace == .svg, let name = foreign.svgElements[token.name] {
      tokeniser.token.name = name
      tokeniser.token.tag = tokeniser.names.tag(of: name)
    }
    for index in Int(token.attributesStart)..<Int(token.attributesEnd) {
      let name = tokeniser.attributes[index].name
      if let prefixed = foreign.prefixed[name] {
        tokeniser.attributes[index].prefix = prefixed.prefix
        tokeniser.attributes[index].name = prefixed.name
      } else if namespace == .svg, let adjusted = foreign.svgAttributes[name] {
        tokeniser.attributes[index].name = adjusted
      } else if namespace == .mathML, name == foreign.definitionURL.plain {
        tokeniser.attributes[index].name = foreign.definitionURL.adjusted
      }
    }
    let element = makeElement(namespace)
    insert(element)
    if token.isSelfClosing { close(element) } else { push(element) }
  }

  mutating func processForeign() -> Bool {
    switch token.kind {
    case .characters:
      if token.isNull {
        let first = Int32(tokeniser.store.end)
        tokeniser.store.appendReplacement()
        let text = Stretch(start: first, end: Int32(tokeniser.store.end))
        insert(StoredPiece(text: text, source: token.source))
        return false
      }
      if framesetIsOK, !isSpace { framesetIsOK = false }
      insertCharacters()
      return false
    case .doctype, .comment, .endOfFile: return false
    case .startTag:
      if breaksOut { return breakOut() }
      let namespace = node(adjustedCurrent).namespace
      insertForeign(namespace)
      return false
    case .endTag:
      if token.tag == .br || token.tag == .p { return breakOut() }
      return endForeign()
    }
  }

  /// Leaves foreign content for a token that belongs to HTML.
  private mutating func breakOut() -> Bool {
    while open.count > 1 {
      let node = self.node(current)
      if node.namespace == .html || isMathTextIntegrationPoint(node)
        || isHTMLIntegrationPoint(node)
      {
        break
      }
      pop()
    }
    return process(in: mode)
  }

  private mutating func endForeign() -> Bool {
    let lowered = foreign.lowered[token.name] ?? token.name
    var index = open.count - 1
    while index > 0 {
      let node = self.node(open[index])
      if node.namespace == .html { return process(in: mode) }
      if (foreign.lowered[node.name] ?? node.name) == lowered {
        popThrough(element: open[index])
        return false
      }
      index -= 1
    }
    return false
  }

  /// Whether the start tag is one that ends foreign content.
  private var breaksOut: Bool {
    switch token.tag {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed,
      .h1, .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr,
      .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u,
      .ul, .var:
      return true
    case .font:
      for index in Int(token.attributesStart)..<Int(token.attributesEnd) {
        let name = tokeniser.names.string(tokeniser.attributes[index].name)
        if name == "color" || name == "face" || name == "size" { return true }
      }
      return false
    default: return false
    }
  }
}
