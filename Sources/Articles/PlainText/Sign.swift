import Text

/// What a passage shows by itself, before its neighbours are looked at.
enum Sign {
  /// A sentence of some length.
  case prose
  /// A few words, with or without a last stop.
  case short
  /// A text that the engine can't read.
  case foreign(String)
  /// Not the report.
  case furniture(String)
  /// What follows isn't the report.
  case foot(String)
  /// What follows are readers' comments.
  case comments(String)
  /// A section's name.
  case kicker(String)
  /// The rest is behind a barrier.
  case paywall(String)
  /// A pointer to another piece, unless it is the headline.
  case teaser(String)
  /// A caption by its words.
  case caption(String)
  /// When the page was published.
  case published(PublicationLine)
  /// Who wrote it; the byline ends at the offset.
  case byline(Byline, end: Int)
  /// A credit, with or without its caption.
  case credit(CreditLine)
  /// The same words as an earlier passage.
  case repeated

  /// Reads the signs of a passage.
  init(_ passage: Passage, in scalars: [Unicode.Scalar]) {
    if let furniture = Self.furniture(passage, scalars) {
      self = furniture
    } else if let line = PublicationLine(scalars[passage.span.start..<passage.span.end])
      ?? Self.placeAndDay(passage, scalars)
    {
      self = .published(line)
    } else if let byline = Self.byline(passage, scalars) {
      self = byline
    } else if let credit = Self.credit(passage, scalars) {
      self = .credit(credit)
    } else {
      self = passage.isProse ? .prose : .short
    }
  }

  /// "Khartoum, June 9, 2024": a line of a place and a day alone, as letters and reports have it.
  private static func placeAndDay(
    _ passage: Passage, _ scalars: [Unicode.Scalar]
  ) -> PublicationLine? {
    let text = scalars[passage.span.start..<passage.span.end]
    guard passage.words.count <= 9, let comma = text.firstIndex(of: ",") else { return nil }
    let place = text[..<comma].split { $0.isBlank || $0 == "/" || $0 == "-" }
    guard (1...4).contains(place.count),
      place.allSatisfy({ $0.first?.properties.isUppercase == true }),
      let line = PublicationLine(text[(comma + 1)...]), line.date != nil, line.label == .bare
    else { return nil }
    return line
  }

  private static func furniture(_ passage: Passage, _ scalars: [Unicode.Scalar]) -> Sign? {
    let words = passage.words
    let text = scalars[passage.span.start..<passage.span.end]
    if words.isEmpty {
      return text.contains("#") ? .foot("end mark") : .furniture("no words")
    }
    if let language = passage.language, language != "en" { return .foreign(language) }
    if isTwice(text) { return .furniture("the same words twice over") }
    if words.count <= Phrasebook.reach + 7 {
      let isQuoted =
        passage.endsSentence && "\"“‘'".unicodeScalars.contains(scalars[passage.span.start])
      if !isQuoted, let match = Phrasebook.match(words, label: label(passage, scalars)) {
        if match.class == .caption, let credit = credit(passage, scalars) { return .credit(credit) }
        return sign(match.class, match.why)
      }
      if Phrasebook.isShareBar(words) { return .furniture("share bar") }
    }
    if words.count <= 16, let call = passage.written.first(where: Phrasebook.isCall),
      passage.written.contains(where: { $0.contains(where: \.isLowercase) })
    {
      return .furniture("\(call) calls the reader")
    }
    return links(passage, text)
  }

  private static func sign(_ kind: PhraseClass, _ why: String) -> Sign {
    switch kind {
    case .furniture: .furniture(why)
    case .foot: .foot(why)
    case .comments: .comments(why)
    case .kicker: .kicker(why)
    case .paywall: .paywall(why)
    case .teaser: .teaser(why)
    case .caption: .caption(why)
    }
  }

  /// The number of words before a colon near the start.
  private static func label(_ passage: Passage, _ scalars: [Unicode.Scalar]) -> Int? {
    let head = scalars[passage.span.start..<passage.span.end].prefix(40)
    guard let colon = head.firstIndex(of: ":") else { return nil }
    return head[..<colon].split { $0.isBlank }.count
  }

  /// Glued pages give a label twice: once for the eye, once for the screen reader.
  private static func isTwice(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let half = text.count / 2
    guard half >= 4, text.count <= 200 else { return false }
    let second = text.count.isMultiple(of: 2) ? half : half + 1
    let isSpaced = second == half || text[text.startIndex + half].isBlank
    return isSpaced && text.prefix(half).elementsEqual(text.dropFirst(second))
  }

  /// Addresses, tags and paths of links.
  private static func links(_ passage: Passage, _ text: ArraySlice<Unicode.Scalar>) -> Sign? {
    guard passage.words.count <= 60 else { return nil }
    let pieces = text.split { $0.isBlank }.map { piece in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: piece)
      return String(view)
    }
    if pieces.count <= 3,
      pieces.allSatisfy({
        $0.contains("://") || $0.hasPrefix("www.") || $0.hasPrefix("@")
          || $0.contains("@") && $0.contains(".")
      })
    {
      return .furniture("address")
    }
    if pieces.count <= 20, !passage.endsSentence,
      pieces.contains(where: { $0.dropFirst().contains("@") && $0.contains(".") })
    {
      return .furniture("address")
    }
    if pieces.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 && $0.contains(where: \.isLetter) }) {
      return .furniture("tags")
    }
    if pieces[0].hasPrefix("![") { return .furniture("picture") }
    let joints = pieces.filter { [">", "›", "»", "|", "•", "·", "/"].contains($0) }.count
    if joints >= 2, !passage.endsSentence, pieces.count <= joints * 4 + 4, pieces.count <= 40,
      PublicationLine(text) == nil, Byline(String(pieces.joined(separator: " "))) == nil
    {
      return .furniture("path of links")
    }
    return nil
  }

  /// A credit; most paragraphs have none of the marks that could open one.
  private static func credit(_ passage: Passage, _ scalars: [Unicode.Scalar]) -> CreditLine? {
    guard passage.words.count <= 70 else { return nil }
    let marks = ":/©|)]".unicodeScalars
    let isMarked = scalars[passage.span.start..<passage.span.end].contains(where: marks.contains)
    guard isMarked || passage.words.contains("by") || passage.words.contains("courtesy") else {
      return nil
    }
    return CreditLine(scalars, passage.span)
  }

  /// A byline, with a publication date or the like cut off behind a bar.
  private static func byline(_ passage: Passage, _ scalars: [Unicode.Scalar]) -> Sign? {
    guard passage.words.count <= 40, passage.words.prefix(3).contains(where: Byline.opens),
      let byline = Byline(scalars.string(passage.span))
    else {
      return nil
    }
    let text = scalars[passage.span.start..<passage.span.end]
    let bar = text.firstIndex { "|·•".unicodeScalars.contains($0) }
    return .byline(byline, end: bar ?? passage.span.end)
  }
}
