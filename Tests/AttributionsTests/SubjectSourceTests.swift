import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct SubjectSourceTests {
  /// Finds every cue and content, and no source.
  private struct Sourceless: Decider {
    func name(of candidate: Candidate, in passage: Passage) -> String { "test" }

    func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float {
      passage.sentence[token].lemma == "say" ? 1 : -9
    }

    func decide(_ candidate: Candidate, in passage: Passage, of report: Report) -> Decision {
      Decision(
        roles: candidate.arguments.map { argument in
          argument.reach == .child && passage.sentence[argument.head].relation == .ccomp
            ? .content : .none
        })
    }
  }

  private func source(_ line: String) throws -> String {
    let report = SmallReport([line])
    let found = AttributionReader(decider: Sourceless()).read(
      report.parsed, cast: Cast(entities: []), blocks: [])
    return report.words(try #require(found.first).attribution.source)
  }

  @Test func theSubjectOfAnActiveVerbSpeaksWhereNobodyElseDoes() throws {
    #expect(
      try source(
        "Police|NOUN|2|nsubj said=say|VERB|0|root shops=shop|NOUN|4|nsubj burn|VERB|2|ccomp .|PUNCT|2|punct"
      ) == "Police")
  }

  @Test func aPronounAndThePassivesSubjectDoNot() throws {
    for line in [
      "It|PRON|2|nsubj said=say|VERB|0|root shops=shop|NOUN|4|nsubj burn|VERB|2|ccomp .|PUNCT|2|punct",
      "Police|NOUN|3|nsubj:pass is=be|AUX|3|aux:pass said=say|VERB|0|root shops=shop|NOUN|5|nsubj burn|VERB|3|ccomp .|PUNCT|3|punct",
    ] {
      #expect(try source(line) == "")
    }
  }
}
