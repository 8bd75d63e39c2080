import Records
import Text

/// The rows of the tables in `Lexicons`.
struct KnowledgeTables: Sendable {
  struct StateRow: Sendable {
    let state: State
    let aliases: [String]
    let nationalities: [String]
    let seats: [String]
  }
  struct ActorRow: Sendable {
    let actor: KnownActor
    let aliases: [String]
  }
  struct InstitutionRow: Sendable {
    let institution: Institution
    let phrases: [String]
  }

  struct RegionRow: Sendable {
    let region: Region
    let aliases: [String]
  }

  var states: [StateRow] = []
  var actors: [ActorRow] = []
  var institutions: [InstitutionRow] = []
  var regions: [RegionRow] = []
  var nouns = NounLexicon()
  let pronounWeights = PronounWeights(PackageResources.pronoun_weights_tsv)

  /// The tables that come with Verbale.
  static let standard = KnowledgeTables(
    states: PackageResources.states_tsv, organisations: PackageResources.organisations_tsv,
    institutions: PackageResources.institutions_tsv, regions: PackageResources.regions_tsv,
    nouns: NounLexicon(
      persons: PackageResources.persons_tsv, groups: PackageResources.groups_tsv,
      givenNames: PackageResources.given_names_tsv))

  init(
    states: [UInt8], organisations: [UInt8], institutions: [UInt8], regions: [UInt8],
    nouns: NounLexicon
  ) {
    let parts = TSV.parts
    for row in TSV.rows(states) {
      let name = row[1]
      let state = State(
        code: row[0], name: name, nameWithArticle: row[2].isEmpty ? name : "the " + name,
        latitude: Double(row[6]) ?? 0, longitude: Double(row[7]) ?? 0)
      self.states.append(
        StateRow(
          state: state, aliases: parts(row[3]), nationalities: parts(row[4]),
          seats: parts(row[5])))
    }
    for row in TSV.rows(organisations) {
      let sectors = parts(row[3])
      actors.append(
        ActorRow(
          actor: KnownActor(
            name: row[0], kind: sectors == ["CVL"] ? .group : .organisation,
            country: row[2].isEmpty ? nil : row[2], sectors: sectors,
            duty: row[4].isEmpty ? nil : row[4]),
          aliases: parts(row[1])))
    }
    for row in TSV.rows(institutions) {
      self.institutions.append(
        InstitutionRow(
          institution: Institution(duty: row[0], pattern: row[1], sectors: parts(row[2])),
          phrases: parts(row[3])))
    }
    for row in TSV.rows(regions) {
      self.regions.append(
        RegionRow(
          region: Region(
            name: row[0], country: row[2].isEmpty ? nil : row[2],
            latitude: Double(row[3]) ?? 0, longitude: Double(row[4]) ?? 0),
          aliases: parts(row[1])))
    }
    self.nouns = nouns
  }
}
