import Text

extension CoNLLU {
  /// Sentences in CoNLL-U, each with `# text`, ranges for multiword tokens, `SpaceAfter=No`, and
  /// names as `Name=B-PER`, `Name=I-PER` in MISC.
  public static func write(_ sentences: [CoNLLUSentence]) -> String {
    var output = ""
    for sentence in sentences { write(sentence, to: &output) }
    return output
  }

  /// Adds one sentence in CoNLL-U.
  public static func write(_ sentence: CoNLLUSentence, to output: inout String) {
    for comment in sentence.comments where CoNLLUSentence.key(of: comment) != "text" {
      output += onOneLine(comment) + "\n"
    }
    output += "# text = " + onOneLine(sentence.text) + "\n"
    let tags = Name.tags(of: sentence.names, count: sentence.tokens.count)
    var surfaces = sentence.surfaces[...]
    for (index, token) in sentence.tokens.enumerated() {
      while let surface = surfaces.first, surface.tokens.upperBound <= index {
        surfaces.removeFirst()
      }
      let surface = surfaces.first.flatMap { $0.tokens.contains(index) ? $0 : nil }
      if let surface, surface.tokens.lowerBound == index {
        let misc = isGlued(surface.tokens.upperBound - 1, in: sentence) ? "SpaceAfter=No" : "_"
        output += "\(index + 1)-\(surface.tokens.upperBound)\t\(field(surface.form))"
        output += "\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
      }
      var misc = index < sentence.misc.count ? sentence.misc[index] : ""
      if tags[index] != "O" { misc += (misc.isEmpty ? "" : "|") + "Name=" + tags[index] }
      if surface == nil && isGlued(index, in: sentence) {
        misc += (misc.isEmpty ? "" : "|") + "SpaceAfter=No"
      }
      output += "\(index + 1)\t\(field(token.form))\t\(field(token.lemma))"
      output += "\t\(token.upos.rawValue)\t\(field(token.xpos))\t\(field(token.features))"
      output += "\t\(attachment(token))\t_\t\(field(misc))\n"
    }
    output += "\n"
  }

  /// Whether the next word follows without white space.
  private static func isGlued(_ index: Int, in sentence: CoNLLUSentence) -> Bool {
    guard index + 1 < sentence.tokens.count else { return !sentence.spaceAfter }
    return sentence.tokens[index].span.end == sentence.tokens[index + 1].span.start
  }

  /// HEAD and DEPREL; both empty for a word that no tree was made of.
  private static func attachment(_ token: Token) -> String {
    token.head < 0 && token.relation != .root
      ? "_\t_" : "\(token.head + 1)\t\(token.relation.rawValue)"
  }

  /// A column's text: never empty, without tabs or line ends.
  private static func field(_ text: String) -> String { text.isEmpty ? "_" : onOneLine(text) }

  private static func onOneLine(_ text: String) -> String {
    // Tabs and line ends of ASCII, or the first byte of those that are not.
    guard text.utf8.contains(where: { 9...13 ~= $0 || $0 == 0xC2 || $0 == 0xE2 }) else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.map { isBreak($0) ? " " : $0 })
    return String(scalars)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
