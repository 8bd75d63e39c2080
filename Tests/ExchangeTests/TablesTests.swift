import Exchange
import Records
import Testing

@Suite struct TablesTests {
  let record = SmallRecord.record

  @Test func everyRowHasAFieldForEachColumn() {
    for (columns, rows) in [
      (EventsTable.columns, EventsTable.rows(record)),
      (QuotesTable.columns, QuotesTable.rows(record)),
      (PolecatTable.columns, PolecatTable.rows(record)),
      (GdeltTable.columns, GdeltTable.rows(record)),
      (AcledTable.columns, AcledTable.rows(record)),
    ] {
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0.count == columns.count }, "\(columns)")
    }
    #expect(GdeltTable.columns.count == 61)
  }

  @Test func formatsWithoutAStatusNeverTellThePlannedAsDoneNorTheDeniedAtAll() {
    let types = PolecatTable.rows(record).map { $0[2] }
    #expect(types == ["AGREE", "ASSAULT", "REJECT"])
    let codes = GdeltTable.rows(record).map { $0[26] }
    #expect(codes == ["030", "180", "120"])
  }

  @Test func acledRowsAreOnlyWhatHappened() {
    let rows = AcledTable.rows(record)
    #expect(rows.count == 1)
    #expect(rows[0][4...6] == ["Political violence", "Battles", "Armed clash"])
    #expect(rows[0][28] == "3")
    #expect(rows[0][1] == "", "an open date stays open")
  }

  @Test func placesGetTheCodesOfTheFormat() {
    let gdelt = GdeltTable.rows(record)[0]
    #expect(Array(gdelt[51...57]) == ["4", "Lima, Peru", "PE", "", "", "-12.04318", "-77.02824"])
    #expect(AcledTable.rows(record)[0][15] == "604")
    #expect(gdelt[1...4] == ["20240531", "202405", "2024", "2024.4137"])
    #expect(gdelt.count == GdeltTable.columns.count)
    let moments = [
      ("2021-05-14T09:30:00+02:00", "20210514073000"), ("2021-05-14", "20210514000000"),
      ("2021-01-01T00:30+01:00", "20201231233000"), ("2020-12-31T23:30:05Z", "20201231233005"),
      ("2020-12-31T20:30:05-05:00", "20210101013005"), ("2021-05-14T09:30:00", "20210514000000"),
      ("soon", ""),
    ]
    for (published, added) in moments {
      var dated = record
      dated.document.published = published
      #expect(GdeltTable.rows(dated)[0][59] == added, "\(published)")
    }
  }

  @Test func partiesHaveCountryAndSector() {
    let row = GdeltTable.rows(record)[0]
    #expect(row[5...7] == ["PERGOV", "ANA DÍAZ", "PER"])
  }
}
