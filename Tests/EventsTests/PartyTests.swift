import Events
import Mentions
import Records
import Testing
import Text

/// Who does it to whom, where the words around a predicate mislead.
@Suite struct PartyTests {
  @Test func whoIsAccusedOfAnActDoesIt() {
    let text = """
      Hamas/Hamas/NNP/2/nsubj accused/accuse/VBD/0/root Israel/Israel/NNP/2/obj of/of/IN/5/mark \
      bombing/bomb/VBG/2/advcl Rafah/Rafah/NNP/5/obj
      """
    #expect(told(text) == ["ACCUSE Hamas > Israel", "ASSAULT Israel > Rafah"])
    // The same where a parser hangs the act on whoever is accused.
    let attached = text.replacing("bomb/VBG/2/advcl", with: "bomb/VBG/3/acl")
    #expect(told(attached) == ["ACCUSE Hamas > Israel", "ASSAULT Israel > Rafah"])
  }

  @Test func whoUsesAThingForAnActDoesItThemselves() {
    let text = """
      Police/police/NNS/2/nsubj used/use/VBD/0/root gas/gas/NN/2/obj for/for/IN/5/mark \
      attacking/attack/VBG/2/advcl Hamas/Hamas/NNP/5/obj
      """
    #expect(told(text).contains("ASSAULT Police > Hamas"))
  }

  @Test(arguments: [("leave", "VB", true), ("left", "VBD", false)])
  func toInsistAsksOnlyForWhatShallBe(verb: String, tag: String, isAsked: Bool) {
    let text = """
      Abbas/Abbas/NNP/2/nsubj insisted/insist/VBD/0/root Israel/Israel/NNP/4/nsubj \
      \(verb)/leave/\(tag)/2/ccomp Rafah/Rafah/NNP/4/obj
      """
    #expect(told(text).contains { $0.hasPrefix("REQUEST") } == isAsked)
  }

  @Test func callingAThingSomethingAsksForNothing() {
    let asked = """
      Abbas/Abbas/NNP/2/nsubj called/call/VBD/0/root for/for/IN/4/case calm/calm/NN/2/obl
      """
    #expect(told(asked) == ["REQUEST Abbas > calm"])
    let named = """
      Abbas/Abbas/NNP/2/nsubj called/call/VBD/0/root votes/vote/NNS/2/obj a/a/DT/5/det \
      victory/victory/NN/3/appos for/for/IN/7/case Fatah/Fatah/NNP/5/nmod
      """
    #expect(told(named) == [])
  }

  @Test func aNameOfSeveralWordsTellsNoEvent() {
    let text = "Blessing/blessing/NNP/3/nsubj Eze/Eze/NNP/1/flat wept/weep/VBD/0/root"
    #expect(told(text) == [])
  }

  @Test func whatANameSaysThatItNamesCounts() {
    let text = """
      France/France/NNP/2/nsubj deployed/deploy/VBD/0/root destroyer/destroyer/NN/4/compound \
      Forbin/Forbin/NNP/2/obj to/to/IN/6/case Crete/Crete/NNP/2/obl
      """
    #expect(told(text) == ["MOBILIZE France > Crete"])
  }

  @Test func aNumberOfPersonsIsToldWhole() {
    let text = """
      Hamas/Hamas/NNP/2/nsubj killed/kill/VBD/0/root at/at/IN/6/case least/least/JJS/5/amod \
      six/six/CD/6/nummod people/people/NNS/2/obl
      """
    #expect(told(text) == ["ASSAULT Hamas > at least six people"])
  }

  @Test func aMeetingThatIsCalledOffIsToldAsCancelledBesideTheRefusal() {
    let text = """
      France/France/NNP/2/nsubj cancelled/cancel/VBD/0/root talks/talk/NNS/2/obj \
      with/with/IN/5/case Germany/Germany/NNP/3/nmod
      """
    #expect(told(text) == ["REJECT France > Germany", "CONSULT France > Germany"])
    let statuses = events(text).map { $0.event.tellings[0].factuality.status }
    #expect(statuses == [.happened, .cancelled])
  }

  @Test func whatIsPlannedIsToldWithWhatBecameOfIt() {
    let planned = """
      Fatah/Fatah/NNP/2/nsubj plans/plan/VBZ/0/root marches/march/NNS/2/obj
      """
    #expect(events(planned).map { $0.event.type } == [.protest])
    #expect(events(planned)[0].event.tellings[0].factuality.status == .planned)
    let dropped = """
      A/a/DT/2/det march/march/NN/5/nsubj:pass planned/plan/VBN/5/advcl was/be/VBD/5/aux:pass \
      cancelled/cancel/VBN/0/root
      """
    #expect(events(dropped).map { $0.event.tellings[0].factuality.status } == [.cancelled])
  }

  @Test func aStrikeOfStaffOrAtTheirWorkIsNoAttack() {
    let work = """
      Miners/miner/NNS/3/nmod:poss 's/'s/POS/1/case strike/strike/NN/0/root at/at/IN/5/case \
      mines/mine/NNS/3/nmod
      """
    #expect(events(work).map { $0.event.type } == [.protest])
    let attack = """
      Israel/Israel/NNP/3/nmod:poss 's/'s/POS/1/case strike/strike/NN/0/root on/on/IN/5/case \
      Rafah/Rafah/NNP/3/nmod
      """
    #expect(events(attack).map { $0.event.type } == [.assault])
  }

