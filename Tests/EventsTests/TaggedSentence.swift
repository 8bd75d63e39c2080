import Events
import Mentions
import Records
import Syntax
import Text

/// The events of a sentence given as `form/lemma/tag/head/relation` items, heads counted from 1.
func events(_ text: String) -> [(event: FoundEvent, text: SourceText)] {
  let coarse: [String: PartOfSpeech] = [
    "NNP": .propn, "NN": .noun, "NNS": .noun, "JJ": .adj, "RB": .adv, "MD": .aux, "TO": .part,
    "IN": .adp, "DT": .det, "PRP": .pron, "WDT": .pron, "CD": .num, "POS": .part, ".": .punct,
    "CC": .cconj,
  ]
  var words = ""
  let tokens = text.split(separator: " ").map { item in
    let parts = item.split(separator: "/").map(String.init)
    let isAuxiliary = parts[4].hasPrefix("aux") || parts[4] == "cop"
    let start = words.unicodeScalars.count
    words += parts[0] + " "
    return Token(
      form: parts[0], lemma: parts[1], upos: isAuxiliary ? .aux : coarse[parts[2]] ?? .verb,
      xpos: parts[2], head: (Int(parts[3]) ?? 0) - 1,
      relation: Relation(rawValue: parts[4]) ?? .dep,
      span: Span(start, start + parts[0].unicodeScalars.count))
  }
  let source = SourceText(words)
  let parsed = ParsedText(text: source, sentences: [Sentence(tokens: tokens)])
  return EventReader().read(parsed, cast: Cast(entities: [])).map { ($0, source) }
}

/// "TYPE actors > recipients" of each event.
func told(_ text: String) -> [String] {
  events(text).map { event, source in
    let actors = event.actorSpans.map { source[$0] }.joined(separator: "+")
    let recipients = event.recipientSpans.map { source[$0] }.joined(separator: "+")
    return "\(event.type.rawValue) \(actors) > \(recipients)"
  }
}
