import Syntax

/// The state that a bare office takes from the body beside it: "Israel's Foreign Ministry, Defense
/// Ministry and probably with Prime Minister Benjamin Netanyahu".
enum SharedCountry {
  /// Gives persons with an office, but without a state, that of the body before them where
  /// nothing but commas, "and", "with" and adverbs stands between.
  static func complete(_ reading: inout ReportReading) {
    for (index, referent) in reading.referents.enumerated()
    where referent.kind == .person && referent.country == nil && referent.sectors == ["GOV"] {
      let sentence = reading.parsed.sentences[referent.mention.sentence]
      let before = reading.referents.last {
        $0.duty != nil && $0.country != nil && $0.mention.sentence == referent.mention.sentence
          && $0.mention.tokens.upperBound <= referent.mention.tokens.lowerBound
      }
      guard let before else { continue }
      let between = before.mention.tokens.upperBound..<referent.mention.tokens.lowerBound
      let isCoordinated =
        between.contains { sentence[$0].upos == .cconj || sentence[$0].form == "," }
        && between.allSatisfy {
          switch sentence[$0].upos {
          case .cconj, .adv, .det: true
          case .punct: sentence[$0].form == ","
          case .adp: sentence[$0].form == "with"
          default: false
          }
        }
      if isCoordinated { reading.referents[index].country = before.country }
    }
  }
}