  @Test func aLongChainOfAccusationsIsReadInNoMoreThanItsLength() {
    // "having been accused of having been accused of …", and nobody at its beginning.
    let links = 60
    let words = (0..<links).map { link in
      let verb = 4 * link + 4
      let above = link == 0 ? "0/root" : "\(verb - 4)/advcl"
      return "of/of/IN/\(verb)/mark having/have/VBG/\(verb)/aux been/be/VBN/\(verb)/aux:pass "
        + "accused/accuse/VBN/\(above)"
    }
    #expect(told(words.joined(separator: " ")) == [])
  }

  @Test func whoMayNotSpeakOrSpeaksToThePressConsultsNobody() {
    let barred = """
      Amr/Amr/NNP/3/nsubj:pass was/be/VBD/3/aux:pass authorised/authorise/VBN/0/root \
      to/to/TO/5/mark talk/talk/VB/3/xcomp to/to/IN/7/case Abbas/Abbas/NNP/5/obl
      """
    #expect(!told(barred).contains { $0.hasPrefix("CONSULT") })
    let press = """
      Amr/Amr/NNP/2/nsubj spoke/speak/VBD/0/root to/to/IN/4/case reporters/reporter/NNS/2/obl
      """
    #expect(told(press) == [])
    #expect(told(press.replacing("reporters/reporter/NNS", with: "Abbas/Abbas/NNP")) != [])
  }

  @Test func whatIsConsideredIsNotDone() {
    let text = """
      Kallas/Kallas/NNP/3/nsubj is/be/VBZ/3/aux considering/consider/VBG/0/root \
      sanctions/sanction/NNS/3/obj against/against/IN/6/case Russia/Russia/NNP/4/nmod
      """
    #expect(told(text) == ["COERCE Kallas > Russia"])
    #expect(events(text).map { $0.event.tellings[0].factuality.status } == [.possible])
  }

  @Test func aWarningOfWhatOthersSufferIsNoThreat() {
    let suffering = """
      Fletcher/Fletcher/NNP/2/nsubj warned/warn/VBD/0/root that/that/IN/5/mark \
      Syria/Syria/NNP/5/nsubj faced/face/VBD/2/ccomp hunger/hunger/NN/5/obj
      """
    #expect(!told(suffering).contains { $0.hasPrefix("THREATEN") })
    let threat = suffering.replacing("Fletcher/Fletcher", with: "Iran/Iran")
      .replacing("Syria/Syria", with: "Iran/Iran").replacing("faced/face", with: "would/would")
      .replacing("would/would/VBD", with: "attacked/attack/VBD")
      .replacing("hunger/hunger/NN", with: "Rafah/Rafah/NNP")
    #expect(told(threat).contains("THREATEN Iran > Rafah"))
  }

  @Test func whatIsBlamedOnSomebodyAccusesThem() {
    let text = """
      Israel/Israel/NNP/2/nsubj blamed/blame/VBD/0/root attacks/attack/NNS/2/obj \
      on/on/IN/5/case Hamas/Hamas/NNP/2/obl
      """
    #expect(told(text).contains("ACCUSE Israel > Hamas"))
  }

  @Test func aHostileNounTakenForAnOrderTellsNothing() {
    let text = "Strike/strike/VB/0/root Rafah/Rafah/NNP/1/obj"
    #expect(told(text) == [])
  }

  @Test func whoStopsWhatOthersDoCeasesNoFire() {
    let repelled = """
      India/India/NNP/2/nsubj stopped/stop/VBD/0/root Syria/Syria/NNP/5/nmod:poss 's/'s/POS/3/case \
      attacks/attack/NNS/2/obj
      """
    #expect(!events(repelled).contains { $0.event.mode == "ceasefire" })
    let ceased = "India/India/NNP/2/nsubj stopped/stop/VBD/0/root attacks/attack/NNS/2/obj"
    #expect(events(ceased).contains { $0.event.mode == "ceasefire" })
  }

  @Test func anActAndTheNounOfItsAgentAreOne() {
    let text = """
      Abbas/Abbas/NNP/3/nsubj:pass was/be/VBD/3/aux:pass killed/kill/VBN/0/root \
      by/by/IN/6/case Israel/Israel/NNP/6/compound shelling/shelling/NN/3/obl:agent \
      at/at/IN/8/case night/night/NN/6/nmod
      """
    #expect(told(text).count == 1)
  }

  @Test func aWarOnAThingIsNone() {
    let war = """
      Mexico/Mexico/NNP/3/nmod:poss 's/'s/POS/1/case war/war/NN/0/root on/on/IN/5/case \
      drugs/drug/NNS/3/nmod
      """
    #expect(told(war) == [])
    #expect(
      told(war.replacing("drugs/drug/NNS", with: "Syria/Syria/NNP")) == ["ASSAULT Mexico > Syria"])
  }

  @Test func whoseKillingItIsSuffersIt() {
    let text = """
      Israel/Israel/NNP/2/nsubj condemned/condemn/VBD/0/root the/the/DT/4/det \
      killing/killing/NN/2/obj of/of/IN/6/case Abbas/Abbas/NNP/4/nmod
      """
    #expect(!told(text).contains { $0.hasPrefix("ASSAULT Abbas") })
    #expect(told(text).contains { $0.hasPrefix("ASSAULT") && $0.hasSuffix("> Abbas") })
  }

  @Test func aFloodThatKillsAttacksNobodyButFireOfSomebodysDoes() {
    let flood = """
      A/a/DT/2/det flood/flood/NN/3/nsubj killed/kill/VBD/0/root Abbas/Abbas/NNP/3/obj
      """
    #expect(told(flood) == [])
    let fire = flood.replacing(
      "A/a/DT/2/det flood/flood", with: "Israel/Israel/NNP/2/compound fire/fire")
    #expect(told(fire).contains { $0.hasPrefix("ASSAULT") })
  }
}
