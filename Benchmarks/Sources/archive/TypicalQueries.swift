/// What people ask an archive: each field alone, pairs and triples of them, with values that most
/// reports have, some, and few; words, phrases and beginnings; what is refused, chosen and dated.
enum TypicalQueries {
  static func all(_ world: MadeWorld) -> [String] {
    let (frequent, common, seldom) = (world.people[0], world.people[5], world.people[900])
    let (state, other, small) = (world.states[3].code, world.states[1].code, world.states[150].code)
    let (rare, rarest) = (world.rareWords[3000], world.rareWords[9000])
    let (place, farPlace) = (world.places[2], world.places[700])
    return [
      // Words.
      "ceasefire", "ceasefire talks", "\"of the\"", "\"peace talks\"", rarest,
      "\(rarest) OR \(rare)",
      "gover*", "ceasefire -president", "the government -minister", "(ceasefire OR truce) talks",
      "title:ceasefire", "after:2021-05 minister", "before:2020-02 ceasefire",
      "after:2021-03-01 before:2021-03-08 \"the president\"",
      // What is said.
      "speaker:\"\(frequent)\"", "speaker:\"\(common)\"", "speaker:\"\(seldom)\"",
      "speaker:\(state)",
      "form:direct", "source:anonymous", "kind:speech source:unwritten",
      "speaker:\"\(common)\" form:direct", "form:direct source:anonymous before:2020-06",
      "speaker:\"\(common)\" form:direct about:ceasefire", "speaker:\(state) ceasefire",
      "source:anonymous about:\"peace talks\"", "-form:direct speaker:\"\(seldom)\"",
      // Words of lines.
      "about:ceasefire", "about:the", "about:\"of the\"", "about:gover*", "about:\(rare)",
      "about:ceasefire about:talks", "about:ceasefire OR about:\(rare)",
      "before:2021-01-10 about:the",
      // What is told as done.
      "type:COERCE", "status:denied", "mode:visit", "actor:\"\(frequent)\"", "actor:\"\(common)\"",
      "to:\(small)", "place:\"\(place)\"", "place:\"\(farPlace)\"", "day:2021-03", "day:2021-03-10",
      "status:expected type:CONSULT", "type:COERCE status:cancelled mode:ban",
      "type:COERCE ceasefire",
      "status:expected type:CONSULT actor:\(state)", "actor:\(state) to:\(other) status:planned",
      "actor:\(state) to:\(small)", "actor:\"\(common)\" to:\"\(frequent)\"",
      "day:2021-03 status:planned",
      "day:2021-03-10 type:COERCE place:\"\(place)\"", "status:denied place:\"\(farPlace)\"",
      "type:CONSULT OR type:AGREE", "(status:planned OR status:expected) actor:\"\(common)\"",
      "-status:happened about:\(rarest)", "type:COERCE -actor:\(state)",
      "status:denied about:ceasefire",
      // Both together.
      "speaker:\(state) status:denied", "speaker:\"\(common)\" type:COERCE",
      "speaker:\"\(seldom)\" status:planned", "source:anonymous status:cancelled to:\(other)",
      "form:direct type:CONSULT day:2021-03", "speaker:\(state) actor:\(other) after:2021-01",
    ]
  }
}
