/// Tables.
extension TreeBuilder {
  mutating func inTable() -> Bool {
    switch token.kind {
    case .characters
    where node(current).namespace == .html
      && (node(current).tag.isTableContext || currentIs(.template)):
      tableText.removeAll(keepingCapacity: true)
      originalMode = mode
      mode = .inTableText
      return true
    case .doctype: return false
    case .startTag:
      if let again = startInTable() { return again }
    case .endTag:
      switch token.tag {
      case .table:
        guard open.hasInTableScope(.table) else { return false }
        popThrough(.table)
        resetMode()
        return false
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
        return false
      case .template: return inHead()
      default: break
      }
    case .endOfFile: return inBody()
    default: break
    }
    return inBodyFostering()
  }

  /// The start tags with rules of their own in tables; nil for others.
  private mutating func startInTable() -> Bool? {
    switch token.tag {
    case .caption:
      clearToTable()
      addMarker()
      insertElement()
      mode = .inCaption
      return false
    case .colgroup:
      clearToTable()
      insertElement()
      mode = .inColumnGroup
      return false
    case .col:
      clearToTable()
      insertElement(impliedBy: .colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement()
      mode = .inTableBody
      return false
    case .td, .th, .tr:
      clearToTable()
      insertElement(impliedBy: .tbody)
      mode = .inTableBody
      return true
    case .table:
      guard open.hasInTableScope(.table) else { return false }
      popThrough(.table)
      resetMode()
      return true
    case .style, .script, .template: return inHead()
    case .input:
      guard isHiddenInput else { return nil }
      insertVoid()
      return false
    case .form:
      guard open.templates == 0, form < 0 else { return false }
      form = insertElement()
      pop()
      return false
    default: return nil
    }
  }

  private mutating func inBodyFostering() -> Bool {
    fosters = true
    let again = inBody()
    fosters = false
    return again
  }

  private mutating func clear(to fits: (Tag) -> Bool) {
    while open.count > 1 {
      let node = self.node(current)
      if node.namespace == .html, fits(node.tag) || node.tag == .template || node.tag == .html {
        return
      }
      pop()
    }
  }

  private mutating func clearToTable() { clear { $0 == .table } }

  private mutating func clearToTableBody() {
    clear { $0 == .tbody || $0 == .tfoot || $0 == .thead }
  }

  private mutating func clearToRow() { clear { $0 == .tr } }

  mutating func inTableText() -> Bool {
    guard token.kind == .characters else { return flushTableText() }
    if !token.isNull { tableText.append(StoredPiece(text: token.text, source: token.source)) }
    return false
  }

  /// Puts the text of a table in its place, which is before the table unless it is white space.
  mutating func flushTableText() -> Bool {
    mode = originalMode
    let isSpace = tableText.allSatisfy { piece in
      tokeniser.store[piece.text].allSatisfy(\.isHTMLSpace)
    }
    let kept = tokeniser.token
    let pending = tableText
    tableText.removeAll(keepingCapacity: true)
    for piece in pending {
      if isSpace {
        insert(piece)
      } else {
        tokeniser.token.kind = .characters
        tokeniser.token.isNull = false
        tokeniser.token.text = piece.text
        tokeniser.token.source = piece.source
        _ = inBodyFostering()
      }
    }
    tokeniser.token = kept
    return true
  }

  mutating func inCaption() -> Bool {
    if token.kind == .endTag {
      switch token.tag {
      case .caption:
        endCaption()
        return false
      case .table: return endCaption()
      case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
      default: break
      }
    } else if token.kind == .startTag {
      switch token.tag {
      case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return endCaption()
      default: break
      }
    }
    return inBody()
  }

  /// Ends the caption: false if there is none.
  @discardableResult
  private mutating func endCaption() -> Bool {
    guard open.hasInTableScope(.caption) else { return false }
    generateImpliedEnds()
    popThrough(.caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup() -> Bool {
    switch token.kind {
    case .characters where isSpace:
      insertCharacters()
      return false
    case .doctype: return false
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .col:
        insertVoid()
        return false
      case .template: return inHead()
      default: break
      }
    case .endTag:
      switch token.tag {
      case .colgroup:
        guard currentIs(.colgroup) else { return false }
        pop()
        mode = .inTable
        return false
      case .col: return false
      case .template: return inHead()
      default: break
      }
    case .endOfFile: return inBody()
    default: break
    }
    guard currentIs(.colgroup) else { return false }
    pop()
    mode = .inTable
    return true
  }

  mutating func inTableBody() -> Bool {
    if token.kind == .startTag {
      switch token.tag {
      case .tr:
        clearToTableBody()
        insertElement()
        mode = .inRow
        return false
      case .th, .td:
        clearToTableBody()
        insertElement(impliedBy: .tr)
        mode = .inRow
        return true
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return endTableBody()
      default: break
      }
    } else if token.kind == .endTag {
      switch token.tag {
      case .tbody, .tfoot, .thead:
        guard open.hasInTableScope(token.tag) else { return false }
        clearToTableBody()
        pop()
        mode = .inTable
        return false
      case .table: return endTableBody()
      case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return false
      default: break
      }
    }
    return inTable()
  }

  private mutating func endTableBody() -> Bool {
    guard open.hasInTableScope({ $0 == .tbody || $0 == .tfoot || $0 == .thead }) else {
      return false
    }
    clearToTableBody()
    pop()
    mode = .inTable
    return true
  }

  mutating func inRow() -> Bool {
    if token.kind == .startTag {
      switch token.tag {
      case .th, .td:
        clearToRow()
        insertElement()
        mode = .inCell
        addMarker()
        return false
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return endRow()
      default: break
      }
    } else if token.kind == .endTag {
      switch token.tag {
      case .tr:
        endRow()
        return false
      case .table: return endRow()
      case .tbody, .tfoot, .thead: return open.hasInTableScope(token.tag) ? endRow() : false
      case .body, .caption, .col, .colgroup, .html, .td, .th: return false
      default: break
      }
    }
    return inTable()
  }

  @discardableResult
  private mutating func endRow() -> Bool {
    guard open.hasInTableScope(.tr) else { return false }
    clearToRow()
    pop()
    mode = .inTableBody
    return true
  }

  mutating func inCell() -> Bool {
    if token.kind == .endTag {
      switch token.tag {
      case .td, .th:
        guard open.hasInTableScope(token.tag) else { return false }
        endCell(token.tag)
        return false
      case .body, .caption, .col, .colgroup, .html: return false
      case .table, .tbody, .tfoot, .thead, .tr:
        guard open.hasInTableScope(token.tag) else { return false }
        endCell(nil)
        return true
      default: break
      }
    } else if token.kind == .startTag {
      switch token.tag {
      case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
        guard open.hasInTableScope({ $0 == .td || $0 == .th }) else { return false }
        endCell(nil)
        return true
      default: break
      }
    }
    return inBody()
  }

  private mutating func endCell(_ tag: Tag?) {
    generateImpliedEnds()
    popThrough { tag == nil ? $0 == .td || $0 == .th : $0 == tag }
    clearFormattingToMarker()
    mode = .inRow
  }
}
