import Records
import Syntax
import Text

/// What tells the part that a phrase plays beside a cue.
package enum RoleFeatures {
  /// Gathers the features of one argument of a candidate.
  ///
  /// - Parameter parentRole: the part that the phrase around this one was found to play.
  package static func gather(
    _ index: Int, of candidate: Candidate, in passage: Passage, of report: Report,
    words: WordKnowledge, parentRole: Role, into bag: inout FeatureBag
  ) {
    bag.clear()
    let argument = candidate.arguments[index]
    let token = candidate.token
    let sentence = passage.sentence
    let word = sentence[token]
    let kind = words.kind(of: word)
    let lemma = FeatureHash.mix(passage.lemma[token], passage.part[token])
    let reach = FeatureHash.of(argument.reach.rawValue)
    let parent = UInt32(parentRole.rawValue) &+ (argument.parent >= 0 ? 1 : 0)
    let path = FeatureHash.mix(FeatureHash.mix(reach, argument.path), parent)
    bag.add(200, reach)
    bag.add(201, path)
    bag.add(202, path, lemma)
    bag.add(203, path, kind, passage.part[token])
    bag.add(204, path, passage.isPassive(token) ? 1 : 0)
    var inventory: UInt32 = 0
    for other in candidate.arguments where other.reach == .child {
      switch sentence[other.head].relation {
      case .ccomp: inventory |= 1
      case .xcomp: inventory |= 2
      case .obj: inventory |= 4
      case .parataxis: inventory |= 8
      case .nsubj, .nsubjPass: inventory |= 16
      case .advcl: inventory |= 32
      case .nmod, .acl: inventory |= 64
      default: break
      }
    }
    if candidate.arguments.contains(where: { $0.reach == .quotation }) { inventory |= 128 }
    bag.add(205, path, inventory)
    bag.add(206, path, inventory, lemma)
    NetworkFeatures.addRole(
      argument, of: candidate, in: passage, of: report, path: path, parent: parent, into: &bag)
    if argument.reach == .quotation {
      addQuotation(argument, path, lemma, kind, inventory, token, passage, report, &bag)
    } else {
      addPhrase(argument, candidate, path, lemma, kind, inventory, passage, &bag)
      if !words.groups.isEmpty { addGroups(argument, token, path, words.groups, passage, &bag) }
    }
  }

  /// The same for words of like meaning.
  private static func addGroups(
    _ argument: Argument, _ token: Int, _ path: UInt32, _ groups: WordGroups, _ passage: Passage,
    _ bag: inout FeatureBag
  ) {
    let cue = groups.groups(of: passage.lemma[token])
    let head = groups.groups(of: passage.lemma[argument.head])
    let sort = passage.sort(of: argument.head)
    bag.add(270, path, cue.small)
    bag.add(271, path, head.small)
    bag.add(272, path, cue.small, sort)
    bag.add(273, path, cue.small, passage.introducer(of: argument.head))
    bag.add(274, path, cue.large, head.large)
    bag.add(275, path, cue.small, passage.finiteness(of: argument.head))
  }

  private static func addPhrase(
    _ argument: Argument, _ candidate: Candidate, _ path: UInt32, _ lemma: UInt32, _ kind: UInt32,
    _ inventory: UInt32, _ passage: Passage, _ bag: inout FeatureBag
  ) {
    let head = argument.head
    let token = candidate.token
    let order: UInt32 = head < token ? 1 : 2
    let introducer = passage.introducer(of: head)
    let finite = passage.finiteness(of: head)
    let sort = passage.sort(of: head)
    bag.add(210, path, order)
    bag.add(211, path, order, kind)
    bag.add(212, path, passage.part[head])
    bag.add(213, path, passage.lemma[head])
    bag.add(214, path, passage.lemma[head], lemma)
    bag.add(215, path, introducer, kind)
    bag.add(216, path, introducer, lemma)
    bag.add(217, path, introducer, inventory)
    bag.add(218, path, finite, kind)
    bag.add(219, path, finite, lemma)
    bag.add(220, path, sort)
    bag.add(221, path, sort, kind)
    bag.add(222, path, sort, lemma)
    bag.add(223, path, introducer, sort)
    let size = passage.extent[head].count
    let bucket: UInt32 = size < 3 ? UInt32(size) : size < 6 ? 3 : size < 12 ? 4 : 5
    bag.add(224, path, bucket)
    bag.add(225, path, bucket, kind)
    let quoted: UInt32 = passage.quotes(in: head) ? 1 : 0
    let wholly: UInt32 = passage.quotation[head] >= 0 ? 2 : 0
    bag.add(226, path, quoted | wholly, inventory)
    bag.add(227, path, quoted | wholly, kind)
    let gap = UInt32(min(abs(head - token), 6))
    bag.add(228, path, gap, order)
    let next = head > token ? token + 1 : token - 1
    if passage.sentence.tokens.indices.contains(next) {
      bag.add(229, path, passage.sentence[next].upos == .punct ? passage.lemma[next] : 0)
    }
    if argument.reach == .sibling || argument.reach == .head {
      let above = passage.sentence[token].head
      if above >= 0 {
        bag.add(230, path, passage.lemma[above])
        bag.add(231, path, passage.lemma[above], lemma)
        bag.add(232, path, passage.part[above], kind)
      }
    }
    if argument.parent >= 0 {
      let holder = candidate.arguments[argument.parent].head
      bag.add(233, path, passage.lemma[holder])
      bag.add(234, path, passage.lemma[holder], lemma)
      bag.add(235, path, passage.introducer(of: holder), lemma)
      bag.add(236, path, passage.lemma[holder], passage.lemma[head])
    }
    let ownsSubject = passage.sentence.children(of: token).contains {
      passage.sentence[$0].relation.universal == .nsubj
    }
    bag.add(237, path, ownsSubject ? 1 : 0, sort)
    bag.add(238, path, ownsSubject ? 1 : 0, kind)
  }

  private static func addQuotation(
    _ argument: Argument, _ path: UInt32, _ lemma: UInt32, _ kind: UInt32, _ inventory: UInt32,
    _ token: Int, _ passage: Passage, _ report: Report, _ bag: inout FeatureBag
  ) {
    let quotation = report.quotations[argument.head]
    let cue = passage.sentence[token].span
    let isBefore = quotation.marks.end <= cue.start
    let between =
      isBefore
      ? Span(quotation.marks.end, cue.start)
      : Span(cue.end, max(cue.end, quotation.marks.start))
    var words: UInt32 = 0
    var verbs: UInt32 = 0
    var marks: UInt32 = 0
    for word in passage.sentence.tokens where between.contains(word.span) && !word.span.isEmpty {
      if word.upos == .punct {
        marks = FeatureHash.mix(marks, FeatureHash.of(word.form))
      } else {
        words += 1
      }
      if word.upos == .verb { verbs += 1 }
    }
    let order: UInt32 = isBefore ? 1 : 2
    let size: UInt32 = quotation.words.count < 12 ? 1 : quotation.words.count < 40 ? 2 : 3
    bag.add(250, path, order, size)
    bag.add(251, path, order, min(words, 6))
    bag.add(252, order, min(words, 6), min(verbs, 3))
    bag.add(253, path, marks, order)
    bag.add(254, order, kind, min(verbs, 3))
    bag.add(255, order, lemma, min(verbs, 2))
    bag.add(256, marks, min(words, 6), size)
    bag.add(257, path, inventory, order)
    let last = report.text[Span(quotation.words.end - 1, quotation.words.end)]
    bag.add(258, order, FeatureHash.of(last), min(words, 3))
    bag.add(259, quotation.isSingle ? 1 : 0, order, size)
    addRivals(argument, order, passage, token, report, &bag)
  }

  /// What else could take the quotation, or be taken by the cue in its place.
  private static func addRivals(
    _ argument: Argument, _ order: UInt32, _ passage: Passage, _ token: Int, _ report: Report,
    _ bag: inout FeatureBag
  ) {
    let sentence = passage.sentence
    let quotation = report.quotations[argument.head]
    let isNearby: UInt32 = quotation.marks.overlaps(sentence.span) ? 1 : 0
    let opensInLowerCase: UInt32 =
      sentence.tokens.first { $0.upos != .punct }?.form.first?.isLowercase == true ? 1 : 0
    var ownBefore: UInt32 = 0
    var ownAfter: UInt32 = 0
    var nearer: UInt32 = 0
    for number in report.quotationNumbers(touching: sentence.span) where number != argument.head {
      let other = report.quotations[number]
      let isBefore = other.marks.end <= sentence[token].span.start
      if isBefore { ownBefore = 1 } else { ownAfter = 1 }
      let isBetween =
        isBefore
        ? other.marks.start >= quotation.marks.end : other.marks.end <= quotation.marks.start
      if isBetween && (order == 1) == isBefore { nearer = 1 }
    }
    let own = ownBefore | ownAfter << 1
    bag.add(260, isNearby, own, order)
    bag.add(261, isNearby, opensInLowerCase, order)
    bag.add(262, FeatureHash.mix(isNearby, nearer), own, order)
    let words = report.text[quotation.words]
    let endsAsSpeech: UInt32 = words.last.map { ",?!.".contains($0) } == true ? 1 : 0
    let opensInUpperCase: UInt32 = words.first?.isUppercase == true ? 1 : 0
    bag.add(263, endsAsSpeech | opensInUpperCase << 1, isNearby, order)
  }
}
