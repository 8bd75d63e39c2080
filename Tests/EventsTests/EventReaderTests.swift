import Events
import Mentions
import Records
import Syntax
import Testing
import Text

@Suite struct EventReaderTests {
  @Test func anActiveVerbActsOnItsObject() {
    let text = "Israel/Israel/NNP/2/nsubj attacked/attack/VBD/0/root Syria/Syria/NNP/2/obj"
    #expect(told(text) == ["ASSAULT Israel > Syria"])
  }

  @Test func aPassiveVerbTurnsItsPartiesAround() {
    let text = """
      Syria/Syria/NNP/3/nsubj:pass was/be/VBD/3/aux:pass attacked/attack/VBN/0/root \
      by/by/IN/5/case Israel/Israel/NNP/3/obl:agent
      """
    #expect(told(text) == ["ASSAULT Israel > Syria"])
  }

  @Test func anInfinitiveTakesTheSubjectOfItsGovernor() {
    let text = """
      Amr/Amr/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass expected/expect/VBN/0/root to/to/TO/5/mark \
      meet/meet/VB/3/xcomp Abbas/Abbas/NNP/5/obj
      """
    #expect(told(text) == ["CONSULT Amr > Abbas"])
    #expect(events(text).first?.event.tellings.first?.factuality.status == .expected)
  }

  @Test func whoIsAskedShallDoWhatIsAsked() {
    let text = """
      Biden/Biden/NNP/2/nsubj urged/urge/VBD/0/root Iran/Iran/NNP/2/obj to/to/TO/5/mark \
      release/release/VB/2/xcomp Siamak/Siamak/NNP/5/obj
      """
    #expect(told(text) == ["REQUEST Biden > Iran", "CONCEDE Iran > Siamak"])
  }

  @Test func aLightVerbTellsOneEventWithItsNoun() {
    let text = """
      Putin/Putin/NNP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj with/with/IN/5/case \
      Modi/Modi/NNP/3/nmod
      """
    #expect(told(text) == ["CONSULT Putin > Modi"])
    let trigger = events(text).first.map { event, source in
      event.tellings[0].trigger.map { source[$0] }
    }
    #expect(trigger == ["held talks"])
  }

  @Test func conjoinedSubjectsOfAMutualActAreItsTwoSides() {
    let text = """
      Trump/Trump/NNP/4/nsubj and/and/CC/3/cc Putin/Putin/NNP/1/conj met/meet/VBD/0/root
      """
    #expect(told(text) == ["CONSULT Trump > Putin"])
  }

  @Test func theObjectDecidesWhatAVerbTells() {
    let deal = """
      Iran/Iran/NNP/2/nsubj struck/strike/VBD/0/root a/a/DT/4/det deal/deal/NN/2/obj \
      with/with/IN/6/case Iraq/Iraq/NNP/4/nmod
      """
    #expect(told(deal) == ["SUPPORT Iran > Iraq"])
    let target = "Iran/Iran/NNP/2/nsubj struck/strike/VBD/0/root Iraq/Iraq/NNP/2/obj"
    #expect(told(target) == ["ASSAULT Iran > Iraq"])
  }

  @Test func aRefusalIsAnEventOfItsOwnBesideWhatIsRefused() {
    let text = """
      Abbas/Abbas/NNP/2/nsubj refused/refuse/VBD/0/root to/to/TO/4/mark meet/meet/VB/2/xcomp \
      Pence/Pence/NNP/4/obj
      """
    let found = events(text).map { ($0.event.type, $0.event.tellings[0].factuality.status) }
    #expect(found.map(\.0) == [.reject, .consult])
    #expect(found.map(\.1) == [.happened, .denied])
  }

  @Test func rocketsTellAnAssaultByWhomTheyComeFrom() {
    let text = """
      Rockets/rocket/NNS/0/root coming/come/VBG/1/acl from/from/IN/4/case Hamas/Hamas/NNP/2/obl \
      into/into/IN/6/case Israel/Israel/NNP/2/obl
      """
    #expect(told(text).contains("ASSAULT Hamas > Israel"))
  }

  @Test func aDatelineIsNoParty() {
    let text = """
      MOSCOW/MOSCOW/NNP/4/nsubj -/-/./4/punct Putin/Putin/NNP/4/nsubj met/meet/VBD/0/root \
      Modi/Modi/NNP/4/obj in/in/IN/7/case Sochi/Sochi/NNP/4/obl
      """
    #expect(told(text) == ["CONSULT Putin > Modi"])
  }

  @Test func aVerbThatALexiconLacksTakesTheTypeOfItsNeighbours() {
    let hostile = "Abe/Abe/NNP/2/nsubj abused/abuse/VBD/0/root Lula/Lula/NNP/2/obj"
    #expect(told(hostile) == ["ASSAULT Abe > Lula"])
    #expect(events(hostile).first?.event.by.contains("is used as") == true)
    for plain in ["measured/measure", "photographed/photograph", "zzgrbled/zzgrble"] {
      #expect(told("Abe/Abe/NNP/2/nsubj \(plain)/VBD/0/root Lula/Lula/NNP/2/obj") == [])
    }
  }

