import Mentions
import Records
import Syntax
import Testing
import Text

/// Whom pronouns, offices and long names stand for, where something nearer misleads.
struct AnaphoraTests {
  @Test func aSpeakerIsNotWhomTheirOwnQuotationNames() {
    let parsed = ParsedSketch.text(
      """
      Gandhi PROPN 2 nsubj
      accused VERB 0 root
      Modi PROPN 2 obj
      . PUNCT 2 punct

      " PUNCT 3 punct
      Modi PROPN 3 nsubj
      hides VERB 7 ccomp
      it PRON 3 obj
      " PUNCT 3 punct
      he PRON 7 nsubj
      said VERB 0 root
      . PUNCT 7 punct
      """, names: [("Gandhi", .person), ("Modi", .person)])
    let cast = CastReader().read(parsed)
    #expect(cast.entity(at: TokenAddress(1, 5)) == cast.entity(at: TokenAddress(0, 0)))
  }

  @Test func nobodyIsMeantByNoPronoun() {
    let parsed = ParsedSketch.text(
      """
      Nobody PRON 2 nsubj
      came VERB 0 root
      . PUNCT 2 punct

      They PRON 2 nsubj
      promised VERB 0 root
      . PUNCT 2 punct
      """)
    #expect(CastReader().read(parsed).entity(at: TokenAddress(1, 0)) == nil)
  }

  @Test func anOfficeIsItsHoldersNamedBetweenCommasWhateverTheirTags() throws {
    let parsed = ParsedSketch.text(
      """
      The DET 2 det
      spokesman NOUN 7 nsubj
      , PUNCT 4 punct
      Majed VERB 2 acl
      Ansari PROPN 4 flat
      , PUNCT 2 punct
      said VERB 0 root
      . PUNCT 7 punct
      """, names: [("Ansari", .person)])
    let cast = CastReader().read(parsed)
    let spokesman = try #require(cast.entity(at: TokenAddress(0, 1)))
    #expect(cast.entities[spokesman].name == "Majed Ansari")
  }

  @Test func whoseMinisterIsOfTheirState() {
    let parsed = ParsedSketch.text(
      """
      Prime ADJ 2 amod
      Minister PROPN 3 nmod:desc
      Tusk PROPN 6 nsubj
      of ADP 5 case
      Poland PROPN 3 nmod
      spoke VERB 0 root
      . PUNCT 6 punct

      Hungary PROPN 7 nsubj
      , PUNCT 6 punct
      whose PRON 5 nmod:poss
      prime ADJ 5 amod
      minister NOUN 6 nsubj
      left VERB 1 acl:relcl
      abstained VERB 0 root
      . PUNCT 7 punct
      """, names: [("Tusk", .person)])
    let cast = CastReader().read(parsed)
    #expect(cast.entity(at: TokenAddress(1, 4)) != cast.entity(at: TokenAddress(0, 2)))
  }

  @Test func whoDetainsThemIsNotAmongThem() {
    let parsed = ParsedSketch.text(
      """
      Marchers NOUN 2 nsubj
      gathered VERB 0 root
      . PUNCT 2 punct

      Police NOUN 2 nsubj
      came VERB 0 root
      and CCONJ 4 cc
      detained VERB 2 conj
      a DET 6 det
      dozen NOUN 4 obj
      of ADP 8 case
      them PRON 6 nmod
      . PUNCT 2 punct
      """)
    let cast = CastReader().read(parsed)
    #expect(cast.entity(at: TokenAddress(1, 7)) != cast.entity(at: TokenAddress(1, 0)))
  }

  @Test func aNameGoesOnOverAHyphenWithoutSpaces() {
    let text = SourceText("Lam Cheuk-ting spoke")
    let spans = [Span(0, 3), Span(4, 9), Span(9, 10), Span(10, 14), Span(15, 20)]
    let forms = ["Lam", "Cheuk", "-", "ting", "spoke"]
    let parts: [PartOfSpeech] = [.propn, .propn, .punct, .propn, .verb]
    let heads = [4, 0, 3, 0, -1]
    let relations: [Relation] = [.nsubj, .flat, .punct, .flat, .root]
    let tokens = forms.indices.map {
      Token(
        form: forms[$0], lemma: forms[$0], upos: parts[$0], xpos: "", head: heads[$0],
        relation: relations[$0], span: spans[$0])
    }
    let sentence = Sentence(tokens: tokens, names: [Name(tokens: 0..<2, kind: .person)])
    let cast = CastReader().read(ParsedText(text: text, sentences: [sentence]))
    #expect(cast.entities.map(\.name) == ["Lam Cheuk-ting"])
  }
}
