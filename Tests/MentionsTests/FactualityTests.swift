import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct FactualityTests {
  /// The status of the starred word of a sentence given as `form/lemma/tag/head/relation` items,
  /// heads counted from 1.
  private func status(_ text: String) -> EventStatus {
    let coarse: [String: PartOfSpeech] = [
      "NNP": .propn, "NN": .noun, "NNS": .noun, "JJ": .adj, "RB": .adv, "MD": .aux, "TO": .part,
      "IN": .adp, "DT": .det, "PRP": .pron, ".": .punct, "CC": .cconj, "EX": .pron,
    ]
    var predicate = 0
    let tokens = text.split(separator: " ").enumerated().map { index, item in
      let parts = item.split(separator: "/").map(String.init)
      if parts[0].hasPrefix("*") { predicate = index }
      let isAuxiliary = parts[4].hasPrefix("aux") || parts[4] == "cop"
      return Token(
        form: parts[0].replacing("*", with: ""), lemma: parts[1],
        upos: isAuxiliary ? .aux : coarse[parts[2]] ?? .verb, xpos: parts[2],
        head: (Int(parts[3]) ?? 0) - 1, relation: Relation(rawValue: parts[4]) ?? .dep,
        span: Span(index * 2, index * 2 + 1))
    }
    return FactualityReader().judge(predicate, in: Sentence(tokens: tokens)).status
  }

  @Test func pastInTheReportsVoiceHappened() {
    let text = """
      They/they/PRP/2/nsubj *met/meet/VBD/0/root
      """
    #expect(status(text) == .happened)
  }

  @Test func anImplicativeHappenedWithItsGovernor() {
    let text = """
      They/they/PRP/2/nsubj managed/manage/VBD/0/root to/to/TO/4/mark \
      *meet/meet/VB/2/xcomp
      """
    #expect(status(text) == .happened)
  }

  @Test func aDeniedImplicativeDidNotHappen() {
    let text = """
      They/they/PRP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod \
      manage/manage/VB/0/root to/to/TO/6/mark *meet/meet/VB/4/xcomp
      """
    #expect(status(text) == .denied)
  }

  @Test func whoDidNotHesitateDidIt() {
    let text = """
      They/they/PRP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod \
      hesitate/hesitate/VB/0/root to/to/TO/6/mark *meet/meet/VB/4/xcomp
      """
    #expect(status(text) == .happened)
  }

  @Test func aFixedExpressionSetsACondition() {
    let text = """
      As/as/RB/2/advmod long/long/RB/8/advmod as/as/IN/5/mark Peru/Peru/NNP/5/nsubj \
      *attacks/attack/VBZ/2/advcl it/it/PRP/8/nsubj will/will/MD/8/aux fall/fall/VB/0/root
      """
    #expect(status(text) == .conditional)
  }

  @Test func aSubjunctiveAsksForTheAct() {
    let text = """
      They/they/PRP/2/nsubj insisted/insist/VBD/0/root that/that/IN/5/mark Peru/Peru/NNP/5/nsubj \
      *leave/leave/VBP/2/ccomp
      """
    #expect(status(text) == .requested)
    #expect(status(text.replacing("leave/leave/VBP", with: "left/leave/VBD")) == .happened)
  }

  @Test func anOperationCalledOffTakesItsActWithIt() {
    let text = """
      They/they/PRP/2/nsubj scrapped/scrap/VBD/0/root an/an/DT/4/det plan/plan/NN/2/obj \
      to/to/TO/6/mark *meet/meet/VB/2/advcl
      """
    #expect(status(text) == .denied || status(text) == .cancelled)
  }

  @Test func aWishIsNoConditionThoughItSaysWould() {
    let text = """
      They/they/PRP/3/nsubj would/would/MD/3/aux like/like/VB/0/root to/to/TO/5/mark \
      *meet/meet/VB/3/xcomp
      """
    #expect(status(text) == .possible)
  }

  @Test func aConditionMayBeToldByTheOrderOfWords() {
    let text = """
      Should/should/MD/7/aux Peru/Peru/NNP/3/nsubj *attack/attack/VB/7/advcl ,/,/./3/punct \
      it/it/PRP/7/nsubj would/would/MD/7/aux fall/fall/VB/0/root
      """
    #expect(status(text) == .conditional)
  }

  @Test func anExpectationIsExpected() {
    let text = """
      Amr/Amr/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass expected/expect/VBN/0/root \
      to/to/TO/5/mark *meet/meet/VB/3/xcomp
      """
    #expect(status(text) == .expected)
  }

  @Test func aProbableConjunctOfAnExpectationStaysExpected() {
    let text = """
      Amr/Amr/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass expected/expect/VBN/0/root \
      to/to/TO/5/mark land/land/VB/3/xcomp and/and/CC/7/cc *meet/meet/VB/5/conj
      """
    #expect(status(text) == .expected)
  }

  @Test func aRefusalDeniesWhatWasRefused() {
    let text = """
      He/he/PRP/2/nsubj refused/refuse/VBD/0/root to/to/TO/4/mark \
      *meet/meet/VB/2/xcomp
      """
    #expect(status(text) == .denied)
  }

  @Test func anUnknownGovernorOfAnInfinitiveAssertsNothing() {
    let text = """
      He/he/PRP/2/nsubj frobbed/frob/VBD/0/root to/to/TO/4/mark *meet/meet/VB/2/xcomp
      """
    #expect(status(text) == .possible)
  }

  @Test func aPurposeIsOnlyPlanned() {
    let text = """
      Amr/Amr/NNP/2/nsubj lands/land/VBZ/0/root to/to/TO/4/mark *meet/meet/VB/2/advcl
      """
    #expect(status(text) == .planned)
  }

  @Test func aConditionIsConditional() {
    let text = """
      If/if/IN/3/mark they/they/PRP/3/nsubj *attack/attack/VBP/6/advcl \
      we/we/PRP/6/nsubj will/will/MD/6/aux respond/respond/VB/0/root
      """
    #expect(status(text) == .conditional)
  }

  @Test func whatHangsOnAConditionIsConditional() {
    let text = """
      If/if/IN/3/mark they/they/PRP/3/nsubj attack/attack/VBP/6/advcl \
      we/we/PRP/6/nsubj will/will/MD/6/aux *respond/respond/VB/0/root
      """
    #expect(status(text) == .conditional)
  }

  @Test func aRequestIsRequested() {
    let text = """
      They/they/PRP/2/nsubj urged/urge/VBD/0/root him/he/PRP/2/obj to/to/TO/5/mark \
      *meet/meet/VB/2/xcomp
      """
    #expect(status(text) == .requested)
  }

  @Test func aWithoutClauseIsDenied() {
    let text = """
      He/he/PRP/2/nsubj left/leave/VBD/0/root without/without/IN/4/mark \
      *meeting/meet/VBG/2/advcl
      """
    #expect(status(text) == .denied)
  }

  @Test func anAfterClauseHappened() {
    let text = """
      He/he/PRP/2/nsubj left/leave/VBD/0/root after/after/IN/4/mark \
      *meeting/meet/VBG/2/advcl
      """
    #expect(status(text) == .happened)
  }

  @Test func nobodyDidIt() {
    let text = """
      Nobody/nobody/NN/2/nsubj *attacked/attack/VBD/0/root
      """
    #expect(status(text) == .denied)
  }

  @Test func aQuestionAssertsNothing() {
    let text = """
      Did/do/VBD/3/aux they/they/PRP/3/nsubj *attack/attack/VB/0/root ?/?/./3/punct
      """
    #expect(status(text) == .possible)
  }

  @Test func notOnlyIsNoNegation() {
    let text = """
      They/they/PRP/4/nsubj not/not/RB/4/advmod only/only/RB/4/advmod \
      *met/meet/VBD/0/root
      """
    #expect(status(text) == .happened)
  }

  @Test func aConjunctSharesModalAndNegation() {
    let text = """
      They/they/PRP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod meet/meet/VB/0/root \
      or/or/CC/6/cc *talk/talk/VB/4/conj
      """
    #expect(status(text) == .denied)
  }

  @Test func butLeavesTheNegationBehind() {
    let text = """
      They/they/PRP/4/nsubj will/will/MD/4/aux not/not/RB/4/advmod \
      fight/fight/VB/0/root but/but/CC/6/cc *talk/talk/VB/4/conj
      """
    #expect(status(text) == .planned)
  }

  @Test func aScheduledPresentLooksAhead() {
    let text = """
      It/it/PRP/2/nsubj *convenes/convene/VBZ/0/root on/on/IN/4/case \
      Sunday/Sunday/NNP/2/obl ./././2/punct
      """
    #expect(status(text) == .planned)
  }

  @Test func aHeadlinesPresentHappened() {
    let text = """
      Amr/Amr/NNP/2/nsubj *lands/land/VBZ/0/root in/in/IN/4/case Cairo/Cairo/NNP/2/obl
      """
    #expect(status(text) == .happened)
  }

  @Test func aHeadlinesInfinitiveIsPlanned() {
    let text = """
      Amr/Amr/NNP/3/nsubj to/to/TO/3/mark *visit/visit/VB/0/root Cairo/Cairo/NNP/3/obj
      """
    #expect(status(text) == .planned)
  }

  @Test func aNounIsCancelledWithItsVerb() {
    let text = """
      He/he/PRP/2/nsubj cancelled/cancel/VBD/0/root the/the/DT/4/det \
      *visit/visit/NN/2/obj
      """
    #expect(status(text) == .cancelled)
  }

  @Test func aNounIsRequestedWithItsVerb() {
    let text = """
      They/they/PRP/2/nsubj called/call/VBD/0/root for/for/IN/5/case a/a/DT/5/det \
      *ceasefire/ceasefire/NN/2/obl
      """
    #expect(status(text) == .requested)
  }

  @Test func aLightVerbTellsItsNoun() {
    let text = """
      They/they/PRP/2/nsubj held/hold/VBD/0/root *talks/talk/NNS/2/obj
      """
    #expect(status(text) == .happened)
  }

  @Test func aPossibleLightVerbTellsAPossibleNoun() {
    let text = """
      They/they/PRP/3/nsubj may/may/MD/3/aux hold/hold/VB/0/root *talks/talk/NNS/3/obj
      """
    #expect(status(text) == .possible)
  }

  @Test func noBeforeANounDenies() {
    let text = """
      There/there/EX/2/expl was/be/VBD/0/root no/no/DT/4/det *attack/attack/NN/2/nsubj
      """
    #expect(status(text) == .denied)
  }

  @Test func thePresupposedNounSurvivesNegation() {
    let text = """
      It/it/PRP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod condemn/condemn/VB/0/root \
      the/the/DT/6/det *attack/attack/NN/4/obj
      """
    #expect(status(text) == .happened)
  }

  @Test func hearsayWithoutASourceIsClaimed() {
    let text = """
      They/they/PRP/3/nsubj reportedly/reportedly/RB/3/advmod \
      *attacked/attack/VBD/0/root
      """
    #expect(status(text) == .claimed)
  }

  @Test func whoWastesNoTimeDoesIt() {
    let text = """
      They/they/PRP/2/nsubj wasted/waste/VBD/0/root no/no/DT/4/det time/time/NN/2/obj \
      in/in/IN/6/mark *attacking/attack/VBG/2/advcl
      """
    #expect(status(text) == .happened)
  }

  @Test func aNegationAtTheHeadDeniesTheClause() {
    let text = """
      Not/not/RB/2/advmod once/once/RB/5/obl did/do/VBD/5/aux Peru/Peru/NNP/5/nsubj \
      *attack/attack/VBD/0/root Chile/Chile/NNP/5/obj
      """
    #expect(status(text) == .denied)
    let apart = """
      Not/not/RB/6/advmod for/for/IN/3/case long/long/NN/1/nmod ,/,/./6/punct \
      they/they/PRP/6/nsubj *met/meet/VBD/0/root
      """
    #expect(status(apart) == .happened)
  }

  @Test func atNoPointDenies() {
    let text = """
      Peru/Peru/NNP/5/nsubj at/at/IN/4/case no/no/DT/4/det point/point/NN/1/nmod \
      *attacked/attack/VBD/0/root Chile/Chile/NNP/5/obj
      """
    #expect(status(text) == .denied)
  }

  @Test func almostCertainIsNoDenial() {
    let text = """
      Peru/Peru/NNP/4/nsubj is/be/VBZ/4/cop almost/almost/RB/4/advmod certain/certain/JJ/0/root \
      to/to/TO/6/mark *attack/attack/VB/4/xcomp
      """
    #expect(status(text) == .expected)
  }

  @Test func aPastIsJoinedToNoInfinitive() {
    let text = """
      They/they/PRP/2/nsubj refused/refuse/VBD/0/root to/to/TO/4/mark comment/comment/VB/2/xcomp \
      but/but/CC/6/cc *attacked/attack/VBN/4/conj
      """
    #expect(status(text) == .happened)
  }

  @Test func whatSubjectsAskForStandsBehindTheirVerb() {
    let text = """
      The/the/DT/2/det time/time/NN/4/nsubj has/have/VBZ/4/aux come/come/VBN/0/root \
      to/to/TO/6/mark *leave/leave/VB/4/advcl
      """
    #expect(status(text) == .requested)
  }

  @Test func aMissedChanceWasNotTaken() {
    let text = """
      They/they/PRP/2/nsubj missed/miss/VBD/0/root a/a/DT/4/det chance/chance/NN/2/obj \
      to/to/TO/6/mark *leave/leave/VB/4/acl
      """
    #expect(status(text) == .denied)
  }

  @Test func havingDoneIsAGerund() {
    let text = """
      They/they/PRP/2/nsubj denied/deny/VBD/0/root ever/ever/RB/5/advmod \
      having/have/VBG/2/dep *attacked/attack/VBN/2/amod
      """
    #expect(status(text) == .denied)
  }
}
