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
  package internal(set) var cue: [Span]
  package internal(set) var content: [Span]

  /// Lays the parts that a decider chose over the words of the sentence; nil where no content is
  /// left.
  ///
  /// - Parameter region: where all parts must stand; nil for anywhere.
  package init?(
    _ candidate: Candidate, roles: [Role], weight: Float, by: String, report: Report,
    region: [Span]? = nil
  ) {
    let passage = report.passages[candidate.passage]
    let parts = WordRoles(candidate, roles: roles, passage: passage)
    let builder = SpanBuilder(report: report, passage: passage)
    func words(_ role: Role) -> [Int] {
      guard let region else { return parts.tokens(role) }
      return parts.tokens(role).filter { token in
        region.contains { $0.contains(passage.sentence[token].span) }
      }
    }
    func within(_ spans: [Span]) -> [Span] {
      guard let region else { return spans }
      return spans.flatMap { span in
        region.compactMap { $0.intersection(span) }.filter { !$0.isEmpty }
      }
    }
    let cue = builder.spans(of: words(.cue), keepsPunctuation: true)
    let source = within(
      builder.spans(
        of: SourcePhrase.whole(words(.source), roles: parts.roles, passage: passage)))
    let quotations = candidate.arguments.indices.filter {
      candidate.arguments[$0].reach == .quotation && roles[$0] == .content
    }.map { candidate.arguments[$0].head }
    let content = within(
      builder.content(
        words(.content), quotations: quotations, outside: source + cue,
        inside: region == nil ? -1 : passage.quotation[candidate.token]))
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
    let written = words(.source)
    let head = argument.map { candidate.arguments[$0].head }
    sourceHead =
      head.flatMap { (written.isEmpty && region == nil) || written.contains($0) ? $0 : nil }
      ?? written.first { !written.contains(passage.sentence[$0].head) }
      ?? (region == nil ? head : nil)
  }
}

extension Proposal {
  /// Leaves out what of the content stands behind a place.
  mutating func endContent(at end: Int) {
    content = content.compactMap { piece in
      piece.start < end ? Span(piece.start, min(piece.end, end)) : nil
    }
  }

  /// Whether its content holds the beginning of some words.
  func holds(_ words: [Span]) -> Bool {
    guard let first = words.first else { return false }
    return content.contains { $0.contains(first.start) }
  }

  /// Whether two tell the same: the same cue, more than half of one content, or each the other.
  func clashes(with other: Proposal) -> Bool {
    let isOuter = holds(other.cue)
    let isInner = other.holds(cue)
    if isOuter && isInner { return true }
    if Self.overlap(cue, other.cue) > 0 { return true }
    if isOuter || isInner { return false }
    let shared = Self.overlap(content, other.content)
    return 2 * shared > Self.size(content) + Self.size(other.content) - shared
  }

  private static func size(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.count } }

  private static func overlap(_ left: [Span], _ right: [Span]) -> Int {
    left.reduce(0) { sum, span in
      sum + right.reduce(0) { $0 + (span.intersection($1)?.count ?? 0) }
    }
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
