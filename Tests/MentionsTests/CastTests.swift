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

  @Test func aReportsOwnWordsSayWhatItsAcronymsStandFor() throws {
    let spelt = """
      The DET 4 det
      Northern ADJ 4 amod
      Tea PROPN 4 compound
      Organisation PROPN 5 nsubj
      spoke VERB 0 root
      . PUNCT 5 punct


      """
    let short = """
      NTO PROPN 2 nsubj
      left VERB 0 root
      . PUNCT 2 punct
      """
    let own = CastReader().read(
      ParsedSketch.text(
        spelt + short,
        names: [("Northern Tea Organisation", .organisation), ("NTO", .organisation)]))
    #expect(own.entity(at: TokenAddress(1, 0)) == own.entity(at: TokenAddress(0, 3)))
    // What a table has under the same letters counts where the report doesn't spell them out.
    let other = spelt.replacing("Tea", with: "Treaty") + short.replacing("NTO", with: "WHO")
    let known = CastReader().read(
      ParsedSketch.text(
        other, names: [("Northern Treaty Organisation", .organisation), ("WHO", .organisation)]))
    let entity = try #require(known.entity(at: TokenAddress(1, 0)))
    #expect(known.entities[entity].name == "World Health Organization")
    let overruled = CastReader().read(
      ParsedSketch.text(
        spelt.replacing("Northern ADJ 4 amod", with: "Women PROPN 4 compound")
          .replacing("Tea PROPN", with: "Helping PROPN") + short.replacing("NTO", with: "WHO"),
        names: [("Women Helping Organisation", .organisation), ("WHO", .organisation)]))
    #expect(
      overruled.entity(at: TokenAddress(1, 0)) == overruled.entity(at: TokenAddress(0, 3)))
  }

  @Test func whoeverSpokeLastGoesOn() {
    let cast = CastReader().read(
      ParsedSketch.text(
        """
        Amir PROPN 2 nsubj
        left VERB 0 root
        . PUNCT 2 punct

        He PRON 2 nsubj
        wept VERB 0 root
        . PUNCT 2 punct

        Raúl PROPN 3 nsubj
        Choque PROPN 1 flat
        said VERB 0 root
        drivers NOUN 5 nsubj
        wait VERB 3 ccomp
        . PUNCT 3 punct

        He PRON 2 nsubj
        added VERB 0 root
        they PRON 4 nsubj
        slept VERB 2 ccomp
        . PUNCT 2 punct
        """, names: [("Amir", .person), ("Raúl Choque", .person)]))
    #expect(cast.entity(at: TokenAddress(1, 0)) == cast.entity(at: TokenAddress(0, 0)))
    #expect(cast.entity(at: TokenAddress(3, 0)) == cast.entity(at: TokenAddress(2, 0)))
  }

  @Test func aNameBesideAnOfficeIsItsHolderWhateverTheTaggerSays() throws {
    let cast = CastReader().read(
      ParsedSketch.text(
        """
        A DET 2 det
        spokesman NOUN 8 nsubj
        in ADP 4 case
        Baku PROPN 2 nmod
        , PUNCT 6 punct
        Aykhan PROPN 4 appos
        Hajizada PROPN 6 flat
        spoke VERB 0 root
        . PUNCT 8 punct
        """, names: [("Baku", .location), ("Aykhan Hajizada", .location)]))
    let speaker = try #require(cast.entity(at: TokenAddress(0, 1)))
    #expect(cast.entities[speaker].name == "Aykhan Hajizada")
    #expect(cast.entities[speaker].kind == .person)
  }

  @Test func aTitleBehindAGivenNameIsPartOfTheName() throws {
    let cast = CastReader().read(
      ParsedSketch.text(
        """
        President PROPN 2 nmod:desc
        Hassan PROPN 5 nsubj
        Sheikh PROPN 2 flat
        Mohamud PROPN 2 flat
        spoke VERB 0 root
        . PUNCT 5 punct
        """, names: [("Hassan Sheikh Mohamud", .person)]))
    let speaker = try #require(cast.entity(at: TokenAddress(0, 1)))
    #expect(cast.entities[speaker].name == "Hassan Sheikh Mohamud")
    #expect(cast.entities[speaker].isNamed)
  }

  @Test func noGroupIsNoneOfThoseNamedBefore() throws {
    let cast = CastReader().read(
      ParsedSketch.text(
        """
        Hamas PROPN 2 nsubj
        left VERB 0 root
        . PUNCT 2 punct

        No DET 2 det
        group NOUN 3 nsubj
        claimed VERB 0 root
        . PUNCT 3 punct

        The DET 2 det
        group NOUN 3 nsubj
        wept VERB 0 root
        . PUNCT 3 punct
        """, names: [("Hamas", .organisation)]))
    let hamas = try #require(cast.entity(at: TokenAddress(0, 0)))
    #expect(cast.entity(at: TokenAddress(1, 1)) != hamas)
    #expect(cast.entity(at: TokenAddress(2, 1)) == hamas)
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