  @Test func aWordBehindAnAuxiliaryIsAVerbWhateverItsTag() {
    let text = """
      Ana/Ana/NNP/3/nsubj will/will/MD/3/aux march/March/NNP/0/root against/against/IN/5/case \
      Lula/Lula/NNP/3/obl
      """
    #expect(told(text) == ["PROTEST Ana > Lula"])
    #expect(events(text).first?.event.tellings.first?.factuality.status == .planned)
  }

  @Test func aNounWithAnArticleStaysANoun() {
    let text = """
      Ana/Ana/NNP/2/nsubj saw/see/VBD/0/root the/the/DT/4/det march/march/NN/2/obj \
      against/against/IN/6/case Lula/Lula/NNP/4/nmod
      """
    #expect(!told(text).contains { $0.hasPrefix("PROTEST Ana") })
  }

  @Test func somebodyGoesBeforeWhatIsNobody() {
    let text = """
      Oman/Oman/NNP/2/nsubj filed/file/VBD/0/root a/a/DT/4/det complaint/complaint/NN/2/obj \
      to/to/IN/6/case Iran/Iran/NNP/2/obl over/over/IN/9/case the/the/DT/9/det noise/noise/NN/2/obl
      """
    #expect(told(text).contains("ACCUSE Oman > Iran"))
  }

  @Test func theDeadAndTheHeldAreCountedByTheVerb() {
    let dead = """
      Iran/Iran/NNP/2/nsubj killed/kill/VBD/0/root 12/12/CD/4/nummod soldiers/soldier/NNS/2/obj
      """
    #expect(events(dead).first?.event.size.dead?.number == 12)
    #expect(events(dead).first?.event.size.arrested == nil)
    let held = dead.replacing("killed/kill", with: "arrested/arrest")
    #expect(events(held).first?.event.size.arrested?.number == 12)
  }

  @Test func aDayIsNoPartOfAPartysName() {
    let text = """
      Lula/Lula/NNP/4/nsubj on/on/IN/3/case Tuesday/Tuesday/NNP/1/nmod attacked/attack/VBD/0/root \
      Abe/Abe/NNP/4/obj
      """
    #expect(told(text) == ["ASSAULT Lula > Abe"])
  }

  @Test func atLeastSoManyAreTheObjectWhateverAParserCallsThem() {
    let text = """
      Ana/Ana/NNP/2/nsubj killed/kill/VBD/0/root at/at/IN/4/case least/least/JJS/5/nmod \
      six/six/CD/6/nummod guards/guard/NNS/2/obl
      """
    #expect(told(text).first?.hasPrefix("ASSAULT Ana > ") == true)
    #expect(told(text).first?.hasSuffix("six guards") == true)
  }

  @Test func whoShallDoItStandsBehindFor() {
    let text = """
      They/they/PRP/3/nsubj are/be/VBP/3/aux waiting/wait/VBG/0/root for/for/IN/5/case \
      Peru/Peru/NNP/3/obl to/to/TO/7/mark attack/attack/VB/3/advcl Chile/Chile/NNP/7/obj
      """
    #expect(told(text) == ["ASSAULT Peru > Chile"])
  }

  @Test func whoeverPassesAResolutionCondemnsByIt() {
    let text = """
      Peru/Peru/NNP/2/nsubj passed/pass/VBD/0/root a/a/DT/4/det resolution/resolution/NN/2/obj \
      condemning/condemn/VBG/4/acl Chile/Chile/NNP/5/obj
      """
    #expect(told(text).contains("ACCUSE Peru > Chile"))
  }

  @Test func aHostileActAnnouncedAsOnesOwnIsAThreat() {
    let text = """
      Peru/Peru/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/5/nsubj will/will/MD/5/aux \
      boycott/boycott/VB/2/ccomp Chile/Chile/NNP/5/obj
      """
    let found = events(text).map { ($0.event.type, $0.event.tellings[0].factuality.status) }
    #expect(found.map(\.0) == [.threaten, .protest])
    #expect(found.map(\.1) == [.happened, .planned])
    let done = text.replacing("will/will/MD/5/aux ", with: "")
    #expect(!told(done).contains("THREATEN Peru > Chile"))
  }

  @Test func whatIsTalkedAboutIsNotWhoIsTalkedTo() {
    let text = """
      Lula/Lula/NNP/2/nsubj discussed/discuss/VBD/0/root Libya/Libya/NNP/2/obj with/with/IN/5/case \
      Abe/Abe/NNP/2/obl
      """
    #expect(told(text) == ["CONSULT Lula > Abe"])
  }

  @Test func aConjunctGoesWithThePhraseOfItsPreposition() {
    let text = """
      Ana/Ana/NNP/2/nsubj met/meet/VBD/0/root with/with/IN/4/case members/member/NNS/2/obl \
      of/of/IN/6/case Hamas/Hamas/NNP/4/nmod and/and/CC/10/cc probably/probably/RB/10/advmod \
      with/with/IN/10/case Abe/Abe/NNP/6/conj
      """
    let statuses = events(text).map { $0.event.tellings[0].factuality.status }
    #expect(told(text).contains("CONSULT Ana > Abe"))
    #expect(statuses == [.happened, .possible])
  }

