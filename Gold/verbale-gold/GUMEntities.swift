import Syntax

/// A document of GUM with its entities, from `Entity=` in the MISC column.
struct GUMEntities {
  /// A mention of an entity.
  struct Mention {
    var sentence: Int
    var tokens: ClosedRange<Int>
    var entity: String
    var type: String
    var head: Int

    var address: TokenAddress { TokenAddress(sentence, head) }
  }

  /// The document's identifier, `GUM_news_…`.
  let id: String
  /// The text with GUM's trees, and with names where an entity's head is a proper noun.
  let parsed: ParsedText
  /// The mentions in text order, the longer first.
  let mentions: [Mention]

  init(_ document: [CoNLLUSentence]) {
    id =
      document.first?.comments.first { $0.hasPrefix("# newdoc id = ") }
      .map { String($0.dropFirst(14)) } ?? ""
    let bare = CoNLLU.text(of: document)
    var mentions: [Mention] = []
    for (index, sentence) in document.enumerated() {
      mentions += Self.mentions(of: sentence, index)
    }
    mentions.sort {
      ($0.sentence, $0.tokens.lowerBound, -$0.tokens.count)
        < ($1.sentence, $1.tokens.lowerBound, -$1.tokens.count)
    }
    self.mentions = mentions
    let named = bare.sentences.enumerated().map { index, sentence in
      Sentence(
        tokens: sentence.tokens,
        names: Self.names(in: sentence, mentions.filter { $0.sentence == index }))
    }
    parsed = ParsedText(text: bare.text, sentences: named)
  }

  private static func mentions(of sentence: CoNLLUSentence, _ index: Int) -> [Mention] {
    var open: [(entity: String, type: String, start: Int)] = []
    var mentions: [Mention] = []
    func close(_ entity: String, _ type: String, _ tokens: ClosedRange<Int>) {
      let head = tokens.first { !tokens.contains(sentence.tokens[$0].head) } ?? tokens.lowerBound
      mentions.append(
        Mention(sentence: index, tokens: tokens, entity: entity, type: type, head: head))
    }
    for token in sentence.tokens.indices {
      let cells = sentence.misc[token].split(separator: "|")
      guard var rest = cells.first(where: { $0.hasPrefix("Entity=") })?.dropFirst(7) else {
        continue
      }
      while let mark = rest.first {
        if mark == "(" {
          let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
          rest = rest[body.endIndex...]
          let parts = body.split(separator: "-").map(String.init)
          guard parts.count > 1 else { continue }
          if rest.first == ")" {
            rest = rest.dropFirst()
            close(parts[0], parts[1], token...token)
          } else {
            open.append((parts[0], parts[1], token))
          }
        } else {
          let entity = String(rest.prefix { $0 != ")" })
          rest = rest.dropFirst(entity.count + 1)
          if let last = open.lastIndex(where: { $0.entity == entity }) {
            let begun = open.remove(at: last)
            close(entity, begun.type, begun.start...token)
          }
        }
      }
    }
    return mentions
  }

  /// The proper nouns around the heads of persons, organisations and places.
  private static func names(in sentence: Sentence, _ mentions: [Mention]) -> [Name] {
    let kinds: [String: NameKind] = [
      "person": .person, "organization": .organisation, "place": .location,
    ]
    var names: [Name] = []
    for mention in mentions where sentence[mention.head].upos == .propn {
      guard let kind = kinds[mention.type] else { continue }
      var start = mention.head
      var end = mention.head + 1
      while start > mention.tokens.lowerBound, sentence[start - 1].upos == .propn { start -= 1 }
      while end <= mention.tokens.upperBound, sentence[end].upos == .propn { end += 1 }
      if !names.contains(where: { $0.tokens.overlaps(start..<end) }) {
        names.append(Name(tokens: start..<end, kind: kind))
      }
    }
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
