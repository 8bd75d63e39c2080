/// The body: characters, start tags.
extension TreeBuilder {
  mutating func inBody() -> Bool {
    switch token.kind {
    case .characters:
      insertInBody()
      return false
    case .doctype, .comment: return false
    case .startTag: return startInBody()
    case .endTag: return endInBody()
    case .endOfFile: return templateModes.isEmpty ? false : inTemplate()
    }
  }

  /// Inserts the token's characters into the body.
  @inline(__always)
  mutating func insertInBody() {
    if token.isNull { return }
    reconstructFormatting()
    if framesetIsOK, !isSpace { framesetIsOK = false }
    insertCharacters()
  }

  mutating func startInBody() -> Bool {
    switch token.tag {
    case .html:
      if open.templates == 0 { addMissingAttributes(to: open[0]) }
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead()
    case .body:
      guard open.count > 1, isHTML(open[1], .body), open.templates == 0 else { return false }
      framesetIsOK = false
      addMissingAttributes(to: open[1])
    case .frameset: replaceBodyByFrameset()
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul:
      closeParagraphInButtonScope()
      insertElement()
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInButtonScope()
      if node(current).namespace == .html, node(current).tag.isHeading { pop() }
      insertElement()
    case .pre, .listing:
      closeParagraphInButtonScope()
      insertElement()
      ignoresLineFeed = true
      framesetIsOK = false
    case .form: startForm()
    case .li: startListItem { $0 == .li }
    case .dd, .dt: startListItem { $0 == .dd || $0 == .dt }
    case .plaintext:
      closeParagraphInButtonScope()
      insertElement()
      tokeniser.state = .plainText
    case .button:
      if open.hasInScope(.button) {
        generateImpliedEnds()
        popThrough(.button)
      }
      reconstructFormatting()
      insertElement()
      framesetIsOK = false
    case .a:
      closeOpenAnchor()
      startFormatting()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      startFormatting()
    case .nobr:
      reconstructFormatting()
      if open.hasInScope(.nobr) {
        runAdoptionAgency()
        reconstructFormatting()
      }
      addFormatting(insertElement())
    default: return startOthersInBody()
    }
    return false
  }

  private mutating func startOthersInBody() -> Bool {
    switch token.tag {
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      addMarker()
      framesetIsOK = false
    case .table:
      if quirks != .full { closeParagraphInButtonScope() }
      insertElement()
      framesetIsOK = false
      mode = .inTable
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoid()
      framesetIsOK = false
    case .input: startInput()
    case .param, .source, .track: insertVoid()
    case .hr:
      closeParagraphInButtonScope()
      if open.hasInScope(.select) { generateImpliedEnds() }
      insertVoid()
      framesetIsOK = false
    case .image:
      tokeniser.token.tag = .img
      tokeniser.token.name = tokeniser.names.known("img")!
      return true
    case .textarea:
      insertRawText(.rcdata)
      ignoresLineFeed = true
      framesetIsOK = false
    case .xmp:
      closeParagraphInButtonScope()
      reconstructFormatting()
      framesetIsOK = false
      insertRawText(.rawText)
    case .iframe:
      framesetIsOK = false
      insertRawText(.rawText)
    case .noembed: insertRawText(.rawText)
    case .select: startSelect()
    case .option:
      if open.hasInScope(.select) {
        generateImpliedEnds(except: .optgroup)
      } else if currentIs(.option) {
        pop()
      }
      reconstructFormatting()
      insertElement()
    case .optgroup:
      if open.hasInScope(.select) {
        generateImpliedEnds()
      } else if currentIs(.option) {
        pop()
      }
      reconstructFormatting()
      insertElement()
    case .rb, .rtc:
      if open.hasInScope(.ruby) { generateImpliedEnds() }
      insertElement()
    case .rp, .rt:
      if open.hasInScope(.ruby) { generateImpliedEnds(except: .rtc) }
      insertElement()
    case .math, .svg:
      reconstructFormatting()
      insertForeign(token.tag == .svg ? .svg : .mathML)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr:
      return false
    default:
      reconstructFormatting()
      insertElement()
    }
    return false
  }

  /// From so many attributes on, `<html>` and `<body>` take no more from later tags.
  private static let mostAddedAttributes: Int32 = 512

  private mutating func addMissingAttributes(to element: Int32) {
    let old = node(element)
    // Each addition copies what is there: pages that add without end are no pages.
    guard old.to - old.from < Self.mostAddedAttributes else { return }
    let kept = (Int(old.from)..<Int(old.to)).map { tokeniser.attributes[$0] }
    let given = (Int(token.attributesStart)..<Int(token.attributesEnd)).map {
      tokeniser.attributes[$0]
    }
    let known = Set(kept.map(\.name))
    let missing = given.filter { !known.contains($0.name) }
    guard !missing.isEmpty else { return }
    nodes[Int(element)].from = Int32(tokeniser.attributes.count)
    for attribute in kept + missing { tokeniser.attributes.append(attribute) }
    nodes[Int(element)].to = Int32(tokeniser.attributes.count)
  }

  private mutating func replaceBodyByFrameset() {
    guard open.count > 1, isHTML(open[1], .body), framesetIsOK else { return }
    unlink(open[1])
    while open.count > 1 { pop() }
    insertElement()
    mode = .inFrameset
  }

  private mutating func startFormatting() {
    reconstructFormatting()
    addFormatting(insertElement())
  }

  private mutating func closeOpenAnchor() {
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      if formatting[index].tag == .a {
        let anchor = formatting[index].node
        runAdoptionAgency()
        removeFormatting(anchor)
        removeFromStack(anchor)
        return
      }
      index -= 1
    }
  }

  private mutating func startForm() {
    guard form < 0 || open.templates > 0 else { return }
    closeParagraphInButtonScope()
    let element = insertElement()
    if open.templates == 0 { form = element }
  }

  /// A list item ends the one before it.
  private mutating func startListItem(_ isItem: (Tag) -> Bool) {
    framesetIsOK = false
    var index = open.count - 1
    while index > 0 {
      let entry = open.entries[index]
      if entry.namespace == .html, isItem(entry.tag) {
        generateImpliedEnds(except: entry.tag)
        popThrough(entry.tag)
        break
      }
      if entry.isSpecial,
        entry.namespace != .html
          || (entry.tag != .address && entry.tag != .div && entry.tag != .p)
      {
        break
      }
      index -= 1
    }
    closeParagraphInButtonScope()
    insertElement()
  }

  private mutating func startInput() {
    if context >= 0, isHTML(context, .select) { return }
    if open.hasInScope(.select) { popThrough(.select) }
    reconstructFormatting()
    insertVoid()
    if !isHiddenInput { framesetIsOK = false }
  }

  /// Whether the token is an `input` that shows nothing.
  var isHiddenInput: Bool {
    guard let type = tokeniser.names.known("type") else { return false }
    for index in Int(token.attributesStart)..<Int(token.attributesEnd)
    where tokeniser.attributes[index].name == type {
      return equals(tokeniser.attributes[index].value, "hidden")
    }
    return false
  }

  /// Whether a stretch of the store is a word, whatever its case.
  func equals(_ stretch: Stretch, _ word: String) -> Bool {
    tokeniser.store[stretch].elementsEqual(word.utf8) { $0.asciiLowercase == $1 }
  }

  private mutating func startSelect() {
    if context >= 0, isHTML(context, .select) { return }
    if open.hasInScope(.select) { return popThrough(.select) }
    reconstructFormatting()
    insertElement()
    framesetIsOK = false
  }
}
