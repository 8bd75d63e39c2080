/// The body: end tags.
extension TreeBuilder {
  /// Closes the current element where the token is its end tag and no rule asks for more, as for most
  /// end tags: what implied ends and scopes are asked for needs no answer then.
  @inline(__always)
  mutating func closesCurrent() -> Bool {
    guard open.last.isHTML(token.tag), token.tag.hasPlainEnd else { return false }
    pop()
    return true
  }

  mutating func endInBody() -> Bool {
    switch token.tag {
    case .template: return inHead()
    case .body, .html:
      guard open.hasInScope(.body) else { return false }
      mode = .afterBody
      return token.tag == .html
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir,
      .div, .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main,
      .menu, .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      guard open.hasInScope(token.tag) else { return false }
      generateImpliedEnds()
      popThrough(token.tag)
    case .form: endForm()
    case .p:
      if !open.hasParagraphInButtonScope { insertElement(impliedBy: .p) }
      closeParagraph()
    case .li:
      guard open.hasInListItemScope(.li) else { return false }
      generateImpliedEnds(except: .li)
      popThrough(.li)
    case .dd, .dt:
      guard open.hasInScope(token.tag) else { return false }
      generateImpliedEnds(except: token.tag)
      popThrough(token.tag)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard open.hasInScope({ $0.isHeading }) else { return false }
      generateImpliedEnds()
      popThrough { $0.isHeading }
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      runAdoptionAgency()
    case .applet, .marquee, .object:
      guard open.hasInScope(token.tag) else { return false }
      generateImpliedEnds()
      popThrough(token.tag)
      clearFormattingToMarker()
    case .br:
      reconstructFormatting()
      let element = makeElement(impliedBy: .br)
      insert(element)
      close(element)
      framesetIsOK = false
    default: anyOtherEndTag()
    }
    return false
  }

  private mutating func endForm() {
    if open.templates > 0 {
      guard open.hasInScope(.form) else { return }
      generateImpliedEnds()
      return popThrough(.form)
    }
    let element = form
    form = -1
    guard element >= 0, open.hasInScope(element: element) else { return }
    generateImpliedEnds()
    removeFromStack(element)
  }

  mutating func afterBody() -> Bool {
    switch token.kind {
    case .characters where isSpace: return inBody()
    case .doctype: return false
    case .startTag where token.tag == .html: return inBody()
    case .endTag where token.tag == .html:
      if context < 0 { mode = .afterAfterBody }
      return false
    case .endOfFile: return false
    default:
      mode = .inBody
      return true
    }
  }

  mutating func afterAfterBody() -> Bool {
    switch token.kind {
    case .doctype: return inBody()
    case .characters where isSpace: return inBody()
    case .startTag where token.tag == .html: return inBody()
    case .endOfFile: return false
    default:
      mode = .inBody
      return true
    }
  }

  mutating func inFrameset() -> Bool {
    switch token.kind {
    case .characters where isSpace: insertCharacters()
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .frameset: insertElement()
      case .frame: insertVoid()
      case .noframes: return inHead()
      default: break
      }
    case .endTag where token.tag == .frameset:
      guard open.count > 1 else { return false }
      pop()
      if context < 0, !currentIs(.frameset) { mode = .afterFrameset }
    default: break
    }
    return false
  }

  mutating func afterFrameset() -> Bool {
    switch token.kind {
    case .characters where isSpace: insertCharacters()
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .noframes: return inHead()
      default: break
      }
    case .endTag where token.tag == .html: mode = .afterAfterFrameset
    default: break
    }
    return false
  }

  mutating func afterAfterFrameset() -> Bool {
    switch token.kind {
    case .characters where isSpace: return inBody()
    case .startTag:
      switch token.tag {
      case .html: return inBody()
      case .noframes: return inHead()
      default: return false
      }
    default: return false
    }
  }
}
