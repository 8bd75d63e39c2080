import Events
import Records
import Testing

@Suite struct EventLexiconTests {
  @Test func everyShippedRowCanBeRead() {
    #expect(EventLexicon.standard.entries("meet")?.verb.isEmpty == false)
    #expect(EventLexicon.standard.entries("ceasefire")?.noun.isEmpty == false)
  }

  @Test func ownRowsWinOverTheShippedOnes() throws {
    let own = try EventLexicon(adding: "# own\nmeet\tobj:@\tPROTEST\tdemo\n")
    let heaviest = own.entries("meet")?.verb.max { $0.weight < $1.weight }
    #expect(heaviest?.type == .protest)
    #expect(heaviest?.mode == "demo")
  }

  @Test func anOwnRowForANounIsANounsRow() throws {
    let own = try EventLexicon(adding: "frobnication\tn -\tASSAULT")
    #expect(own.entries("frobnication")?.noun.first?.type == .assault)
  }

  @Test(arguments: [
    ("meet\tobj:@", "line 1: a row has a lemma, a frame and a type"),
    ("\n\nmeet\t-\tDANCE", "line 3: \"DANCE\" is no event type"),
    (
      "# x\nmeet\tobj\tCONSULT",
      "line 2: \"obj\" is not a part of a frame, such as obj:* or with:@"
    ),
  ])
  func aRowThatCannotBeReadIsToldWithItsLine(table: String, words: String) {
    let error = #expect(throws: EventLexiconError.self) { try EventLexicon(adding: table) }
    #expect(error?.description == words)
  }
}
