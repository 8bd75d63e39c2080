/// Which elements are in scope: those above no element that ends the search.
extension OpenElements {
  /// Whether an HTML element with a tag that fits is in scope; `extra` ends the scope too.
  func hasInScope(_ fits: (Tag) -> Bool, until extra: (Tag) -> Bool = { _ in false }) -> Bool {
    var index = count - 1
    while index >= 0 {
      let element = entries[index]
      if element.namespace == .html, fits(element.tag) { return true }
      if element.endsScope || (element.namespace == .html && extra(element.tag)) { return false }
      index -= 1
    }
    return false
  }

  func hasInScope(_ tag: Tag) -> Bool { hasInScope { $0 == tag } }

  func hasInScope(element: Int32) -> Bool {
    var index = count - 1
    while index >= 0 {
      if entries[index].node == element { return true }
      if entries[index].endsScope { return false }
      index -= 1
    }
    return false
  }

  var hasParagraphInButtonScope: Bool {
    paragraphs > 0 && hasInScope({ $0 == .p }, until: { $0 == .button })
  }

  func hasInListItemScope(_ tag: Tag) -> Bool {
    hasInScope({ $0 == tag }, until: { $0 == .ol || $0 == .ul })
  }

  func hasInTableScope(_ fits: (Tag) -> Bool) -> Bool {
    var index = count - 1
    while index >= 0 {
      let element = entries[index]
      if element.namespace == .html {
        if fits(element.tag) { return true }
        if element.tag == .html || element.tag == .table || element.tag == .template {
          return false
        }
      }
      index -= 1
    }
    return false
  }

  func hasInTableScope(_ tag: Tag) -> Bool { hasInTableScope { $0 == tag } }
}

extension OpenElements.Entry {
  /// Whether an element of this name in its namespace ends the search for one in scope.
  var endsScope: Bool {
    switch namespace {
    case .html: tag.endsScope
    case .mathML: isMathText || tag == .annotationXML
    case .svg: tag == .foreignObject || tag == .desc || tag == .title
    }
  }

  /// Whether the element is in the standard's "special" category.
  var isSpecial: Bool {
    switch namespace {
    case .html: tag.isSpecial
    case .mathML: isMathText || tag == .annotationXML
    case .svg: tag == .foreignObject || tag == .desc || tag == .title
    }
  }

  private var isMathText: Bool {
    switch tag {
    case .mi, .mo, .mn, .ms, .mtext: true
    default: false
    }
  }
}
