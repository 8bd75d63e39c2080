import Mentions
import Records
import Syntax

/// Finds the parties of a predicate in the tree, whatever the order of words: passives, control
/// and raising, relative clauses, participles, shared subjects of conjuncts.
struct ClauseArguments {
  let sentence: Sentence
  let index: Int
  let cast: Cast
  /// The first token behind a dateline in the running text ("KABUL (Reuters) - …").
  let start: Int

  init(sentence: Sentence, index: Int, cast: Cast) {
    self.sentence = sentence
    self.index = index
    self.cast = cast
    start = Self.datelineEnd(sentence)
  }

  /// The head words at the end of a path that starts at a predicate.
  func heads(_ path: [Step], of predicate: Int) -> [Int] {
    var reached = [predicate]
    for step in path { reached = reached.flatMap { heads(step, of: $0) } }
    return reached
  }

  /// The head words one step from a predicate or noun.
  func heads(_ step: Step, of predicate: Int) -> [Int] {
    switch step {
    case .subject: subjects(of: predicate)
    case .object: objects(of: predicate)
    case .indirectObject: sentence.children(of: predicate) { $0 == .iobj }
    case .possessor:
      sentence.children(of: predicate) { $0 == .nmodPoss }.map { resolved($0) }
    case .modifier: modifiers(of: predicate)
    case .infinitive: infinitive(of: predicate).map { [$0] } ?? []
    case .clause: sentence.children(of: predicate) { $0 == .ccomp }
    case .adjective: sentence.children(of: predicate) { $0 == .amod }
    case .compound: sentence.children(of: predicate) { $0 == .compound }
    case .complement:
      sentence.children(of: predicate) { $0 == .xcomp } + objectPredicates(of: predicate)
    case .preposition(let word): prepositional(word, of: predicate)
    }
  }

  /// What is said of an object and a parser hung on it: "called the walkout *regrettable*", "called the
  /// verdict an *outrage*"; behind a comma it would name the object once more.
  private func objectPredicates(of verb: Int) -> [Int] {
    sentence.children(of: verb) { $0 == .obj }.flatMap { object in
      sentence.children(of: object).filter { child in
        guard child > object else { return false }
        return sentence[child].relation == .amod
          || sentence[child].relation == .appos
            && !sentence.tokens[object..<child].contains { $0.form == "," }
      }
    }
  }

  // MARK: - Subjects and objects

  /// Whether a verb form is passive.
  func isPassive(_ verb: Int) -> Bool {
    var hasObject = false
    var auxiliary = false
    var perfect = false
    var passive = false
    var last: Int?
    for child in sentence.children(of: verb) {
      switch sentence[child].relation {
      case .auxPass: return true
      case .nsubjPass, .oblAgent: passive = true
      case .obj: hasObject = true
      case .aux, .cop:
        auxiliary = true
        if child < verb { last = child }
        if sentence[child].lemma == "have" { perfect = true }
        if sentence[child].lemma == "be" { passive = passive || sentence[verb].xpos == "VBN" }
      case .nsubj: auxiliary = true
      default: break
      }
    }
    let token = sentence[verb]
    // "have called" is no passive, whatever the parser makes of its subject.
    // "was to have signed".
    if passive, let last, sentence[last].lemma == "have" { return false }
    if passive { return !perfect || sentence.children(of: verb).contains { isBe($0) } }
    guard token.xpos == "VBN" || token.xpos == "VBD", !hasObject, !auxiliary else { return false }
    switch token.relation {
    case .acl where token.xpos == "VBD" && token.head >= 0 && sentence[token.head].head < 0:
      // A sentence whose verb a parser hung on its subject: "Twenty rebels surrendered".
      return false
    case .acl, .amod: return true
    case .advcl, .xcomp: return token.xpos == "VBN"
    case .conj: return token.xpos == "VBN" && token.head >= 0 && isPassive(token.head)
    default: return false
    }
  }

  private func isBe(_ word: Int) -> Bool {
    sentence[word].upos == .aux && sentence[word].lemma == "be"
  }

