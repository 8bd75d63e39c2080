import Text

/// The features of a pronoun and a candidate, and their weights.
package struct PronounFeatures: Sendable {
  package enum Feature: String, CaseIterable, Sendable {
    case sentences, sameSentence, between, subject, object, modifier, possessor, insidePhrase
    case oblique, conjunct, sameRelation, mainClause, pronoun, name, demonym, definite, samePronoun
    case thingIt, thingThey, person, location, bodyIt, bodyThey, plural, notPlural, gender, mentions
    case quotationEdge, ownSpeaker, bothSpeak, lastSpeaker, rival

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The values in the order of `Feature.allCases`.
  package private(set) var values = [Double](repeating: 0, count: Feature.allCases.count)

  subscript(feature: Feature) -> Double {
    get { values[feature.index] }
    set { values[feature.index] = newValue }
  }
}

/// A weight for each feature.
struct PronounWeights: Sendable {
  private var weights = [Double](repeating: 0, count: PronounFeatures.Feature.allCases.count)

  /// The weights of a table with the columns feature and weight.
  init(_ table: [UInt8]) {
    for row in TSV.rows(table) {
      guard let feature = PronounFeatures.Feature(rawValue: row[0]) else { continue }
      weights[feature.index] = Double(row[1]) ?? 0
    }
  }

  func score(_ features: PronounFeatures) -> Double {
    var sum = 0.0
    for (value, weight) in zip(features.values, weights) { sum += value * weight }
    return sum
  }
}
