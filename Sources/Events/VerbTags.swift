import Syntax

/// Mends what a tagger takes for a noun though the words around it make it a verb: "will *march*",
/// "plans to *boycott* the vote", "let the court *jail* him"; and base forms that a lemmatiser got
/// wrong. Only words that the lexicon knows as verbs are looked at.
struct VerbTags {
  let lexicon: EventLexicon

  /// The sentence with such words as verbs; the same where there are none.
  func mended(_ sentence: Sentence) -> Sentence {
    var tokens = sentence.tokens
    var isChanged = false
    for index in tokens.indices where tokens[index].upos == .verb {
      if let base = base(of: tokens[index]) {
        tokens[index].lemma = base
        isChanged = true
      }
    }
    for index in tokens.indices.dropFirst() where isPerfect(index, tokens) {
      joinPerfect(index, &tokens)
      isChanged = true
    }
    for index in tokens.indices.dropFirst() where isLowerCaseName(index, tokens) {
      if mendName(index, &tokens, in: sentence) { isChanged = true }
    }
    for index in tokens.indices where isSuspect(tokens[index]) {
      if mend(index, &tokens, in: sentence) { isChanged = true }
    }
    return isChanged ? Sentence(tokens: tokens, names: sentence.names) : sentence
  }

  /// "the Security Council *convenes*": a word in small letters that ends in "s" is no name, whatever
  /// the name before it made of it, nor a noun where it heads a clause.
  private func isLowerCaseName(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.upos == .propn || token.upos == .noun && token.relation == .advcl,
      token.form.hasSuffix("s"), let first = token.form.utf8.first,
      first >= 0x61, tokens[index - 1].upos == .propn, tokens[index - 1].head == index
    else { return false }
    return true
  }

  private func mendName(_ index: Int, _ tokens: inout [Token], in sentence: Sentence) -> Bool {
    guard let base = VerbLemmas.shared.base(of: tokens[index].form, where: knowsVerb) else {
      return false
    }
    tokens[index].upos = .verb
    tokens[index].xpos = "VBZ"
    tokens[index].lemma = base
    tokens[index - 1].relation = .nsubj
    for child in sentence.children(of: index) where child < index - 1 {
      switch tokens[child].relation {
      case .case:
        tokens[child].relation = .mark
        tokens[index].relation = .advcl
      case .advmod: break
      default: tokens[child].head = index - 1
      }
    }
    for child in sentence.children(of: index) where child > index {
      if tokens[child].relation == .nmod { tokens[child].relation = .obl }
    }
    return true
  }

  /// "have *outlawed* parties": a participle right behind "have" that a parser hung on the object,
  /// as though parties that are outlawed were had.
  private func isPerfect(_ index: Int, _ tokens: [Token]) -> Bool {
    let (token, have) = (tokens[index], tokens[index - 1])
    guard token.xpos == "VBN", token.relation == .amod, token.head > index,
      have.lemma == "have", have.upos == .verb
    else { return false }
    let object = tokens[token.head]
    return object.relation == .obj && object.head == index - 1
  }

  private func joinPerfect(_ index: Int, _ tokens: inout [Token]) {
    let (have, object) = (index - 1, tokens[index].head)
    tokens[index].upos = .verb
    tokens[index].head = tokens[have].head
    tokens[index].relation = tokens[have].relation
    for child in tokens.indices where tokens[child].head == have { tokens[child].head = index }
    tokens[have].head = index
    tokens[have].relation = .aux
    tokens[have].upos = .aux
    tokens[object].head = index
  }

  /// The base form of a verb whose lemma the lexicon lacks, where it knows that of its form.
  private func base(of token: Token) -> String? {
    guard !knowsVerb(token.lemma), token.form != token.lemma else { return nil }
    return VerbLemmas.shared.base(of: token.form.lowercased(), where: knowsVerb)
  }

  private func knowsVerb(_ lemma: String) -> Bool { lexicon.knowsVerb(lemma) }

  /// A noun by its tag, in small letters, whose form is a verb's base form in the lexicon.
  private func isSuspect(_ token: Token) -> Bool {
    guard token.upos.isNominal || token.upos == .adj, let first = token.form.utf8.first,
      first >= 0x61
    else { return false }
    return knowsVerb(token.form)
  }

  private func mend(_ index: Int, _ tokens: inout [Token], in sentence: Sentence) -> Bool {
    var auxiliary = false
    var object = false
    var described = false
    var owner: Int?
    var to: Int?
    for child in sentence.children(of: index) {
      switch sentence[child].relation {
      case .aux: auxiliary = true
      case .obj: object = object || child > index
      case .cop, .nmodPoss, .amod, .nummod: described = true
      case .det where child == index - 1: described = true
      case .compound where child == index - 1: owner = child
      case .case, .mark: if child == index - 1, sentence[child].lemma == "to" { to = child }
      default: break
      }
    }
    let isBare = to != nil && !described && owner == nil && takesComplement(index, in: sentence)
    guard !described, auxiliary || object && (owner != nil || to != nil) || isBare else {
      return false
    }
    tokens[index].upos = .verb
    tokens[index].xpos = "VB"
    tokens[index].lemma = tokens[index].form
    if let to {
      tokens[to].xpos = "TO"
      tokens[to].upos = .part
      tokens[to].relation = .mark
      switch tokens[index].relation {
      case .obl: tokens[index].relation = .xcomp
      case .nmod: tokens[index].relation = .acl
      default: break
      }
      adopt(index, &tokens, in: sentence)
    } else if let owner, !auxiliary {
      tokens[owner].relation = .nsubj
      for child in sentence.children(of: index) where child < owner {
        tokens[child].head = owner
      }
    }
    return true
  }

  /// Whether what follows looks like a verb's complement.
  private func takesComplement(_ index: Int, in sentence: Sentence) -> Bool {
    guard index + 1 < sentence.count else { return false }
    switch sentence[index + 1].upos {
    case .det, .adp, .adj, .propn, .pron, .num: return true
    case .noun: return sentence[index + 1].head != index
    default: return false
    }
  }

  /// What follows the new verb and hangs on its governor is the new verb's.
  private func adopt(_ index: Int, _ tokens: inout [Token], in sentence: Sentence) {
    let governor = sentence[index].head
    guard governor >= 0, governor < index else { return }
    for child in sentence.children(of: governor) where child > index {
      switch sentence[child].relation {
      case .obl, .obj, .nmod, .oblUnmarked: tokens[child].head = index
      default: break
      }
    }
  }
}
