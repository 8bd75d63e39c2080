import Records
import Syntax
import Text

/// Decides by our own lexicon and by rules over the tree, with nothing learned from a corpus.
package struct RuleDecider: Decider {
  package let lexicon: CueLexicon

  package init(lexicon: CueLexicon = .standard) { self.lexicon = lexicon }

  package func name(of candidate: Candidate, in passage: Passage) -> String {
    let word = passage.sentence[candidate.token]
    switch word.upos {
    case .punct: return "rule:colon"
    case .adv: return "rule:adverb"
    case .adp, .sconj: return "rule:according-to"
    case .noun: return "rule:noun"
    case .adj: return "rule:adjective"
    default:
      return lexicon.entry(lemma: word.lemma, part: word.upos) == nil
        ? "rule:quotation-with-comma" : "rule:verb"
    }
  }

  package func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float {
    let candidate = ArgumentFinder().candidate(token, in: passage, of: report, isScored: false)
    return roles(of: candidate, in: passage, of: report).contains(.content) ? 1 : -1
  }

  package func decide(
    _ candidate: Candidate, in passage: Passage, of report: Report
  ) -> Decision {
    Decision(roles: roles(of: candidate, in: passage, of: report))
  }

  private func roles(of candidate: Candidate, in passage: Passage, of report: Report) -> [Role] {
    let word = passage.sentence[candidate.token]
    if word.upos == .punct { return rolesBesideColon(candidate, passage) }
    let entry = lexicon.entry(lemma: word.lemma, part: word.upos)
    var roles = candidate.arguments.map { _ in Role.none }
    for (index, argument) in candidate.arguments.enumerated() {
      let isHeldByContent = argument.parent >= 0 && roles[argument.parent] == .content
      roles[index] =
        isHeldByContent && argument.reach == .grandchild
        ? (passage.sentence[argument.head].relation == .case ? .cue : .content)
        : content(argument, entry?.frames ?? [], candidate, passage, report)
    }
    guard roles.contains(.content) else { return roles }
    markCueWords(&roles, candidate, passage)
    if let source = source(candidate, passage) {
      roles[source] = .source
      for (index, argument) in candidate.arguments.enumerated()
      where argument.parent == source && argument.reach == .grandchild
        && isWithinPhrase(argument.head, passage)
      {
        roles[index] = .source
      }
    }
    for (index, argument) in candidate.arguments.enumerated()
    where argument.reach == .sibling && roles[index] == .none {
      roles[index] = roles[argument.parent]
    }
    return roles
  }

  /// Whether a dependent of a source is a part of it: all but its preposition and what commas set
  /// off as a clause.
  private func isWithinPhrase(_ token: Int, _ passage: Passage) -> Bool {
    switch passage.sentence[token].relation {
    case .case, .mark: false
    case .aclRelcl: passage.sentence[max(0, passage.extent[token].lowerBound - 1)].form != ","
    default: true
    }
  }

  /// Whether a clause on a noun tells what the noun says: a finite one or an infinitive, not "a
  /// message meant for her".
  private func isTold(_ clause: Int, by token: Int, _ passage: Passage) -> Bool {
    passage.sentence[token].upos != .noun || [1, 2].contains(passage.finiteness(of: clause))
  }

  /// Whether a phrase is the content by the word's frames.
  private func content(
    _ argument: Argument, _ frames: Set<CueLexicon.Frame>, _ candidate: Candidate,
    _ passage: Passage, _ report: Report
  ) -> Role {
    let sentence = passage.sentence
    let token = candidate.token
    let isContent: Bool
    switch argument.reach {
    case .child:
      switch sentence[argument.head].relation {
      case .ccomp, .csubjPass: isContent = frames.contains(.clause)
      case .acl:
        isContent = frames.contains(.clause) && isTold(argument.head, by: token, passage)
      case .xcomp: isContent = frames.contains(.infinitive) || frames.contains(.objectPredicate)
      case .obj:
        isContent =
          frames.contains(.object)
          && (sentence.child(of: token, .ccomp) == nil || frames == [.object])
          && !(frames.contains(.listener) && sentence.child(of: token, .xcomp) != nil)
      case .obl, .nmod:
        let introducer = sentence.children(of: argument.head).first {
          sentence[$0].relation == .case
        }
        isContent = introducer.map { frames.contains(.preposition(sentence[$0].lemma)) } ?? false
      default: isContent = false
      }
    case .head:
      switch sentence[token].relation {
      case .parataxis: isContent = frames.contains(.clause) || frames.contains(.quotation)
      case .advmod: isContent = frames.contains(.host)
      default: isContent = false
      }
    case .grandhead: isContent = sentence[token].lemma == "according"
    case .quotation: isContent = stands(argument, beside: token, passage, report, frames)
    default: isContent = false
    }
    return isContent ? .content : .none
  }

  /// Whether a quotation belongs to a verb: a listed one with at most its subject between, or any
  /// verb behind a quotation that ends as speech does.
  private func stands(
    _ argument: Argument, beside token: Int, _ passage: Passage, _ report: Report,
    _ frames: Set<CueLexicon.Frame>
  ) -> Bool {
    let sentence = passage.sentence
    guard sentence[token].upos == .verb else { return false }
    let quotation = report.quotations[argument.head]
    let cue = sentence[token].span
    let isBefore = quotation.marks.end <= cue.start
    let between = sentence.tokens.indices.filter {
      isBefore
        ? sentence[$0].span.start >= quotation.marks.end && $0 < token
        : sentence[$0].span.end <= quotation.marks.start && $0 > token
    }
    let otherVerbs = between.contains { sentence[$0].upos == .verb }
    if frames.contains(.quotation) { return !otherVerbs && between.count < 25 }
    let words = report.text[quotation.words]
    return isBefore && !otherVerbs && between.count < 12
      && (words.hasSuffix(",") || words.hasSuffix("?") || words.hasSuffix("!"))
      && passage.subject(of: token)?.path == .own
  }

  private func markCueWords(_ roles: inout [Role], _ candidate: Candidate, _ passage: Passage) {
    for (index, argument) in candidate.arguments.enumerated() where argument.reach == .child {
      switch passage.sentence[argument.head].relation {
      case .aux, .auxPass, .compoundPrt, .fixed, .advmod:
        if roles[index] == .none && passage.extent[argument.head].count < 3 { roles[index] = .cue }
      default: break
      }
    }
  }

  /// The argument that is the source: subject, agent, possessor, the noun that a relative clause
  /// modifies, or the subject shared with the clause above.
  private func source(_ candidate: Candidate, _ passage: Passage) -> Int? {
    let sentence = passage.sentence
    let token = candidate.token
    func first(_ matches: (Argument) -> Bool) -> Int? {
      candidate.arguments.firstIndex(where: matches)
    }
    if sentence[token].lemma == "according" { return first { $0.reach == .head } }
    if sentence[token].upos == .adv { return nil }
    if passage.isPassive(token) {
      return first { $0.reach == .child && sentence[$0.head].relation == .oblAgent }
    }
    guard let (subject, _) = passage.subject(of: token) else { return nil }
    return first { $0.head == subject && $0.reach != .quotation && $0.reach != .grandchild }
  }

  /// "Porter: …" in a headline: a short name before, words behind.
  private func rolesBesideColon(_ candidate: Candidate, _ passage: Passage) -> [Role] {
    let sentence = passage.sentence
    let before = 0..<candidate.token
    let isHeadline = passage.block == .headline || passage.block == .standfirst
    guard isHeadline, before.count <= 6, candidate.token + 2 < sentence.count,
      before.contains(where: { passage.name[$0] == .person || passage.name[$0] == .organisation }),
      before.allSatisfy({ !sentence[$0].upos.isVerbal })
    else { return candidate.arguments.map { _ in .none } }
    return candidate.arguments.map {
      switch $0.reach {
      case .before: .source
      case .after: .content
      default: .none
      }
    }
  }
}
