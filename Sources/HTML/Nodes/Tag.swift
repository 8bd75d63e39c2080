/// The element names that the standard's algorithms, or readers of pages, tell apart.
///
/// Every other name is `other`; the name itself stays with the node. A tag says nothing of the
/// namespace: an SVG `title` has the tag `title` too.
public enum Tag: String, CaseIterable, Sendable, BitwiseCopyable {
  case other = ""
  case a, abbr, address, amp, applet, area, article, aside, audio
  case annotationXML = "annotation-xml"
  case b, base, basefont, bdi, bdo, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, desc, details
  case dfn, dialog, dir, div, dl, dt, em, embed
  case fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins, kbd, keygen, label, legend, li, link, listing
  case main, malignmark, map, mark, marquee, math, menu, menuitem, meta, meter, mglyph
  case mi, mn, mo, ms, mtext, nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress
  case q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, selectedcontent, slot
  case small, source, span, strike, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video, wbr, xmp
}

extension Tag {
  /// Whether an HTML element of this name is in the standard's "special" category.
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote,
      .body, .br, .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl,
      .dt, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen,
      .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
      .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source,
      .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
      .tr, .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }

  /// Whether an HTML element of this name ends the search for an element in scope.
  var endsScope: Bool {
    switch self {
    case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template: true
    default: false
    }
  }

  /// Whether the end tag of an element of this name is implied by what follows.
  var hasImpliedEnd: Bool {
    switch self {
    case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
    default: false
    }
  }

  /// Whether in the body the end tag of an HTML element of this name only closes it, where it is the
  /// current one.
  var hasPlainEnd: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .button, .center, .dd, .details, .dialog, .dir,
      .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .h1, .h2, .h3, .h4, .h5, .h6,
      .header, .hgroup, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section,
      .select, .span, .summary, .ul:
      true
    default: false
    }
  }

  /// Whether the end tag is implied when a template ends.
  var hasThoroughlyImpliedEnd: Bool {
    switch self {
    case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: hasImpliedEnd
    }
  }

  /// Whether elements of this name keep neither children nor an end tag.
  public var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input,
      .keygen, .link, .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether the name is `h1` to `h6`.
  public var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether the content of an HTML element of this name is text without tags.
  var holdsRawText: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// Whether the name stands for a table or one of its parts that holds rows or cells.
  var isTableContext: Bool {
    switch self {
    case .table, .tbody, .tfoot, .thead, .tr: true
    default: false
    }
  }
}
