import Records
import Syntax
import Text

/// Gives quotations that stand as sentences of their own to whoever spoke beside them.
///
/// Right behind direct speech in the same paragraph a quotation goes on with it. Else it becomes an
/// attribution whose speaker is inferred: the last one of the paragraph, or of the one before.
/// What is reported inside the quotation is nested and doesn't make it somebody else's.
struct StandAloneQuotations {
  let report: Report

  /// A quotation of fewer words is more likely a title, or a word held at a distance.
  static let fewestWords = 3

  func attach(to drafts: inout [Draft]) {
    for (number, quotation) in report.quotations.enumerated() where !quotation.isSingle {
      guard let place = firstPassage(filledBy: number), isFree(quotation, drafts),
        let anchor = lastDraft(before: quotation, in: report.passages[place], drafts)
      else { continue }
      let isSameParagraph = paragraph(of: drafts[anchor]) == report.passages[place].paragraph
      if isSameParagraph, drafts[anchor].form == .direct, follows(drafts[anchor], quotation) {
        drafts[anchor].content.append(quotation.words)
        continue
      }
      let rule = isSameParagraph ? "speaker-of-paragraph" : "speaker-of-paragraph-before"
      drafts.append(
        Draft(
          content: [quotation.words], by: "rule:\(rule)", anchor: drafts[anchor].anchor ?? anchor,
          form: .direct))
    }
  }

  /// The first of the sentences that a quotation fills, where it fills whole sentences.
  private func firstPassage(filledBy number: Int) -> Int? {
    let passages = report.passages(touching: report.quotations[number].words)
    guard let first = passages.first, report.passages[first].block.isRead else { return nil }
    var words = 0
    for index in passages {
      let passage = report.passages[index]
      for (token, word) in passage.sentence.tokens.enumerated() where word.upos != .punct {
        guard passage.quotation[token] == number else { return nil }
        words += 1
      }
    }
    return words >= Self.fewestWords ? first : nil
  }

  private func isFree(_ quotation: Quotation, _ drafts: [Draft]) -> Bool {
    drafts.allSatisfy { draft in
      quotation.marks.contains(draft.place)
        || draft.content.allSatisfy { !$0.overlaps(quotation.words) }
    }
  }

  private func isHeld(_ draft: Draft, _ drafts: [Draft]) -> Bool {
    drafts.contains { $0.cueHead != draft.cueHead && $0.holds(draft.place) }
  }

  private func paragraph(of draft: Draft) -> Int {
    let touched = report.passages(touching: Span(draft.place, draft.place + 1))
    return touched.first.map { report.passages[$0].paragraph } ?? 0
  }

  /// The last outermost attribution of speech before a quotation in this paragraph or the one
  /// before it.
  private func lastDraft(before quotation: Quotation, in passage: Passage, _ drafts: [Draft])
    -> Int?
  {
    let near = drafts.indices.filter { index in
      let draft = drafts[index]
      return draft.kind == .speech && draft.place < quotation.marks.start
        && paragraph(of: draft) >= passage.paragraph - 1
        && !isHeld(draft, drafts)
        && report.passages(touching: Span(draft.place, draft.place + 1)).allSatisfy {
          report.passages[$0].block == passage.block
        }
    }
    return near.max { (drafts[$0].place, $0) < (drafts[$1].place, $1) }
  }

  /// Whether no word stands between an attribution and a quotation.
  private func follows(_ draft: Draft, _ quotation: Quotation) -> Bool {
    guard let cue = draft.cueHead else { return false }
    let sentence = report.passages[cue.sentence].sentence
    let end = max(sentence.span.end, draft.content.map(\.end).max() ?? 0)
    guard end <= quotation.marks.start else { return false }
    return report.text[Span(end, quotation.marks.start)].unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic
    }
  }
}
