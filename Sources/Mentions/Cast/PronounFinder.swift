import Syntax

/// Finds the pronouns that refer to somebody or something in the report.
struct PronounFinder {
  /// Adds a referent for each pronoun; "it" without reference ("it is believed") is left out.
  func find(in reading: inout ReportReading) {
    for (index, sentence) in reading.parsed.sentences.enumerated() {
      for token in 0..<sentence.count where sentence[token].upos == .pron {
        if let referent = referent(token, index, in: reading) {
          reading.referents.append(referent)
        }
      }
    }
  }

  private func referent(_ token: Int, _ index: Int, in reading: ReportReading) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    let word = sentence[token].form.lowercased()
    var gender = Gender.unknown
    var number = Referent.Number.singular
    var person = Referent.GrammaticalPerson.third
    var kind = Referent.Kind.unknown
    switch word {
    case "he", "him", "his", "himself":
      gender = .masculine
      kind = .person
    case "she", "her", "hers", "herself":
      gender = .feminine
      kind = .person
    case "they", "them", "their", "theirs", "themselves", "'em": number = .plural
    case "it", "its", "itself":
      if sentence[token].relation == .expl || Self.isEmptyIt(token, in: sentence) { return nil }
      kind = .thing
    case "who", "whom", "whose":
      number = .either
      kind = .person
    case "which", "that":
      guard Self.isRelative(token, in: sentence) else { return nil }
      number = .either
    case "i", "me", "my", "mine", "myself":
      person = .first
      kind = .person
    case "we", "us", "our", "ours", "ourselves":
      person = .first
      number = .plural
    case "you", "your", "yours", "yourself", "yourselves":
      person = .second
      number = .either
    default: return nil
    }
    var referent = Referent(
      mention: reading.mention(.pronoun, index, token..<token + 1, head: token),
      core: token..<token + 1, name: word, kind: kind)
    referent.gender = gender
    referent.number = number
    referent.person = person
    return referent
  }

  /// Whether "that" or "which" stands for the noun that its clause modifies.
  static func isRelative(_ token: Int, in sentence: Sentence) -> Bool {
    relativeAntecedent(token, in: sentence) != nil
  }

  /// The noun that the relative clause around a pronoun modifies.
  static func relativeAntecedent(_ token: Int, in sentence: Sentence) -> Int? {
    var current = token
    for _ in 0..<8 {
      let head = sentence[current].head
      guard head >= 0 else { return nil }
      if sentence[current].relation == .aclRelcl { return head < token ? head : nil }
      current = head
    }
    return nil
  }

  /// "It" with nothing to refer to: a weather verb, or a clause behind that says what is meant.
  private static func isEmptyIt(_ token: Int, in sentence: Sentence) -> Bool {
    let head = sentence[token].head
    guard head >= 0, sentence[token].relation.universal == .nsubj else { return false }
    if sentence[head].upos.isVerbal {
      return sentence.children(of: head).contains { sentence[$0].relation.universal == .csubj }
        || ["seem", "appear", "rain", "snow"].contains(sentence[head].plainLemma)
    }
    // "It's horrific to watch", "it is important that": an adjective with a clause.
    return sentence.children(of: head).contains {
      let relation = sentence[$0].relation
      return relation.universal == .csubj || relation == .ccomp || relation == .xcomp
    }
  }
}
