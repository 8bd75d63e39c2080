/// The current token in plain values, for tests of the tokeniser alone.
extension Tokeniser {
  /// The name of the tag or doctype.
  package var tokenName: String? {
    token.kind == .doctype ? doctype.name.map { string($0) } : names.string(token.name)
  }

  /// The attributes of the start tag.
  package var tokenAttributes: [String: String] {
    var result: [String: String] = [:]
    for index in Int(token.attributesStart)..<Int(token.attributesEnd) {
      result[names.string(attributes[index].name)] = string(attributes[index].value)
    }
    return result
  }

  /// The characters, or the data of the comment.
  package var tokenText: String { string(token.text) }

  /// The identifiers of the doctype, and whether it forces quirks.
  package var tokenDoctype: (public: String?, system: String?, forcesQuirks: Bool) {
    (
      doctype.publicID.map { string($0) }, doctype.systemID.map { string($0) },
      doctype.forcesQuirks
    )
  }

  /// Starts in a state other than data, as after a start tag of a name.
  package mutating func start(in state: TextState, after tag: String?) {
    self.state = state
    if let tag { lastStartTag = names.numberKeepingCase(of: tag) }
  }

  /// Starts in a CDATA section.
  package mutating func startInCDATA() {
    let page = store.page
    openCDATA(page.span, at: 0)
  }

  private func string(_ stretch: Stretch) -> String {
    String(decoding: store[stretch], as: UTF8.self)
  }
}
