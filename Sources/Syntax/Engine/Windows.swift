/// How sentences of more words than the engine reads at a time are cut.
///
/// A window holds at most `size` words. It ends after the last clause mark (`;`, `:`, `,`, a dash
/// or a sentence's end) of its second half, where there is one. Each window gets its own tree;
/// the roots of all but the first are then put below the root of the first as `parataxis`.
package enum Windows {
  /// The greatest number of words in a window.
  static let size = 400
  private static let marks: Set<String> = [";", ":", ",", ".", "!", "?", "-", "--", "–", "—"]

  /// The windows of a sentence, in order.
  package static func cut(_ tokens: [Token]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    while tokens.count - start > size {
      let half = start + size / 2
      let end =
        tokens[half..<start + size].lastIndex { marks.contains($0.form) }.map { $0 + 1 }
        ?? start + size
      windows.append(start..<end)
      start = end
    }
    if start < tokens.count { windows.append(start..<tokens.count) }
    return windows
  }

  /// Joins the trees and names of a sentence's windows.
  static func join(_ parts: [(tokens: [Token], names: [Name])]) -> Sentence {
    var tokens: [Token] = []
    var names: [Name] = []
    var root: Int?
    for part in parts {
      let start = tokens.count
      for (index, token) in part.tokens.enumerated() {
        var token = token
        if token.head >= 0 {
          token.head += start
        } else if let root {
          token.head = root
          token.relation = .parataxis
        } else {
          root = start + index
        }
        tokens.append(token)
      }
      names += part.names.map {
        Name(tokens: $0.tokens.lowerBound + start..<$0.tokens.upperBound + start, kind: $0.kind)
      }
    }
    return Sentence(tokens: tokens, names: names)
  }
}
