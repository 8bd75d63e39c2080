import Records
import Syntax
import Text

/// Decides anew inside what somebody is said to have said, so that words within words are found:
/// "She said [he] [believed] it".
///
/// The model is learned from outermost attributions only and holds what stands inside a content for
/// unlikely. So the lexicon and the tree decide here: a listed word with a content by its frames is
/// a cue whatever the model thinks; one without, or a word that isn't listed, needs the model's word.
package struct NestedFinder: Sendable {
  package let decider: any Decider
  private let rules = RuleDecider(lexicon: .nested)

  /// The odds from which a listed word counts whatever its content.
  static let leastListed: Float = 1
  /// The odds from which any word with a clause or a quotation counts.
  static let leastUnlisted: Float = 2

  package init(decider: any Decider) { self.decider = decider }

  /// The attributions whose cues stand inside the contents of others.
  ///
  /// - Parameter outer: cue, source and content of every attribution so far.
  func proposals(within outer: [Draft], in report: Report) -> [Proposal] {
    var found: [Proposal] = []
    for (address, holder) in places(within: outer, in: report) {
      let passage = report.passages[address.sentence]
      if let proposal = proposal(
        at: address.token, in: passage, of: report,
        within: Self.merged(outer[holder].content + clause(address.token, passage)))
      {
        found.append(proposal)
      }
    }
    return settled(found)
  }

  /// The words that may report inside a content, in text order, each with the innermost
  /// attribution that holds it.
  private func places(within outer: [Draft], in report: Report) -> [(TokenAddress, Int)] {
    var holders: [TokenAddress: Int] = [:]
    let sizes = outer.map { $0.content.reduce(0) { $0 + $1.count } }
    let finder = ArgumentFinder()
    for (index, draft) in outer.enumerated() {
      for span in draft.content {
        for number in report.passages(touching: span) where report.passages[number].block.isRead {
          let passage = report.passages[number]
          for (token, word) in passage.sentence.tokens.enumerated()
          where span.contains(word.span) && finder.mayReport(token, in: passage) {
            let address = TokenAddress(number, token)
            if let other = holders[address], sizes[other] <= sizes[index] { continue }
            holders[address] = index
          }
        }
      }
    }
    return holders.filter { address, _ in
      let word = report.passages[address.sentence].sentence[address.token]
      return word.upos != .punct
        && outer.allSatisfy { $0.cue.allSatisfy { !$0.contains(word.span.start) } }
    }.map { ($0.key, $0.value) }.sorted {
      ($0.0.sentence, $0.0.token) < ($1.0.sentence, $1.0.token)
    }
  }

  /// Spans without overlaps.
  private static func merged(_ spans: [Span]) -> [Span] {
    var merged: [Span] = []
    for span in spans.sorted() {
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1] = last.union(span)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  /// All of a relative clause that a word heads, also what of it the content around left out.
  private func clause(_ token: Int, _ passage: Passage) -> [Span] {
    guard passage.sentence[token].relation == .aclRelcl else { return [] }
    let words = passage.extent[token]
    return [
      Span(
        passage.sentence[words.lowerBound].span.start, passage.sentence[words.upperBound].span.end)
    ]
  }

  private func proposal(
    at token: Int, in passage: Passage, of report: Report, within region: [Span]
  ) -> Proposal? {
    let isListed =
      rules.lexicon.entry(lemma: passage.lemma[token], part: passage.part[token]) != nil
    let weight = decider.weigh(token, in: passage, of: report)
    guard isListed || weight > Self.leastUnlisted else { return nil }
    let sketch = ArgumentFinder().candidate(token, in: passage, of: report, isScored: false)
    var byRule = rules.decide(sketch, in: passage, of: report).roles
    let hasFrame = byRule.contains(.content)
    let mayLackFrame = weight > Self.leastListed && passage.sentence[token].upos != .noun
    guard isListed ? hasFrame || mayLackFrame : hasClause(token, passage),
      passage.isToldAsReported(token)
    else { return nil }
    if hasFrame { complete(&byRule, of: sketch, in: passage) }
    let by = rules.name(of: sketch, in: passage).replacing("rule:", with: "rule:nested-")
    let candidate =
      hasFrame
      ? sketch : ArgumentFinder().candidate(token, in: passage, of: report, isScored: true)
    let roles = hasFrame ? byRule : decider.decide(candidate, in: passage, of: report).roles
    guard
      var proposal = Proposal(
        candidate, roles: roles, weight: weight, by: by, report: report, region: region)
    else { return nil }
    let test = PropositionTest(report: report)
    if proposal.source.isEmpty { takeSharedSource(&proposal, passage, within: region) }
    guard hasSource(proposal, passage), hasFrame || !proposal.source.isEmpty,
      test.saysSomething(proposal, passage),
      !test.isDenial(of: token, passage.sentence[token].lemma.lowercased(), passage)
    else { return nil }
    proposal.rank = weight + (hasFrame ? 3 : 0)
    return proposal
  }

  /// Gives a verb in the active whose subject the tree finds outside the region the last subject
  /// before it inside: "her government feared that …, and had demanded a clause".
  private func takeSharedSource(
    _ proposal: inout Proposal, _ passage: Passage, within region: [Span]
  ) {
    let sentence = passage.sentence
    let token = proposal.token
    guard sentence[token].upos == .verb, sentence[token].relation == .conj,
      !passage.isPassive(token)
    else { return }
    func isInside(_ place: Int) -> Bool { region.contains { $0.contains(sentence[place].span) } }
    guard
      let subject = (0..<token).last(where: { place in
        sentence[place].relation == .nsubj && isInside(place)
          && sentence[sentence[place].head].upos == .verb
          && rules.lexicon.entry(
            lemma: sentence[sentence[place].head].lemma, part: .verb) != nil
      })
    else { return }
    let words = sentence.subtree(of: subject, where: { isInside($0) })
    guard let first = words.first, let last = words.last else { return }
    proposal.source = [Span(sentence[first].span.start, sentence[last].span.end)]
    proposal.sourceHead = subject
  }

  /// Whether somebody who can speak is written where the word needs it: a verb in the active and an
  /// adjective have a source, and what shows or signals is a person, a body, a document or a figure,
  /// not an act.
  private func hasSource(_ proposal: Proposal, _ passage: Passage) -> Bool {
    let word = passage.sentence[proposal.token]
    guard word.upos == .verb else {
      guard word.upos == .adj else { return true }
      // In "no reason to be afraid" nobody is.
      return !proposal.source.isEmpty && !isInfinitive(proposal.token, of: word.head, passage)
    }
    guard let head = proposal.sourceHead, !proposal.source.isEmpty else {
      let isPerfect = passage.sentence.children(of: proposal.token).contains {
        passage.sentence[$0].relation == .aux && passage.sentence[$0].lemma == "have"
      }
      return passage.isPassive(proposal.token) || word.xpos == "VBN" && !isPerfect
    }
    guard Self.shows.contains(word.lemma.lowercased()) else { return true }
    let noun = passage.sentence[head]
    return noun.upos != .noun || noun.xpos == "NNS" || passage.name[head] != nil
      || InstitutionNouns.standard.contains(noun.lemma.lowercased())
      || !Self.actEndings.contains { noun.lemma.hasSuffix($0) }
  }

  /// Whether a word heads an infinitive that says what a noun is for: "a reason to be afraid".
  private func isInfinitive(_ token: Int, of noun: Int, _ passage: Passage) -> Bool {
    noun >= 0 && passage.sentence[noun].upos == .noun && passage.sentence[token].relation == .acl
      && passage.sentence.child(of: token, .mark) != nil
  }

  /// How nouns for acts end.
  private static let actEndings = ["al", "ance", "ence", "ion", "ment", "ness", "ure", "use"]

  /// Verbs with which things speak as well as persons do.
  private static let shows: Set<String> = [
    "confirm", "explain", "imply", "indicate", "mean", "prove", "reveal", "show", "signal",
    "suggest",
  ]

  /// Takes into the content what goes with it: the object of whom something is asked ("ordered him
  /// to go"), and the complements behind an object ("promised posts to the losers"), up to a comma.
  private func complete(_ roles: inout [Role], of candidate: Candidate, in passage: Passage) {
    let sentence = passage.sentence
    let word = sentence[candidate.token]
    let frames = rules.lexicon.entry(lemma: word.lemma, part: word.upos)?.frames ?? []
    let children = candidate.arguments.indices.filter { candidate.arguments[$0].reach == .child }
    let contents = children.filter { roles[$0] == .content }
    guard let first = contents.map({ candidate.arguments[$0].head }).min(), first > candidate.token
    else { return }
    for index in children where roles[index] == .none {
      let head = candidate.arguments[index].head
      guard head > candidate.token else { continue }
      switch sentence[head].relation {
      case .obj, .iobj:
        let isAsked = contents.contains {
          [.xcomp, .ccomp].contains(sentence[candidate.arguments[$0].head].relation)
        }
        if isAsked, !frames.contains(.listener) { roles[index] = .content }
      case .obl, .nmod, .xcomp, .advcl, .ccomp:
        let start = passage.extent[head].lowerBound
        if start > first, !sentence.tokens[first..<start].contains(where: { $0.upos == .punct }) {
          roles[index] = .content
        }
      default: break
      }
    }
    for (index, argument) in candidate.arguments.enumerated()
    where argument.reach == .grandchild && roles[argument.parent] == .content {
      roles[index] = .content
    }
  }

  /// Whether a word has a clause or a quotation as its complement.
  private func hasClause(_ token: Int, _ passage: Passage) -> Bool {
    passage.sentence.children(of: token).contains { passage.sentence[$0].relation == .ccomp }
  }

  /// The surest first, without what tells the same a second time; what stands inside another
  /// nested content keeps to it.
  private func settled(_ proposals: [Proposal]) -> [Proposal] {
    var kept: [Proposal] = []
    for index in proposals.indices.sorted(by: {
      (-proposals[$0].rank, $0) < (-proposals[$1].rank, $1)
    }) where kept.allSatisfy({ !proposals[index].clashes(with: $0) }) {
      kept.append(proposals[index])
    }
    kept.sort { ($0.passage, $0.token) < ($1.passage, $1.token) }
    for index in kept.indices {
      for outer in kept where kept[index].token != outer.token && outer.holds(kept[index].cue) {
        kept[index].content = kept[index].content.flatMap { piece in
          outer.content.compactMap { $0.intersection(piece) }.filter { !$0.isEmpty }
        }
      }
    }
    return kept.filter { !$0.content.isEmpty }
  }
}
