import Records
import Syntax
import Text

/// What stands between a quotation that ends as speech does and its cue, or behind that cue, is
/// the source and never content, wherever the tree hung it: “…,” the economist Jared Bernstein, a
/// former adviser, wrote.
struct QuotationFrame {
  let report: Report

  /// A stretch with more words than this is more than a source.
  static let longestSource = 40

  func settle(_ proposals: inout [Proposal]) {
    let cues = Set(proposals.map { TokenAddress($0.passage, $0.token) })
    for index in proposals.indices { settle(&proposals[index], cues: cues) }
    proposals.removeAll { $0.content.isEmpty }
  }

  private func settle(_ proposal: inout Proposal, cues: Set<TokenAddress>) {
    let passage = report.passages[proposal.passage]
    let sentence = passage.sentence
    guard sentence[proposal.token].upos == .verb, passage.quotation[proposal.token] < 0,
      let quotation = quotation(before: proposal, in: passage)
    else { return }
    let between = sentence.tokens.indices.filter {
      $0 < proposal.token && sentence[$0].span.start >= quotation.marks.end
    }
    guard between.count <= Self.longestSource,
      between.allSatisfy({
        passage.quotation[$0] < 0 && !cues.contains(TokenAddress(proposal.passage, $0))
      })
    else { return }
    let isSourceBehind = proposal.source.contains {
      $0.start >= sentence[proposal.token].span.end
    }
    let written = between.filter { isSourceWord($0, passage, of: proposal) }
    if let first = written.first(where: { sentence[$0].upos.isNominal }) {
      guard !isSourceBehind, opensPhrase(sentence[written[0]]) else { return }
      cut(Span(quotation.words.end, sentence[proposal.token].span.start), from: &proposal)
      let stretch = Span(
        sentence[written[0]].span.start, sentence[written[written.count - 1]].span.end)
      if proposal.source.contains(where: { $0.overlaps(stretch) }) { return }
      proposal.source = SpanBuilder(report: report, passage: passage).spans(of: written)
      proposal.sourceHead = written.first { !written.contains(sentence[$0].head) } ?? first
      restore(quotation, in: &proposal)
    } else if written.allSatisfy({ sentence[$0].upos == .punct }), !isSourceBehind {
      takeSourceBehindCue(&proposal, passage)
      restore(quotation, in: &proposal)
    }
  }

  /// Makes a quotation whole again from which a word was taken for the source.
  private func restore(_ quotation: Quotation, in proposal: inout Proposal) {
    let others = proposal.content.filter { !$0.overlaps(quotation.words) }
    let touching = proposal.content.filter { $0.overlaps(quotation.words) }
    let whole = touching.reduce(quotation.words) { $0.union($1) }
    proposal.content = (others + [whole]).sorted()
  }

  private func opensPhrase(_ word: Token) -> Bool {
    word.upos.isNominal || [.det, .adj, .num].contains(word.upos)
  }

  private func cut(_ stretch: Span, from proposal: inout Proposal) {
    proposal.content = proposal.content.flatMap { keepingQuotations($0, in: stretch) }
  }

  /// The last quotation of the content before the cue, if it closes in the cue's sentence and ends
  /// as speech does before its report.
  private func quotation(before proposal: Proposal, in passage: Passage) -> Quotation? {
    let sentence = passage.sentence
    let cue = sentence[proposal.token].span.start
    var found: Quotation?
    for number in report.quotationNumbers(touching: sentence.span) {
      let quotation = report.quotations[number]
      if quotation.marks.end <= cue, !quotation.isSingle, quotation.isClosed { found = quotation }
    }
    guard let found, proposal.content.contains(where: { $0.overlaps(found.words) }),
      let last = report.text[found.words].unicodeScalars.last,
      ",?!…–—-".unicodeScalars.contains(last)
    else { return nil }
    return found
  }

  /// What is left of a piece before a stretch, with the quotations inside the stretch.
  private func keepingQuotations(_ piece: Span, in stretch: Span) -> [Span] {
    guard let shared = piece.intersection(stretch), !shared.isEmpty else { return [piece] }
    var kept = [Span(piece.start, max(piece.start, shared.start))]
    for number in report.quotationNumbers(touching: shared) {
      if let words = report.quotations[number].words.intersection(shared) { kept.append(words) }
    }
    kept.append(Span(min(shared.end, piece.end), piece.end))
    return kept.filter { span in
      report.text[span].unicodeScalars.contains { $0.properties.isAlphabetic }
    }
  }

  private func isSourceWord(_ token: Int, _ passage: Passage, of proposal: Proposal) -> Bool {
    let word = passage.sentence[token]
    let isCue = proposal.cue.contains { $0.overlaps(word.span) }
    let isAuxiliary = word.upos == .aux && word.head == proposal.token
    let isAdverb = word.upos == .adv && word.head == proposal.token
    return !isCue && !isAuxiliary && !isAdverb
  }

  /// “…,” said the woman, who …: the phrase of the first noun behind the cue.
  private func takeSourceBehindCue(_ proposal: inout Proposal, _ passage: Passage) {
    let sentence = passage.sentence
    let token = proposal.token
    guard
      let noun = sentence.tokens.indices.first(where: {
        $0 > token && sentence[$0].upos != .punct && sentence[$0].upos != .det
          && sentence[$0].upos != .adj && sentence[$0].upos != .num
      }), sentence[noun].upos.isNominal, noun - token <= 4
    else { return }
    var top = noun
    while sentence[top].head > token, sentence[sentence[top].head].upos.isNominal {
      top = sentence[top].head
    }
    let words = sentence.subtree(of: top).filter { $0 > token && passage.quotation[$0] < 0 }
    proposal.source = SpanBuilder(report: report, passage: passage).spans(of: words)
    proposal.sourceHead = top
    for piece in proposal.source { cut(piece, from: &proposal) }
  }
}
