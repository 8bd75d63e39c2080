import Records
import Testing

@Suite struct LedgerTests {
  @Test func whatIsNoPageIsCountedApartFromWhatShouldHaveBeenRead() {
    var ledger = Ledger()
    func line(_ reasons: [String]) -> LedgerLine {
      LedgerLine(source: "a", state: .refused, reasons: reasons, bytes: 3)
    }
    ledger.add(line([LedgerLine.notAPage, "status:204"]))
    ledger.add(line(["status:404"]))
    #expect(ledger.passedOver == [LedgerLine.notAPage: 1, "status:204": 1])
    #expect(ledger.reasons == [LedgerLine.notAPage: 1, "status:204": 1, "status:404": 1])
    #expect(ledger.shortfalls == 1)
    #expect(ledger.total.inputs == 2 && ledger.total.bytes == 6)
  }
}