  /// Who does it: the subject of an active verb, the agent of a passive one.
  func subjects(of verb: Int) -> [Int] {
    if sentence[verb].upos.isNominal { return lightSubjects(of: verb) }
    if isPassive(verb) {
      return sentence.children(of: verb).filter {
        let relation = sentence[$0].relation
        return (relation == .oblAgent || relation == .obl) && hasCase("by", $0) && !isTime($0)
      }
    }
    return surfaceSubjects(of: verb, depth: 0)
  }

  /// The grammatical subject, taken over from the governor where the verb has none of its own.
  func surfaceSubjects(of verb: Int, depth: Int) -> [Int] {
    guard depth < 12 else { return [] }
    let token = sentence[verb]
    var fronted: Int?
    var subject: Int?
    for child in sentence.children(of: verb) {
      let relation = sentence[child].relation
      if relation == .nsubj || relation == .nsubjPass {
        if isPleonastic(child) { return [] }
        // Of two, the one next to the verb is the name behind a title.
        if subject == nil || child < verb { subject = behindDateline(child) ?? subject }
      }
      // A noun before a finite verb that a parser took for its object.
      if relation == .obj || relation == .dep || relation == .dislocated, child < verb,
        child >= start,
        token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP"
          || token.xpos == "VBN"
      {
        fronted = child
      }
    }
    if let subject { return [resolved(subject)] }
    if let fronted, !isRelative(fronted) { return [fronted] }
    let head = token.head
    guard head >= 0 else { return [] }
    if hasMark("to", verb) {
      let told = beneficiaries(of: head, before: verb)
      if !told.isEmpty { return told }
    }
    switch token.relation {
    case .xcomp, .ccomp:
      if token.relation == .ccomp, !hasMark("to", verb), token.xpos != "VBG" { return [] }
      if !sentence[head].upos.isNominal, !isPassive(head),
        !Self.subjectControl(sentence[head].lemma)
      {
        let controllers = controllers(of: head)
        if !controllers.isEmpty { return controllers }
      }
      return surfaceSubjects(of: head, depth: depth + 1)
    case .csubj: return owners(of: head)
    case .advcl where Self.isGerundOfObject(verb, in: sentence):
      // "used gas for clearing the square": the gas clears nothing.
      let objects = objects(of: head)
      let able = objects.filter { !hasMark("for", verb) || isSomebody($0) }
      if !able.isEmpty { return able }
      // A passive's objects are its subjects: to look for them again at every step of a chain would
      // double the work with each.
      return isPassive(head) ? objects : surfaceSubjects(of: head, depth: depth + 1)
    case .conj, .advcl, .parataxis:
      if sentence[head].upos.isNominal, token.relation == .advcl, !isClause(head) {
        return lightSubjects(of: head)
      }
      return surfaceSubjects(of: head, depth: depth + 1)
    case .acl:
      // "accused *the army* of bombing a market", hung on the army.
      if Self.isGerundOfObject(verb, in: sentence), sentence[head].relation == .obj,
        isSomebody(head)
      {
        return [head]
      }
      if hasMark("to", verb) || hasMark("of", verb) || hasMark("for", verb) {
        let owners = owners(of: head)
        if !owners.isEmpty { return owners }
        if isClause(head) { return surfaceSubjects(of: head, depth: depth + 1) }
        let light = lightSubjects(of: head, depth: depth + 1)
        if !light.isEmpty { return light }
        // "Were Peru to leave, …".
        return sentence[0].form == "Were" ? [head] : modifiers(of: head)
      }
      // "passed a resolution condemning X": whoever passes it condemns.
      let governor = sentence[head].head
      if token.xpos == "VBG", governor >= 0, sentence[head].relation == .obj, !isSomebody(head) {
        let tellers = surfaceSubjects(of: governor, depth: depth + 1)
        if tellers.contains(where: isSomebody) { return tellers }
      }
      return [head]
    case .aclRelcl: return sentence.children(of: verb).contains { isRelative($0) } ? [] : [head]
    case .amod: return [head]
    default: return []
    }
  }

