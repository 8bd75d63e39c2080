import Mentions
import Records
import Syntax
import Testing
import Text

/// Small parsed sentences, each named for what must hold.
struct CastTests {
  private let psaki = ParsedSketch.text(
    """
    White PROPN 2 compound
    House PROPN 4 compound
    Press PROPN 4 compound
    Secretary PROPN 5 nmod:desc
    Jen PROPN 7 nsubj
    Psaki PROPN 5 flat
    spoke VERB 0 root
    . PUNCT 7 punct

    Psaki PROPN 2 nsubj
    said VERB 0 root
    she PRON 4 nsubj
    agreed VERB 2 ccomp
    . PUNCT 2 punct
    """, names: [("Jen Psaki", .person), ("Psaki", .person)])

  @Test func titleSurnameAndPronounAreOnePerson() throws {
    let cast = CastReader().read(psaki)
    let person = try #require(cast.entities.first { $0.kind == .person })
    #expect(person.name == "Jen Psaki")
    #expect(person.aliases == ["Psaki"])
    #expect(person.country == "USA")
    #expect(person.roles.map(\.title) == ["White House Press Secretary"])
    #expect(
      person.mentions.map { psaki.text[$0.span] }
        == ["White House Press Secretary Jen Psaki", "Psaki", "she"])
    #expect(cast.entities.filter { $0.kind == .person }.count == 1)
  }

  @Test func anOfficeBeforeItsHolderIsTheHolder() throws {
    let parsed = ParsedSketch.text(
      """
      A DET 2 det
      lieutenant NOUN 3 nsubj
      wept VERB 0 root
      . PUNCT 3 punct

      Lieutenant PROPN 2 nmod:desc
      Buhagiar PROPN 3 nsubj
      spoke VERB 0 root
      . PUNCT 3 punct

      The DET 2 det
      lieutenant NOUN 3 nsubj
      left VERB 0 root
      . PUNCT 3 punct
      """, names: [("Buhagiar", .person)])
    let cast = CastReader().read(parsed)
    let holder = try #require(cast.entity(at: TokenAddress(1, 1)))
    #expect(cast.entity(at: TokenAddress(0, 1)) == holder)
    #expect(cast.entity(at: TokenAddress(2, 1)) == holder)
  }

  @Test func aFormOfAddressIsAnOffice() throws {
    let parsed = ParsedSketch.text(
      """
      Rep. PROPN 2 nmod:desc
      Dunmore PROPN 3 nsubj
      spoke VERB 0 root
      . PUNCT 3 punct

      The DET 2 det
      congressman NOUN 3 nsubj
      left VERB 0 root
      . PUNCT 3 punct
      """, names: [("Dunmore", .person)])
    let cast = CastReader().read(parsed)
    let person = try #require(cast.entity(at: TokenAddress(0, 1)))
    #expect(cast.entity(at: TokenAddress(1, 1)) == person)
  }

  @Test func everyMentionNamesItsRule() {
    for entity in CastReader().read(psaki).entities {
      for mention in entity.mentions { #expect(!mention.by.isEmpty) }
    }
  }

  @Test func aPossessorsMinistryIsNamedByItsState() throws {
    let parsed = ParsedSketch.text(
      """
      Israel PROPN 4 nmod:poss
      's PART 1 case
      Foreign PROPN 4 compound
      Ministry PROPN 5 nsubj
      objected VERB 0 root
      . PUNCT 5 punct
      """, names: [("Israel", .location), ("Foreign Ministry", .organisation)])
    let cast = CastReader().read(parsed)
    let ministry = try #require(cast.entity(at: TokenAddress(0, 3)))
    #expect(cast.entities[ministry].name == "Ministry of Foreign Affairs of Israel")
    #expect(cast.entities[ministry].country == "ISR")
    let state = try #require(cast.entity(at: TokenAddress(0, 0)))
    #expect(cast.entities[state].name == "Israel")
    #expect(cast.entities[state].kind == .state)
  }

  @Test func twoPersonsWithOneSurnameStayTwo() {
    let parsed = ParsedSketch.text(
      """
      Donald PROPN 5 nsubj
      Trump PROPN 1 flat
      and CCONJ 4 cc
      Melania PROPN 1 conj
      spoke VERB 0 root
      . PUNCT 5 punct

      Melania PROPN 3 nsubj
      Trump PROPN 1 flat
      spoke VERB 0 root
      . PUNCT 3 punct
      """, names: [("Donald Trump", .person), ("Melania Trump", .person)])
    let names = CastReader().read(parsed).entities.filter { $0.kind == .person }.map(\.name)
    #expect(names.contains("Donald Trump") && names.contains("Melania Trump"))
  }

  @Test func unnamedSourcesStayApartAndTheLastOneIsMeant() throws {
    let parsed = ParsedSketch.text(
      """
      One NUM 3 nummod
      Israeli ADJ 3 amod
      source NOUN 4 nsubj
      spoke VERB 0 root
      . PUNCT 4 punct

      A DET 4 det
      former ADJ 4 amod
      U.S. PROPN 4 compound
      official NOUN 5 nsubj
      spoke VERB 0 root
      . PUNCT 5 punct

      The DET 2 det
      official NOUN 3 nsubj
      spoke VERB 0 root
      . PUNCT 3 punct
      """, names: [("U.S.", .location)])
    let cast = CastReader().read(parsed)
    let sources = cast.entities.filter { $0.kind == .source }
    #expect(sources.map(\.country) == ["ISR", "USA"])
    #expect(sources.map(\.isNamed) == [false, false])
    #expect(cast.entity(at: TokenAddress(2, 1)) == cast.entity(at: TokenAddress(1, 3)))
  }

  @Test func theOfficialIsTheFormerOfficialAlsoWhereTheTaggerSaysAdjective() throws {
    let parsed = ParsedSketch.text(
      """
      A DET 3 det
      former ADJ 3 amod
      official NOUN 4 nsubj
      spoke VERB 0 root
      . PUNCT 4 punct

      The DET 2 det
      official ADJ 3 nsubj
      left VERB 0 root
      . PUNCT 3 punct
      """)
    let cast = CastReader().read(parsed)
    let first = try #require(cast.entity(at: TokenAddress(0, 2)))
    #expect(cast.entity(at: TokenAddress(1, 1)) == first)
  }

  @Test func theDayOnWhichSomebodyActsIsNoPartOfTheirName() throws {
    let parsed = ParsedSketch.text(
      """
      Their PRON 2 nmod:poss
      minister NOUN 5 nsubj
      on ADP 4 case
      Thursday PROPN 2 nmod
      resigned VERB 0 root
      . PUNCT 5 punct
      """)
    let cast = CastReader().read(parsed)
    let minister = try #require(cast.entity(at: TokenAddress(0, 1)))
    #expect(cast.entities[minister].mentions.map { parsed.text[$0.span] } == ["Their minister"])
  }
}
