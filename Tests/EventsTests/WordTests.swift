import Events
import Testing

/// Words judged by their forms and by their neighbours.
@Suite struct WordTests {
  @Test(arguments: [
    ("fed", "feed"), ("fled", "flee"), ("acquitted", "acquit"), ("sided", "side"),
    ("ratified", "ratify"), ("massing", "mass"), ("barring", "bar"), ("convenes", "convene"),
    ("shot", "shoot"),
  ])
  func findsTheBaseOfAnInflectedVerb(form: String, base: String) {
    let verbs: Set = [
      "feed", "flee", "acquit", "side", "ratify", "mass", "bar", "convene", "shoot",
    ]
    #expect(VerbLemmas.shared.base(of: form, where: verbs.contains) == base)
  }

  @Test func makesNoVerbOfWhatIsNone() {
    #expect(VerbLemmas.shared.base(of: "seed", where: ["see"].contains) == nil)
    #expect(VerbLemmas.shared.base(of: "fed", where: ["bed"].contains) == nil)
  }

  @Test(arguments: ["docker", "guild", "widow", "butler", "peasant", "abolitionist"])
  func someoneIsKnownByTheirNeighbours(noun: String) {
    #expect(PartyNouns.shared.contains(noun))
  }

  @Test(arguments: ["lamp", "ceiling", "sandwich", "interpretation", "trumpet", "zzgrble"])
  func somethingIsNobody(noun: String) {
    #expect(!PartyNouns.shared.contains(noun))
  }
}
