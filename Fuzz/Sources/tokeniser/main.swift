import Fuzzing
import Syntax
import Text

// Any bytes: every character that is not white space is in exactly one token, within the bounds.
fuzz { bytes in
  let text = SourceText(String(decoding: bytes, as: UTF8.self))
  let scalars = Array(text.string.unicodeScalars)
  var position = 0
  for sentence in Tokeniser.sentences(in: text, block: text.span) {
    // A full stop that is split off an abbreviation comes on top.
    precondition(!sentence.isEmpty && sentence.count <= Tokeniser.longestSentence + 1)
    for token in sentence {
      precondition(position <= token.span.start && token.span.start < token.span.end)
      precondition(scalars[position..<token.span.start].allSatisfy(\.properties.isWhitespace))
      precondition(token.form.utf8.count <= Tokeniser.longestToken)
      precondition(text[token.span] == token.form)
      position = token.span.end
    }
  }
  precondition(scalars[position...].allSatisfy(\.properties.isWhitespace))
}
