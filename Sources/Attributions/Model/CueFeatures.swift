import Records
import Syntax

/// What tells whether a word reports: the word, its complements, its subject, quotations beside it.
package enum CueFeatures {
  /// Gathers the features of a candidate.
  package static func gather(
    _ token: Int, in passage: Passage, of report: Report, words: WordKnowledge,
    into bag: inout FeatureBag
  ) {
    bag.clear()
    let sentence = passage.sentence
    let word = sentence[token]
    let lemma = FeatureHash.mix(passage.lemma[token], passage.part[token])
    let tag = FeatureHash.of(word.xpos)
    let kind = words.kind(of: word)
    bag.add(0, 0)
    bag.add(1, lemma)
    bag.add(2, tag, kind)
    bag.add(3, passage.relation[token])
    bag.add(4, lemma, passage.relation[token])
    bag.add(5, lemma, tag)
    bag.add(6, kind, passage.relation[token], passage.part[token])
    bag.add(7, FeatureHash.of(String(word.lemma.suffix(3))), passage.part[token])
    let isPassive: UInt32 = passage.isPassive(token) ? 1 : 0
    addDependents(token, lemma, kind, isPassive, passage, &bag)
    addSubject(token, lemma, kind, isPassive, passage, &bag)
    addSurroundings(token, lemma, kind, passage, &bag)
    addQuotations(token, lemma, kind, passage, report, &bag)
    if !words.groups.isEmpty { addGroups(token, words.groups, passage, &bag) }
    NetworkFeatures.addCue(token, in: passage, of: report, lemma: lemma, kind: kind, into: &bag)
  }

  /// The same for words of like meaning.
  private static func addGroups(
    _ token: Int, _ groups: WordGroups, _ passage: Passage, _ bag: inout FeatureBag
  ) {
    let (small, large) = groups.groups(of: passage.lemma[token])
    let sentence = passage.sentence
    let part = passage.part[token]
    bag.add(110, small, part)
    bag.add(111, large, part, passage.relation[token])
    bag.add(112, small, passage.relation[token])
    for child in sentence.children(of: token) where sentence[child].upos != .punct {
      let relation = passage.relation[child]
      bag.add(113, small, relation, passage.introducer(of: child))
      switch sentence[child].relation {
      case .obj, .nsubj, .nsubjPass, .ccomp, .xcomp, .obl, .nmod, .acl:
        let own = groups.groups(of: passage.lemma[child])
        bag.add(114, relation, own.small, part)
        bag.add(115, relation, own.large, small)
        bag.add(116, passage.lemma[token], relation, own.large)
      default: break
      }
    }
    if let (subject, path) = passage.subject(of: token) {
      bag.add(117, small, passage.sort(of: subject), path.rawValue)
      bag.add(118, groups.groups(of: passage.lemma[subject]).small, part)
    }
    let head = sentence[token].head
    if head >= 0 {
      bag.add(119, groups.groups(of: passage.lemma[head]).large, small, passage.relation[token])
    }
  }

  private static func addDependents(
    _ token: Int, _ lemma: UInt32, _ kind: UInt32, _ isPassive: UInt32, _ passage: Passage,
    _ bag: inout FeatureBag
  ) {
    let sentence = passage.sentence
    var complements: UInt32 = 0
    var shape: UInt32 = 17
    for child in sentence.children(of: token) where sentence[child].upos != .punct {
      let relation = passage.relation[child]
      bag.add(20, relation, passage.part[token])
      bag.add(21, lemma, relation)
      bag.add(22, kind, relation, passage.part[token])
      switch sentence[child].relation {
      case .aux, .auxPass, .compoundPrt, .mark, .case, .cop, .det, .expl, .advmod:
        bag.add(23, relation, passage.lemma[child])
        bag.add(24, lemma, passage.lemma[child])
      case .ccomp, .xcomp, .advcl, .acl, .parataxis, .csubj, .aclRelcl, .csubjPass:
        let finite = passage.finiteness(of: child)
        let order: UInt32 = child < token ? 1 : 2
        bag.add(25, relation, FeatureHash.mix(finite, order), passage.part[token])
        bag.add(26, lemma, relation, finite)
        bag.add(27, relation, passage.introducer(of: child), kind)
        bag.add(28, lemma, relation, passage.introducer(of: child))
        bag.add(29, relation, passage.lemma[child])
        bag.add(39, lemma, passage.lemma[child])
        if passage.quotes(in: child) { bag.add(30, relation, kind) }
      case .obl, .nmod, .oblAgent, .oblUnmarked, .nmodPoss:
        let introducer = passage.introducer(of: child)
        bag.add(31, lemma, introducer)
        bag.add(32, introducer, kind, passage.part[token])
        bag.add(33, relation, introducer, passage.sort(of: child))
        bag.add(34, relation, passage.lemma[child])
      case .obj, .iobj:
        bag.add(35, lemma, passage.lemma[child])
        bag.add(36, passage.lemma[child], kind)
        bag.add(37, relation, passage.sort(of: child), kind)
        bag.add(38, lemma, passage.sort(of: child))
        if passage.quotes(in: child) { bag.add(30, relation, kind) }
        for inner in sentence.children(of: child) {
          switch sentence[inner].relation {
          case .acl, .ccomp, .nmod, .aclRelcl, .advcl:
            bag.add(40, passage.lemma[child], passage.relation[inner])
            bag.add(41, lemma, passage.relation[inner])
          default: break
          }
        }
      default: break
      }
      switch sentence[child].relation {
      case .ccomp, .xcomp, .obj, .csubj, .parataxis, .acl, .nmod, .obl, .advcl:
        complements |= 1 << UInt32(relation % 31)
        shape = FeatureHash.mix(shape, relation)
      default: break
      }
    }
    bag.add(42, complements, passage.part[token])
    bag.add(43, lemma, complements)
    bag.add(44, complements, kind, isPassive)
    bag.add(45, shape, passage.part[token], kind)
    bag.add(46, lemma, isPassive)
  }

  private static func addSubject(
    _ token: Int, _ lemma: UInt32, _ kind: UInt32, _ isPassive: UInt32, _ passage: Passage,
    _ bag: inout FeatureBag
  ) {
    guard let (subject, path) = passage.subject(of: token) else {
      bag.add(60, lemma, 0)
      bag.add(61, 0, kind, passage.part[token])
      return
    }
    let sort = passage.sort(of: subject)
    bag.add(60, lemma, sort)
    bag.add(61, sort, FeatureHash.mix(path.rawValue, isPassive), kind)
    bag.add(62, sort, path.rawValue, passage.part[token])
    bag.add(63, passage.lemma[subject], kind)
    bag.add(64, lemma, passage.lemma[subject])
    bag.add(65, lemma, path.rawValue, isPassive)
    bag.add(66, subject < token ? 1 : 2, kind, path.rawValue)
  }

  private static func addSurroundings(
    _ token: Int, _ lemma: UInt32, _ kind: UInt32, _ passage: Passage, _ bag: inout FeatureBag
  ) {
    let sentence = passage.sentence
    let head = sentence[token].head
    let headLemma = head >= 0 ? passage.lemma[head] : 1
    let headPart = head >= 0 ? passage.part[head] : 1
    bag.add(70, passage.relation[token], headLemma, passage.part[token])
    bag.add(71, passage.relation[token], headPart, passage.part[token])
    bag.add(72, lemma, headLemma)
    if head >= 0 {
      let above = sentence[head].head
      bag.add(73, passage.relation[token], passage.relation[head], passage.part[token])
      if above >= 0 {
        bag.add(74, passage.relation[token], passage.relation[head], passage.lemma[above])
      }
      for sibling in sentence.children(of: head) where sibling != token {
        switch sentence[sibling].relation {
        case .ccomp, .xcomp, .acl, .advcl, .obj, .nmod, .parataxis:
          bag.add(75, lemma, passage.relation[sibling], headLemma)
          bag.add(76, passage.relation[token], passage.relation[sibling], headLemma)
        default: break
        }
      }
    }
    for (template, place) in [(80, token - 1), (81, token + 1), (82, token - 2), (83, token + 2)]
      as [(UInt32, Int)]
    {
      let neighbour = sentence.tokens.indices.contains(place) ? passage.lemma[place] : 1
      bag.add(template, neighbour, passage.part[token])
      if abs(place - token) == 1 { bag.add(template &+ 10, neighbour, lemma) }
    }
    let isHeadline: UInt32 = passage.block == .headline || passage.index == 0 ? 1 : 0
    bag.add(84, isHeadline, kind, passage.part[token])
    bag.add(85, isHeadline, lemma)
    if sentence[token].upos == .punct {
      bag.add(86, UInt32(min(token, 8)), isHeadline)
      bag.add(87, UInt32(min(sentence.count - token, 8)), isHeadline)
      bag.add(88, passage.sort(of: token - 1), isHeadline)
      bag.add(89, passage.sort(of: 0), isHeadline)
      let allNames = (0..<token).allSatisfy { passage.sentence[$0].upos != .verb }
      bag.add(95, allNames ? 1 : 0, isHeadline)
    }
  }

  private static func addQuotations(
    _ token: Int, _ lemma: UInt32, _ kind: UInt32, _ passage: Passage, _ report: Report,
    _ bag: inout FeatureBag
  ) {
    let inside: UInt32 = passage.quotation[token] >= 0 ? 1 : 0
    bag.add(100, inside, kind, passage.part[token])
    bag.add(101, inside, lemma)
    guard inside == 0 else { return }
    var before: UInt32 = 0
    var after: UInt32 = 0
    var place = token - 1
    var words: UInt32 = 0
    while place >= 0 {
      if passage.quotation[place] >= 0 { before = 1 + min(words, 5); break }
      if passage.sentence[place].upos != .punct { words += 1 }
      place -= 1
    }
    words = 0
    place = token + 1
    while place < passage.sentence.count {
      if passage.quotation[place] >= 0 { after = 1 + min(words, 5); break }
      if passage.sentence[place].upos != .punct { words += 1 }
      place += 1
    }
    let comma: UInt32 =
      token + 1 < passage.sentence.count
      ? FeatureHash.of(passage.sentence[token + 1].form.prefix(1).description) : 1
    let commaCode =
      passage.sentence.tokens.indices.contains(token + 1)
        && passage.sentence[token + 1].upos == .punct ? comma : 0
    bag.add(102, before, kind, passage.part[token])
    bag.add(103, after, kind, passage.part[token])
    bag.add(104, before, lemma)
    bag.add(105, after, lemma)
    bag.add(106, after, commaCode, kind)
    bag.add(107, before, after, passage.part[token])
    let endsWithColon: UInt32 = passage.sentence.tokens.last?.form == ":" ? 1 : 0
    bag.add(108, endsWithColon, kind, passage.part[token])
  }
}
