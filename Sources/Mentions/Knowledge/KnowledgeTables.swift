import Records

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
    let parts = LexiconTable.parts
    for (_, cells) in LexiconTable(states).rows {
      let name = cells[1]
      let state = State(
        code: cells[0], name: name, nameWithArticle: cells[2].isEmpty ? name : "the " + name,
        latitude: Double(cells[6]) ?? 0, longitude: Double(cells[7]) ?? 0)
      self.states.append(
        StateRow(
          state: state, aliases: parts(cells[3]), nationalities: parts(cells[4]),
          seats: parts(cells[5])))
    }
    for (_, cells) in LexiconTable(organisations).rows {
      let sectors = parts(cells[3])
      actors.append(
        ActorRow(
          actor: KnownActor(
            name: cells[0], kind: sectors == ["CVL"] ? .group : .organisation,
            country: cells[2].isEmpty ? nil : cells[2], sectors: sectors,
            duty: cells[4].isEmpty ? nil : cells[4]),
          aliases: parts(cells[1])))
    }
    for (_, cells) in LexiconTable(institutions).rows {
      self.institutions.append(
        InstitutionRow(
          institution: Institution(duty: cells[0], pattern: cells[1], sectors: parts(cells[2])),
          phrases: parts(cells[3])))
    }
    for (_, cells) in LexiconTable(regions).rows {
      self.regions.append(
        RegionRow(
          region: Region(
            name: cells[0], country: cells[2].isEmpty ? nil : cells[2],
            latitude: Double(cells[3]) ?? 0, longitude: Double(cells[4]) ?? 0),
          aliases: parts(cells[1])))
    }
    self.nouns = nouns
  }
}
