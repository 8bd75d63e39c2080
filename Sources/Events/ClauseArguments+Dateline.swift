import Syntax
import Text

extension ClauseArguments {
  /// A dateline ends at the dash or colon behind a name in capitals, or at the dash behind the name
  /// of a place and a date ("New York, May 17 - …").
  static func datelineEnd(_ sentence: Sentence) -> Int {
    let first = sentence[0].form
    if let place = sentence.names.first, place.tokens.lowerBound == 0, place.kind == .location {
      for index in place.tokens
        .upperBound..<max(place.tokens.upperBound, min(16, sentence.count - 3))
      {
        let token = sentence[index]
        switch token.form {
        case "-", "--", "–", "—":
          let stands =
            token.span.start > sentence[index - 1].span.end
            && sentence[index + 1].span.start > token.span.end
          return stands ? index + 1 : 0
        default: break
        }
        guard token.upos == .propn || token.upos == .num || token.upos == .punct else { break }
      }
    }
    guard first.utf8.count > 2, first.utf8.allSatisfy({ 0x41...0x5A ~= $0 || $0 == 0x2E }) else {
      return 0
    }
    for index in 1..<max(1, min(12, sentence.count - 3)) where sentence[index].upos == .punct {
      switch sentence[index].form {
      case "-", "--", "–", "—", ":": return index + 1
      default: break
      }
    }
    return 0
  }
}
