public import Syntax

/// Reads who is in a report: names, common nouns that can act or speak, and pronouns, joined to
/// entities with their roles, country and sectors.
///
/// ```swift
/// let cast = CastReader().read(parsed)
/// cast.entities.map(\.name)  // ["Jen Psaki", "Government of the United States", …]
/// ```
///
/// After the multi-pass sieve of Lee et al. (2013, doi:10.1162/COLI_a_00152): sure rules first,
/// every link with the name of the rule that made it.
public struct CastReader: Sendable {
  private let knowledge: Knowledge

  /// A reader with what is known before a report is read.
  public init(knowledge: Knowledge = .standard) {
    self.knowledge = knowledge
  }

  /// The cast of a parsed report.
  public func read(_ parsed: ParsedText) -> Cast {
    let reading = referents(of: parsed)
    let anaphora = anaphora(in: reading, traces: false)
    return Cast(entities: EntityBuilder(reading: reading, knowledge: knowledge).entities(anaphora))
  }

  /// What each pronoun of a report had to choose from, for training.
  package func pronounChoices(_ parsed: ParsedText) -> [PronounChoice] {
    anaphora(in: referents(of: parsed), traces: true).choices
  }

  private func referents(of parsed: ParsedText) -> ReportReading {
    var reading = ReportReading(parsed: parsed, knowledge: knowledge)
    InstitutionFinder(knowledge: knowledge).find(in: &reading)
    NameFinder(knowledge: knowledge).find(in: &reading)
    NominalFinder(knowledge: knowledge).find(in: &reading)
    PronounFinder().find(in: &reading)
    reading.sort()
    SharedCountry.complete(&reading)
    return reading
  }

  private func anaphora(in reading: ReportReading, traces: Bool) -> Anaphora {
    Anaphora(
      reading, names: NameClusters(reading.referents, knowledge: knowledge),
      quotations: QuotationMap(reading.parsed), traces: traces)
  }
}
