import Attributions
import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct WholeClauseTests {
  /// Takes "said" for a cue that swallows the verb of the clause behind it.
  private struct Greedy: Decider {
    func name(of candidate: Candidate, in passage: Passage) -> String { "test" }

    func weigh(_ token: Int, in passage: Passage, of report: Report) -> Float {
      passage.sentence[token].lemma == "say" ? 1 : -9
    }

    func decide(_ candidate: Candidate, in passage: Passage, of report: Report) -> Decision {
      Decision(
        roles: candidate.arguments.map { argument in
          let word = passage.sentence[argument.head]
          switch (argument.reach, word.relation) {
          case (.child, .nsubj): return .source
          case (.child, .ccomp): return .cue
          case (.grandchild, .obj): return .content
          default: return .none
          }
        })
    }
  }

  @Test func aReportedClauseIsReportedFromItsBeginning() throws {
    let report = SmallReport([
      "Police|NOUN|2|nsubj said=say|VERB|0|root they|PRON|4|nsubj staged=stage|VERB|2|ccomp raids=raid|NOUN|4|obj .|PUNCT|2|punct"
    ])
    let found = AttributionReader(decider: Greedy()).read(
      report.parsed, cast: Cast(entities: []), blocks: [])
    let attribution = try #require(found.first?.attribution)
    #expect(report.words(attribution.content) == "they staged raids")
    #expect(report.words(attribution.cue) == "said")
  }
}
