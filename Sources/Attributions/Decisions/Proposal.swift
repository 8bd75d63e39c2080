import Syntax
package import Text

/// One attribution as decided within its sentence.
package struct Proposal: Sendable {
  /// The sentence of the cue.
  package let passage: Int
  /// The head of the cue.
  package let token: Int
  /// How sure the cue is.
  package let weight: Float
  /// How sure the whole is, above zero for yes.
  package internal(set) var rank: Float
  /// What the judgement of the whole rests on, where it is learned.
  package internal(set) var evidence: [UInt32] = []
  /// The rule or model that decided.
  package let by: String
  /// The head of the source phrase, where one is written in the sentence.
  package internal(set) var sourceHead: Int?
  package internal(set) var source: [Span]
  package let cue: [Span]
  package internal(set) var content: [Span]

  /// Lays the parts that a decider chose over the words of the sentence; nil where no content is
  /// left.
  package init?(
    _ candidate: Candidate, roles: [Role], weight: Float, by: String, report: Report
  ) {
    let passage = report.passages[candidate.passage]
    let parts = WordRoles(candidate, roles: roles, passage: passage)
    let builder = SpanBuilder(report: report, passage: passage)
    let cue = builder.spans(of: parts.tokens(.cue), keepsPunctuation: true)
    let source = builder.spans(
      of: SourcePhrase.whole(parts.tokens(.source), roles: parts.roles, passage: passage))
    let quotations = candidate.arguments.indices.filter {
      candidate.arguments[$0].reach == .quotation && roles[$0] == .content
    }.map { candidate.arguments[$0].head }
    let content = builder.content(
      parts.tokens(.content), quotations: quotations, outside: source + cue)
    guard !content.isEmpty else { return nil }
    self.passage = candidate.passage
    token = candidate.token
    self.weight = weight
    rank = weight
    self.by = by
    self.source = source
    self.cue = cue
    self.content = content
    let argument = candidate.arguments.indices.first {
      roles[$0] == .source && candidate.arguments[$0].reach != .quotation
    }
    let written = parts.tokens(.source)
    let head = argument.map { candidate.arguments[$0].head }
    sourceHead =
      head.flatMap { written.isEmpty || written.contains($0) ? $0 : nil }
      ?? written.first { !written.contains(passage.sentence[$0].head) } ?? head
  }
}

/// The part of every word of a sentence in one attribution.
package struct WordRoles: Sendable {
  package private(set) var roles: [Role]

  package init(_ candidate: Candidate, roles chosen: [Role], passage: Passage) {
    let sentence = passage.sentence
    var roles = [Role](repeating: .none, count: sentence.count)
    for (argument, role) in zip(candidate.arguments, chosen) {
      switch argument.reach {
      case .quotation: continue
      case .before:
        if role != .none { for token in 0..<candidate.token { roles[token] = role } }
      case .after:
        if role != .none {
          for token in candidate.token + 1..<sentence.count { roles[token] = role }
        }
      case .head, .grandhead:
        if role == .cue {
          roles[argument.head] = .cue
        } else if role != .none {
          for token in sentence.subtree(of: argument.head, where: { $0 != argument.branch }) {
            roles[token] = role
          }
        }
      case .child, .sibling, .grandchild, .subjectAbove:
        let isCarved = argument.parent >= 0 && chosen[argument.parent] != .none
        guard role != .none || isCarved else { continue }
        for token in sentence.subtree(of: argument.head) { roles[token] = role }
        let isWithinSource = argument.parent >= 0 && chosen[argument.parent] == .source
        if role == .source && !isWithinSource {
          for child in sentence.children(of: argument.head)
          where sentence[child].relation == .case && child < argument.head {
            roles[child] = .none
          }
        }
      }
    }
    roles[candidate.token] = .cue
    if let parts = candidate.parts, sentence[candidate.token].upos != .punct {
      roles = RoleSequence.mended(roles, cue: candidate.token, parts, in: passage)
    }
    self.roles = roles
  }

  /// The words with a part, in text order.
  package func tokens(_ role: Role) -> [Int] { roles.indices.filter { roles[$0] == role } }
}
