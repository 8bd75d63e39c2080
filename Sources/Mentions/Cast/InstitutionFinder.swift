import Records
import Syntax
import Text

/// Finds bodies that every state has: "Israel's Foreign Ministry", "the Egyptian army", "the Biden
/// administration".
struct InstitutionFinder {
  let knowledge: Knowledge

  /// Adds a referent for each body whose state or leader its phrase names, or that is written in
  /// capitals like a name.
  func find(in reading: inout ReportReading) {
    for (index, sentence) in reading.parsed.sentences.enumerated() {
      for head in 0..<sentence.count where sentence[head].upos.isNominal {
        guard !reading.isCovered(index, head..<head + 1),
          let referent = referent(headedBy: head, index, in: reading)
        else { continue }
        reading.cover(index, referent.core)
        reading.referents.append(referent)
        if let other = coordinated(with: referent, index, in: reading) {
          reading.cover(index, other.core)
          reading.referents.append(other)
        }
      }
    }
  }

  private func referent(headedBy head: Int, _ index: Int, in reading: ReportReading) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    guard let found = phrase(headedBy: head, in: sentence) else { return nil }
    // A longer known name holds it: "State Department", "the Palestinian Red Crescent".
    if reading.matches[index].contains(where: {
      $0.tokens.overlaps(found.tokens) && $0.tokens.count > 1
    }) {
      return nil
    }
    var phrase = sentence.premodified(head)
    phrase =
      min(
        phrase.lowerBound, found.tokens.lowerBound)..<max(
        phrase.upperBound, found.tokens.upperBound)
    let country =
      reading.country(of: head, in: sentence.nounPhrase(head), sentence: index)
      ?? seat(behind: head, index, in: reading) ?? sharedPossessor(of: head, index, in: reading)
    let leader = country == nil ? leader(of: head, before: found.tokens.lowerBound, sentence) : nil
    let isNameLike = sentence[head].isCapitalised && found.tokens.count > 1
    guard country != nil || leader != nil || isNameLike else { return nil }
    var referent = Referent(
      mention: reading.mention(.name, index, phrase, head: head), core: found.tokens,
      name: sentence.words(of: found.tokens),
      kind: found.institution.duty == "government" ? .government : .organisation)
    referent.duty = found.institution.duty
    referent.country = country
    referent.sectors = found.institution.sectors
    referent.leader = leader.map { TokenAddress(index, $0) }
    referent.number = .either
    referent.lemma = sentence[head].plainLemma
    return referent
  }

  /// The institution whose phrase ends, or for "ministry of …" begins, with the noun `head`.
  private func phrase(
    headedBy head: Int, in sentence: Sentence
  ) -> (tokens: Range<Int>, institution: Institution)? {
    let lemma = sentence[head].plainLemma
    var words =
      sentence[head].isPlural && sentence[head].form.lowercased() == "authorities"
      ? "authorities" : lemma
    if lemma == "force" || lemma == "guard" { words = sentence[head].form.lowercased() }
    var best: (tokens: Range<Int>, institution: Institution)?
    if let institution = knowledge.institution(words) {
      best = (head..<head + 1, institution)
    }
    // "ministry of foreign affairs"
    var after = words
    var end = head + 1
    let hasOf = end < sentence.count && sentence[end].form.lowercased() == "of"
    while hasOf, end < sentence.count, end - head < 6 {
      after += " " + sentence[end].form.lowercased()
      end += 1
      if let institution = knowledge.institution(after) { best = (head..<end, institution) }
    }
    if let best, best.tokens.count > 1 { return best }
    // "foreign ministry"
    var before = words
    var start = head
    while start > 0, head - start < 3 {
      start -= 1
      guard sentence[start].upos.isNominal || sentence[start].upos == .adj else { break }
      before = sentence[start].form.lowercased() + " " + before
      if let institution = knowledge.institution(before) {
        best = (start..<head + 1, institution)
      }
    }
    return best ?? unlistedMinistry(head, in: sentence)
  }

  /// "Energy Ministry", "Ministry of Tourism": a ministry that the table doesn't list.
  private func unlistedMinistry(
    _ head: Int, in sentence: Sentence
  ) -> (tokens: Range<Int>, institution: Institution)? {
    guard sentence[head].plainLemma == "ministry", !sentence[head].isPlural else { return nil }
    var range = head..<head
    if head + 2 < sentence.count, sentence[head + 1].form == "of", sentence[head + 2].isCapitalised
    {
      var end = head + 3
      while end < sentence.count, sentence[end].isCapitalised && sentence[end].upos != .verb {
        end += 1
      }
      range = head + 2..<end
    } else if head > 0, sentence[head - 1].upos.isNominal, sentence[head - 1].xpos != "POS",
      knowledge.senses(of: sentence[head - 1].form).isEmpty
    {
      range = head - 1..<head
    }
    guard !range.isEmpty else { return nil }
    let words = sentence.words(of: range)
    let portfolio = words.prefix(1).uppercased() + words.dropFirst()
    return (
      min(head, range.lowerBound)..<max(head + 1, range.upperBound),
      Institution(duty: portfolio, pattern: "Ministry of \(portfolio) of %", sectors: ["GOV"])
    )
  }

  /// The state whose name or capital stands behind "in": "the government in Nicosia".
  private func seat(behind head: Int, _ index: Int, in reading: ReportReading) -> String? {
    let sentence = reading.parsed.sentences[index]
    guard head + 2 < sentence.count, sentence[head + 1].form == "in",
      let match = reading.matches[index].first(where: { $0.tokens.lowerBound == head + 2 })
    else { return nil }
    return reading.country(of: match)
  }

  /// The first body of "Defense and Foreign Ministries", whose noun stands only once.
  private func coordinated(
    with second: Referent, _ index: Int, in reading: ReportReading
  ) -> Referent? {
    let sentence = reading.parsed.sentences[index]
    let start = second.core.lowerBound
    guard sentence[second.mention.head].isPlural, start >= 2,
      sentence[start - 1].upos == .cconj,
      let institution = knowledge.institution(
        sentence[start - 2].form.lowercased() + " " + second.lemma)
    else { return nil }
    var first = second
    first.core = start - 2..<start - 1
    first.mention = reading.mention(.name, index, first.core, head: start - 2)
    first.name = sentence.words(of: first.core)
    first.duty = institution.duty
    first.sectors = institution.sectors
    return first
  }

  /// The state of the first member of a coordination: "Israel's Foreign Ministry, Defense
  /// Ministry and …".
  private func sharedPossessor(of head: Int, _ index: Int, in reading: ReportReading) -> String? {
    let sentence = reading.parsed.sentences[index]
    guard sentence[head].relation == .conj, sentence.child(of: head, .det) == nil else {
      return nil
    }
    let first = sentence[head].head
    guard sentence[first].upos.isNominal else { return nil }
    return reading.country(of: first, in: sentence.nounPhrase(first), sentence: index)
  }

  /// The person right before the body's noun who leads it: "Biden", "Netanyahu".
  private func leader(of head: Int, before start: Int, _ sentence: Sentence) -> Int? {
    var last = start - 1
    if last >= 0, sentence[last].xpos == "POS" { last -= 1 }
    guard last >= 0, sentence[last].upos == .propn,
      knowledge.senses(of: sentence[last].form).isEmpty
    else { return nil }
    let isNamed = sentence.names.contains { $0.tokens.contains(last) && $0.kind != .person }
    if isNamed { return nil }
    return last
  }
}
