/// The modes before the body.
extension TreeBuilder {
  mutating func initial() -> Bool {
    if isSpace { return false }
    if token.kind == .doctype {
      insertDoctype()
      mode = .beforeHTML
      return false
    }
    quirks = .full
    mode = .beforeHTML
    return true
  }

  private mutating func insertDoctype() {
    var node = Node(.doctype)
    node.from = Int32(doctypes.count)
    node.start = token.source.start
    node.startEnd = token.source.end
    node.endStart = token.source.end
    node.end = token.source.end
    doctypes.append(tokeniser.doctype)
    link(append(node), at: Place(parent: 0))
    quirks = quirksMode(of: tokeniser.doctype)
  }

  mutating func beforeHTML() -> Bool {
    switch token.kind {
    case .doctype: return false
    case .characters where isSpace: return false
    case .startTag where token.tag == .html:
      let html = makeElement()
      link(html, at: Place(parent: 0))
      push(html)
      mode = .beforeHead
      return false
    case .endTag:
      switch token.tag {
      case .head, .body, .html, .br: break
      default: return false
      }
    default: break
    }
    let html = makeElement(impliedBy: .html)
    link(html, at: Place(parent: 0))
    push(html)
    mode = .beforeHead
    return true
  }

  mutating func beforeHead() -> Bool {
    switch token.kind {
    case .doctype: return false
    case .characters where isSpace: return false
    case .startTag where token.tag == .html: return inBody()
    case .startTag where token.tag == .head:
      head = insertElement()
      mode = .inHead
      return false
    case .endTag:
      switch token.tag {
      case .head, .body, .html, .br: break
      default: return false
      }
    default: break
    }
    head = insertElement(impliedBy: .head)
    mode = .inHead
    return true
  }

  mutating func inHead() -> Bool {
    switch token.kind {
    case .characters where isSpace:
      insertCharacters()
      return false
    case .doctype: return false
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .base, .basefont, .bgsound, .link, .meta:
        insertVoid()
        return false
      case .title:
        insertRawText(.rcdata)
        return false
      case .noframes, .style:
        insertRawText(.rawText)
        return false
      case .noscript:
        insertElement()
        mode = .inHeadNoscript
        return false
      case .script:
        insertRawText(.scriptData)
        return false
      case .template:
        openTemplate()
        return false
      case .head: return false
      default: break
      }
    case .endTag:
      switch token.tag {
      case .head:
        pop()
        mode = .afterHead
        return false
      case .body, .html, .br: break
      case .template:
        closeTemplate()
        return false
      default: return false
      }
    default: break
    }
    pop()
    mode = .afterHead
    return true
  }

  private mutating func openTemplate() {
    let template = insertElement()
    nodes[Int(template)].content = append(Node(.fragment))
    nodes[nodes.count - 1].start = token.source.end
    nodes[nodes.count - 1].startEnd = token.source.end
    addMarker()
    framesetIsOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  private mutating func closeTemplate() {
    guard open.templates > 0 else { return }
    generateAllImpliedEnds()
    popThrough(.template)
    clearFormattingToMarker()
    templateModes.removeLast()
    resetMode()
  }

  mutating func inHeadNoscript() -> Bool {
    switch token.kind {
    case .doctype: return false
    case .characters where isSpace: return inHead()
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
      case .head, .noscript: return false
      default: break
      }
    case .endTag:
      switch token.tag {
      case .noscript:
        pop()
        mode = .inHead
        return false
      case .br: break
      default: return false
      }
    default: break
    }
    pop()
    mode = .inHead
    return true
  }

  mutating func afterHead() -> Bool {
    switch token.kind {
    case .characters where isSpace:
      insertCharacters()
      return false
    case .doctype: return false
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .body:
        insertElement()
        framesetIsOK = false
        mode = .inBody
        return false
      case .frameset:
        insertElement()
        mode = .inFrameset
        return false
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template,
        .title:
        push(head)
        _ = inHead()
        if let index = open.lastIndex(of: head) { open.remove(at: index) }
        return false
      case .head: return false
      default: break
      }
    case .endTag:
      switch token.tag {
      case .template: return inHead()
      case .body, .html, .br: break
      default: return false
      }
    default: break
    }
    insertElement(impliedBy: .body)
    mode = .inBody
    return true
  }

  /// Raw text: characters, or the end tag that ends it.
  mutating func inText() -> Bool {
    switch token.kind {
    case .characters:
      insertCharacters()
      return false
    case .endOfFile:
      pop()
      mode = originalMode
      return true
    default:
      pop()
      mode = originalMode
      return false
    }
  }

  mutating func inTemplate() -> Bool {
    switch token.kind {
    case .characters, .doctype, .comment: return inBody()
    case .startTag:
      let next: Mode
      switch token.tag {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template,
        .title:
        return inHead()
      case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
      case .col: next = .inColumnGroup
      case .tr: next = .inTableBody
      case .td, .th: next = .inRow
      default: next = .inBody
      }
      templateModes[templateModes.count - 1] = next
      mode = next
      return true
    case .endTag: return token.tag == .template ? inHead() : false
    case .endOfFile:
      guard open.templates > 0 else { return false }
      popThrough(.template)
      clearFormattingToMarker()
      templateModes.removeLast()
      resetMode()
      return true
    }
  }

  /// Finds the mode that fits the open elements.
  mutating func resetMode() {
    var index = open.count - 1
    while index >= 0 {
      let isLast = index == 0
      let node = self.node(isLast && context >= 0 ? context : open[index])
      if node.namespace == .html, let found = mode(for: node.tag, isLast: isLast) {
        mode = found
        return
      }
      index -= 1
    }
    mode = .inBody
  }

  private func mode(for tag: Tag, isLast: Bool) -> Mode? {
    switch tag {
    case .td, .th: isLast ? .inBody : .inCell
    case .tr: .inRow
    case .tbody, .thead, .tfoot: .inTableBody
    case .caption: .inCaption
    case .colgroup: .inColumnGroup
    case .table: .inTable
    case .template: templateModes.last ?? .inBody
    case .head: isLast ? .inBody : .inHead
    case .body: .inBody
    case .frameset: .inFrameset
    case .html: head < 0 ? .beforeHead : .afterHead
    default: isLast ? .inBody : nil
    }
  }
}
