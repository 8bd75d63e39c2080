import Records
import Syntax
import Text

/// What the network reads of a word besides its fixed vector: for each kind of knowledge the row of
/// a table of embeddings, most of them hashed.
package enum WordBuckets {
  /// The rows of each kind, in the order of the table.
  package static let sizes = [
    4096,  // lemma
    1024,  // ending with part of speech
    256,  // Penn tag
    512,  // part of speech with relation
    2048,  // lemma of the head
    512,  // part of speech of the head with relation and direction
    16,  // quotation marks
    8,  // name
    64,  // our own lexicon of cues
    16,  // place in the stretch and the report
    16,  // capitals and digits
    1024,  // relations of the dependents
    512,  // the preposition or conjunction that introduces its phrase
  ]

  /// The rows of all kinds.
  package static let rows = sizes.reduce(0, +)

  /// Appends the rows of every word of a passage, as many as there are sizes a word.
  ///
  /// - Parameter place: the sentence's number in its stretch.
  package static func append(
    _ passage: Passage, place: Int, of report: Report, lexicon: CueLexicon, to rows: inout [Int32]
  ) {
    let sentence = passage.sentence
    let (dependents, introducers) = below(passage)
    let quoted = passage.quotation.contains { $0 >= 0 }
    for (token, word) in sentence.tokens.enumerated() {
      var base = 0
      var kind = 0
      func add(_ bucket: Int) {
        rows.append(Int32(base + bucket))
        base += sizes[kind]
        kind += 1
      }
      func add(hash: UInt32) { add(Int(hash % UInt32(sizes[kind]))) }
      let part = passage.part[token]
      add(hash: passage.lemma[token])
      add(hash: FeatureHash.mix(ending(of: word.form), part))
      add(hash: FeatureHash.of(word.xpos))
      add(hash: FeatureHash.mix(part, passage.relation[token]))
      let head = word.head
      add(hash: head < 0 ? 1 : passage.lemma[head])
      add(
        hash: head < 0
          ? 1
          : FeatureHash.mix(
            FeatureHash.mix(passage.part[head], passage.relation[token]), head < token ? 1 : 2))
      add(quotationState(token, passage, report, quoted))
      add(nameState(token, passage))
      add(hash: lexiconState(passage.lemma[token], part, lexicon))
      add(min(place, 3) * 3 + min(passage.paragraph, 2))
      add(shape(of: word.form) * 2 + (token == 0 ? 1 : 0))
      add(hash: FeatureHash.mix(dependents[token], part))
      add(hash: introducers[token])
    }
  }

  /// For each word the relations of its dependents, and what introduces its phrase.
  private static func below(_ passage: Passage) -> (relations: [UInt32], introducers: [UInt32]) {
    let sentence = passage.sentence
    var masks = [UInt64](repeating: 0, count: sentence.count)
    var introducers = [UInt32](repeating: 0, count: sentence.count)
    for (token, word) in sentence.tokens.enumerated() where word.head >= 0 {
      switch word.relation.universal {
      case .punct, .det, .amod, .compound, .flat, .nummod, .discourse: continue
      case .case, .mark:
        if introducers[word.head] == 0 { introducers[word.head] = passage.lemma[token] }
      default: break
      }
      masks[word.head] |= 1 << UInt64(passage.relation[token] % 61)
    }
    let relations = masks.map { FeatureHash.mix(UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)) }
    return (relations, introducers)
  }

  private static func ending(of form: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in form.utf8.suffix(3) {
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      hash = (hash ^ UInt32(isCapital ? byte | 0x20 : byte)) &* 16_777_619
    }
    return hash
  }

  /// How a word lies to quotations: outside, beside one, inside, or one of its marks; and whether
  /// the quotation runs on from the sentence before or into the next.
  private static func quotationState(
    _ token: Int, _ passage: Passage, _ report: Report, _ isBeside: Bool
  ) -> Int {
    let number = passage.quotation[token]
    guard number >= 0 else {
      let next = token + 1 < passage.quotation.count && passage.quotation[token + 1] >= 0
      let last = token > 0 && passage.quotation[token - 1] >= 0
      return (next ? 1 : last ? 2 : 0) + (isBeside ? 3 : 0)
    }
    let quotation = report.quotations[number]
    if quotation.isSingle { return 14 }
    let span = passage.sentence.span
    return 6 + (passage.isQuotationMark(token) ? 0 : 1)
      + (quotation.marks.start < span.start ? 2 : 0) + (quotation.marks.end > span.end ? 4 : 0)
  }

  private static func nameState(_ token: Int, _ passage: Passage) -> Int {
    switch passage.name[token] {
    case nil: 0
    case .person: 1
    case .organisation: 2
    case .location: 3
    }
  }

  private static func lexiconState(
    _ lemma: UInt32, _ part: UInt32, _ lexicon: CueLexicon
  ) -> UInt32 {
    guard let entry = lexicon.entry(lemma: lemma, part: part) else { return 0 }
    var takes: UInt32 = entry.kind == .speech ? 1 : 2
    let frames: [CueLexicon.Frame] = [
      .clause, .infinitive, .object, .quotation, .host, .objectPredicate,
    ]
    for (place, frame) in frames.enumerated() where entry.frames.contains(frame) {
      takes |= 4 << UInt32(place)
    }
    return FeatureHash.mix(takes, 0)
  }

  private static func shape(of form: String) -> Int {
    var capitals = 0
    var digits = 0
    var letters = 0
    for byte in form.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: letters += 1
      default: break
      }
    }
    if digits > 0 { return letters + capitals > 0 ? 4 : 3 }
    if capitals > 0 { return letters > 0 ? 1 : capitals > 1 ? 2 : 5 }
    return letters > 0 ? 0 : 6
  }
}
