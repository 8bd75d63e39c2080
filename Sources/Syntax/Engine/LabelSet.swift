/// The labels of a model as the values that tokens carry.
struct LabelSet: Sendable {
  private let upos: [PartOfSpeech]
  private let xpos: [String]
  private let features: [String]
  private let lemmas: [LemmaRule]
  private let relations: [Relation]
  /// The slot of its head that each relation fills, nil where a head may have several such dependents.
  let slots: [Int?]

  init(_ labels: ModelHeader.Labels) {
    upos = (labels.upos ?? []).map { PartOfSpeech(rawValue: $0) ?? .x }
    xpos = (labels.xpos ?? []).map { $0 == "_" ? "" : $0 }
    features = (labels.features ?? []).map { $0 == "_" ? "" : $0 }
    lemmas = (labels.lemmas ?? []).map { LemmaRule($0) }
    relations = labels.relations.map { Self.relation($0) }
    slots = relations.map { Self.slot(of: $0) }
  }

  private static func slot(of relation: Relation) -> Int? {
    switch relation {
    case .nsubj, .nsubjPass, .csubj, .csubjPass: 0
    case .obj: 1
    case .iobj: 2
    case .xcomp: 3
    case .oblAgent: 4
    case .nmodPoss: 5
    default: nil
    }
  }

  /// Writes the labels with these indices into a token; where the model gives none, what is known
  /// without it.
  func fill(
    _ token: inout Token, upos: Int32?, xpos: Int32?, features: Int32?, lemma: Int32?,
    relation: Int32
  ) {
    token.upos = upos.map { self.upos[Int($0)] } ?? .x
    token.xpos = xpos.map { self.xpos[Int($0)] } ?? ""
    token.features = features.map { self.features[Int($0)] } ?? ""
    token.relation = relations[Int(relation)]
    let normal = WordForm.normal(token.form)
    token.lemma = lemma.map { lemmas[Int($0)].lemma(of: normal) } ?? WordForm.lower(normal)
  }

  /// A relation by its name; of one that the project doesn't know, the universal part.
  private static func relation(_ name: String) -> Relation {
    let universal = name.prefix { $0 != ":" }
    return Relation(rawValue: name) ?? Relation(rawValue: String(universal)) ?? .dep
  }
}