  @Test func havingDoneIsNoPassive() {
    let text = """
      Peru/Peru/NNP/5/nsubj was/be/VBD/5/aux to/to/TO/5/mark have/have/VB/5/aux \
      attacked/attack/VBN/0/root Chile/Chile/NNP/5/obj
      """
    #expect(told(text) == ["ASSAULT Peru > Chile"])
  }

  @Test func aParticipleBehindHaveIsAPerfect() {
    let text = """
      Peru/Peru/NNP/2/nsubj has/have/VBZ/0/root outlawed/outlawed/VBN/5/amod \
      opposition/opposition/NN/5/compound parties/party/NNS/2/obj
      """
    #expect(told(text) == ["COERCE Peru > opposition parties"])
  }

  @Test func aWordInSmallLettersIsNoName() {
    let text = """
      They/they/PRP/2/nsubj left/leave/VBD/0/root before/before/IN/6/case the/the/DT/5/det \
      Council/Council/NNP/6/compound convenes/convene/NNP/2/obl
      """
    #expect(told(text).contains("CONSULT the Council > "))
  }

  @Test func anActWithItsOwnNounNeedsNoRecipient() {
    let text = """
      The/the/DT/2/det truce/truce/NN/4/nsubj:pass was/be/VBD/4/aux:pass declared/declare/VBN/0/root
      """
    #expect(told(text) == ["RETREAT  > "])
  }

  @Test func twoSidesOfAGroupMeetEachOther() {
    let text = """
      Brazil/Brazil/NNP/4/compound and/and/CC/3/cc Chile/Chile/NNP/1/conj \
      envoys/envoy/NNS/5/nsubj met/meet/VBD/0/root
      """
    #expect(told(text) == ["CONSULT Brazil > Chile"])
  }

  @Test func thePlaceAndDateBeforeADashAreNoParty() {
    let place = Name(tokens: 0..<2, kind: .location)
    let words = [
      ("New", "NNP", 1, "amod"), ("York", "NNP", 5, "nsubj"), (",", ",", 1, "punct"),
      ("-", ".", 1, "punct"), ("Lula", "NNP", 5, "nsubj"), ("met", "VBD", -1, "root"),
      ("Abe", "NNP", 5, "obj"), ("there", "RB", 5, "advmod"), (".", ".", 5, "punct"),
    ]
    var start = 0
    let tokens = words.map { form, tag, head, relation in
      defer { start += form.count + 1 }
      return Token(
        form: form, lemma: form == "met" ? "meet" : form,
        upos: tag == "NNP" ? .propn : tag == "VBD" ? .verb : tag == "RB" ? .adv : .punct, xpos: tag,
        head: head, relation: Relation(rawValue: relation) ?? .dep,
        span: Span(start, start + form.count))
    }
    let text = SourceText(words.map(\.0).joined(separator: " "))
    let parsed = ParsedText(text: text, sentences: [Sentence(tokens: tokens, names: [place])])
    let found = EventReader().read(parsed, cast: Cast(entities: []))
    #expect(found.first?.actorSpans.map { text[$0] } == ["Lula"])
  }

  @Test func repeatedTellingsOfOneActAreOneEvent() {
    let first = CastFixture.sentence("Norway", "attacked", "Denmark", at: 0)
    let second = CastFixture.sentence("Norway", "attacked", "Denmark", at: 40)
    let cast = CastFixture.cast(of: [first, second])
    let text = SourceText(String(repeating: " ", count: 100))
    let found = EventReader().read(
      ParsedText(text: text, sentences: [first, second]), cast: cast)
    #expect(found.count == 1)
    #expect(found.first?.tellings.count == 2)
  }
}

/// Two sentences with the same two states.
private enum CastFixture {
  static func sentence(_ actor: String, _ verb: String, _ other: String, at start: Int) -> Sentence
  {
    let words = [actor, verb, other]
    var offset = start
    let tokens = words.enumerated().map { index, form in
      defer { offset += form.count + 1 }
      return Token(
        form: form, lemma: index == 1 ? "attack" : form, upos: index == 1 ? .verb : .propn,
        xpos: index == 1 ? "VBD" : "NNP", head: index == 1 ? -1 : 1,
        relation: index == 1 ? .root : index == 0 ? .nsubj : .obj,
        span: Span(offset, offset + form.count))
    }
    return Sentence(tokens: tokens)
  }

  static func cast(of sentences: [Sentence]) -> Cast {
    let entities = [0, 2].map { token in
      Entity(
        name: sentences[0][token].form, kind: .state, isNamed: true,
        mentions: sentences.enumerated().map { index, sentence in
          Mention(
            kind: .name, sentence: index, tokens: token..<token + 1, head: token,
            span: sentence[token].span)
        })
    }
    return Cast(entities: entities)
  }
}
