import Mentions
import Records
import Syntax
import Testing
import Text

struct PlaceTests {
  /// "They met in PLACE", after a first sentence that names what `context` says.
  private func place(_ words: String, after context: String = "Nobody") throws -> PlaceMention {
    func lines(_ name: String, from number: Int) -> String {
      let parts = name.split(separator: " ")
      return parts.enumerated().map { index, part in
        index == 0 ? "\(part) PROPN 2 obl" : "\(part) PROPN \(number) flat"
      }.joined(separator: "\n")
    }
    let parsed = ParsedSketch.text(
      """
      They PRON 2 nsubj
      left VERB 0 root
      \(lines(context, from: 3))

      They PRON 2 nsubj
      met VERB 0 root
      in ADP 4 case
      \(lines(words, from: 4))
      """, names: [(words, .location), (context, .location)])
    return try #require(PlaceReader().read(parsed).last)
  }

  @Test func aCityHasItsCountryAndCoordinates() throws {
    let found = try place("Tel Aviv").place
    #expect(found.text == "Tel Aviv")
    #expect(found.country == "ISR")
    #expect(found.precision == .city)
    let latitude = try #require(found.lat)
    let longitude = try #require(found.lon)
    #expect(abs(latitude - 32.08) < 0.1 && abs(longitude - 34.78) < 0.1)
  }

  @Test(arguments: ["U.S.", "US", "United States", "America"])
  func theUnitedStatesAreNeverCanada(name: String) throws {
    let found = try place(name).place
    #expect(found.country == "USA")
    #expect(found.precision == .country)
  }

  @Test func theCountriesOfTheReportDecideBetweenTwoTripolis() throws {
    #expect(try place("Tripoli", after: "Lebanon").place.country == "LBN")
    #expect(try place("Tripoli", after: "Libya").place.country == "LBY")
  }

  @Test func whatNothingDecidesStaysOpenWithItsCandidates() throws {
    let tripoli = try place("Tripoli")
    #expect(tripoli.place.precision == .open)
    #expect(tripoli.place.country == nil)
    #expect(Set(tripoli.candidates.compactMap(\.country)).isSuperset(of: ["LBY", "LBN"]))
    let georgia = try place("Georgia")
    #expect(georgia.place.precision == .open)
    #expect(Set(georgia.candidates.compactMap(\.country)) == ["GEO", "USA"])
  }

  @Test func neighboursTellTheStateFromTheDistrict() throws {
    #expect(try place("Georgia", after: "Tbilisi").place.country == "GEO")
    #expect(try place("Georgia", after: "Atlanta").place.country == "USA")
  }

  @Test func aMuchLargerCityIsMeantWithoutMore() throws {
    #expect(try place("London").place.country == "GBR")
  }

  @Test func accentsMakeNoDifference() throws {
    #expect(try place("Bogota").place.country == "COL")
    #expect(try place("Bogotá").place.country == "COL")
  }

  @Test func aMonthBehindAPrepositionIsNoTown() {
    let parsed = ParsedSketch.text(
      """
      They PRON 2 nsubj
      met VERB 0 root
      in ADP 4 case
      March PROPN 2 obl
      """)
    #expect(PlaceReader().read(parsed).isEmpty)
  }
}
