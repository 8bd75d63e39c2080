import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

/// What can be reported, and what is an act.
@Suite struct PropositionTestTests {
  /// Takes every verb for a cue, its subject for the source, its object or clause for the content.
  private struct Credulous: Decider {
    func name(of candidate: Candidate, in passage: Passage) -> String { "test" }

    func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float {
      passage.sentence[token].upos == .verb ? 1 : -9
    }

    func decide(_ candidate: Candidate, in passage: Passage, of report: Report) -> Decision {
      Decision(
        roles: candidate.arguments.map { argument in
          guard argument.reach == .child else { return .none }
          switch passage.sentence[argument.head].relation {
          case .nsubj: return .source
          case .obj, .ccomp, .xcomp: return .content
          default: return .none
          }
        })
    }
  }

  private func count(_ line: String) -> Int {
    AttributionReader(decider: Credulous()).read(
      SmallReport([line]).parsed, cast: Cast(entities: []), blocks: []
    ).count { $0.within == nil }
  }

  @Test func anActWithItsObjectIsNone() {
    #expect(count("Police|NOUN|2|nsubj fired=fire|VERB|0|root gas|NOUN|2|obj .|PUNCT|2|punct") == 0)
  }

  @Test func aJudgementOfAnObjectIsOne() {
    #expect(
      count("Police|NOUN|2|nsubj slammed=slamm|VERB|0|root courts=court|NOUN|2|obj .|PUNCT|2|punct")
        == 1)
  }

  @Test func anyVerbMayReportAClause() {
    #expect(
      count(
        "Police|NOUN|2|nsubj gasped=gasp|VERB|0|root talks=talk|NOUN|4|nsubj help|VERB|2|ccomp .|PUNCT|2|punct"
      ) == 1)
  }

  @Test func aComplaintThatIsFiledIsSaid() {
    #expect(
      count(
        "She|PRON|2|nsubj filed=file|VERB|0|root complaints=complaint|NOUN|2|obj .|PUNCT|2|punct")
        == 1)
  }

  @Test func aRefusedActIsNoneAndARefusedCommentStays() {
    #expect(
      count(
        "She|PRON|2|nsubj declined=decline|VERB|0|root to|PART|4|mark name|VERB|2|xcomp ships=ship|NOUN|4|obj"
      ) == 0)
    #expect(
      count("She|PRON|2|nsubj declined=decline|VERB|0|root to|PART|4|mark comment|VERB|2|xcomp")
        == 1)
  }

  @Test func whatDescribesTheSourceIsNoContent() {
    #expect(
      count(
        "France|PROPN|4|nsubj which|PRON|3|nsubj left=leave|VERB|1|acl:relcl "
          + "commented=comment|VERB|0|root .|PUNCT|4|punct") == 0)
  }
}
