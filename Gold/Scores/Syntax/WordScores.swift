import Syntax

/// The measures of CoNLL 2018 that compare aligned words.
enum WordScores {
  /// The features that CoNLL 2018 compares.
  private static let universal: Set<Substring> = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number",
    "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident",
    "Polarity", "Person", "Polite",
  ]

  static func agreements(_ system: Annotation, _ gold: Annotation) -> [Agreement] {
    let (found, right) = (system.words, gold.words)
    let alignment = WordAlignment(gold: right, system: found)
    var partner = [Int](repeating: -2, count: right.count)
    for pair in alignment.pairs { partner[pair.gold] = pair.system }
    func agreement(
      _ name: String, _ agrees: (Annotation.Word, Annotation.Word) -> Bool
    ) -> Agreement {
      let count = alignment.pairs.count { agrees(right[$0.gold], found[$0.system]) }
      return Agreement(name, right: count, found: found.count, gold: right.count)
    }
    func sameHead(_ one: Annotation.Word, _ other: Annotation.Word) -> Bool {
      one.head < 0 ? other.head < 0 : partner[one.head] == other.head
    }
    return [
      agreement("Words") { _, _ in true },
      agreement("UPOS") { $0.token.upos == $1.token.upos },
      agreement("XPOS") { $0.token.xpos == $1.token.xpos },
      agreement("UFeats") { features($0.token.features) == features($1.token.features) },
      agreement("Lemmas") { $0.token.lemma.isEmpty || $0.token.lemma == $1.token.lemma },
      agreement("UAS") { sameHead($0, $1) },
      agreement("LAS") { one, other in
        sameHead(one, other) && one.token.relation.universal == other.token.relation.universal
      },
    ]
  }

  private static func features(_ column: String) -> [Substring] {
    column.split(separator: "|").filter { feature in
      universal.contains(feature.prefix { $0 != "=" })
    }.sorted()
  }
}