  /// "accused X *of bombing*", "warned X *against arming*", "blamed X *for failing*": what the
  /// object of the clause above does, has done or shall not do.
  static func isGerundOfObject(_ verb: Int, in sentence: Sentence) -> Bool {
    let children = sentence.children(of: verb)
    let isGerund =
      sentence[verb].xpos == "VBG"
      || children.contains { sentence[$0].relation == .aux && sentence[$0].form == "having" }
    return isGerund
      && children.contains {
        sentence[$0].relation == .mark
          && ["of", "from", "for", "into", "against"].contains(sentence[$0].lemma)
      }
  }

  /// A subject, or what stands in its phrase behind the dateline that a parser took into it.
  private func behindDateline(_ subject: Int) -> Int? {
    if subject >= start { return subject }
    return sentence.subtree(of: subject).first {
      $0 >= start && sentence[$0].upos.isNominal && sentence[$0].head < start
    }
  }

  /// "urged X to leave", "called on X to leave": whoever shall do it.
  private func controllers(of governor: Int) -> [Int] {
    let direct = sentence.children(of: governor) { $0 == .obj || $0 == .iobj }
    if !direct.isEmpty { return direct }
    switch sentence[governor].lemma {
    case "call": return prepositional("on", of: governor) + prepositional("upon", of: governor)
    case "appeal": return prepositional("to", of: governor)
    case "plead": return prepositional("with", of: governor)
    default: return []
    }
  }

  private static func subjectControl(_ lemma: String) -> Bool {
    switch lemma {
    case "promise", "threaten", "vow", "pledge", "offer", "refuse", "use", "have", "hold": true
    default: false
    }
  }

  /// Those to whom it is done: the object, or the subject of a passive.
  func objects(of verb: Int) -> [Int] {
    if sentence[verb].upos.isNominal { return [] }
    if isPassive(verb) {
      let relation = sentence[verb].relation
      if relation == .acl || relation == .amod, sentence[verb].head >= 0,
        !sentence.children(of: verb).contains(where: { sentence[$0].relation == .nsubjPass })
      {
        return [sentence[verb].head]
      }
      return surfaceSubjects(of: verb, depth: 0)
    }
    let own = sentence.children(of: verb) { $0 == .obj }.filter {
      $0 > verb || isRelative($0) || hasOwnSubject(verb)
    }
    if !own.isEmpty { return own.map { resolved($0) } }
    let shifted = shiftedObjects(of: verb)
    if !shifted.isEmpty { return shifted }
    let token = sentence[verb]
    if token.relation == .aclRelcl, token.head >= 0, hasOwnSubject(verb), !hasAdverbialGap(verb),
      !hasMark("that", verb)
    {
      return [token.head]
    }
    if token.relation == .conj, token.head >= 0 {
      return sentence.children(of: token.head) { $0 == .obj }.filter { $0 > verb }
    }
    for child in sentence.children(of: verb) where sentence[child].relation == .conj {
      guard sentence[child].upos.isVerbal, !hasOwnSubject(child), child - verb <= 3 else {
        continue
      }
      let shared = sentence.children(of: child) { $0 == .obj }
      if !shared.isEmpty { return shared }
    }
    return []
  }

  /// Whether a relative clause's gap is its place or time ("the town where …") or stands behind a
  /// preposition.
  private func hasAdverbialGap(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      let relation = sentence[$0].relation
      if relation == .obl || relation == .advmod { return isRelative($0) }
      return (relation == .nsubj || relation == .nsubjPass) && isRelative($0)
    }
  }

  func hasOwnSubject(_ verb: Int) -> Bool {
    sentence.children(of: verb).contains {
      sentence[$0].relation == .nsubj || sentence[$0].relation == .nsubjPass
    }
  }

  /// The infinitive below a word.
  func infinitive(of word: Int) -> Int? {
    sentence.children(of: word).first {
      sentence[$0].upos.isVerbal && hasMark("to", $0)
    }
  }
}
