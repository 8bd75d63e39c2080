/// The labels of a model as the values that tokens carry.
struct LabelSet: Sendable {
  private let upos: [PartOfSpeech]
  private let xpos: [String]
  private let features: [String]
  private let lemmas: [LemmaRule]
  private let relations: [Relation]
  /// Of each relation whether it is that of a subject, one around a whole clause aside.
  let isSubject: [Bool]

  init(_ labels: ModelHeader.Labels) {
    upos = (labels.upos ?? []).map { PartOfSpeech(rawValue: $0) ?? .x }
    xpos = (labels.xpos ?? []).map { $0 == "_" ? "" : $0 }
    features = (labels.features ?? []).map { $0 == "_" ? "" : $0 }
    lemmas = (labels.lemmas ?? []).map { LemmaRule($0) }
    relations = labels.relations.map { Self.relation($0) }
    isSubject = relations.map {
      ($0.universal == .nsubj || $0.universal == .csubj) && $0 != .nsubjOuter && $0 != .csubjOuter
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
