/// The token that the tokeniser stands on.
package struct Token {
  package enum Kind {
    case doctype, startTag, endTag, comment, characters, endOfFile
  }

  package var kind = Kind.endOfFile
  /// Where the token stands, in decoded bytes.
  var source = Stretch.empty
  /// Tags: the number of the name.
  var name: Int32 = 0
  var tag = Tag.other
  /// Start tags: where the attributes are in the tokeniser's list.
  var attributesStart: Int32 = 0
  var attributesEnd: Int32 = 0
  package var isSelfClosing = false
  /// Characters: the characters. Comments: the data.
  var text = Stretch.empty
  /// Whether the characters are a single U+0000 from outside of raw text.
  package var isNull = false
}

/// How the text that comes next is to be read.
package enum TextState: Sendable {
  case data, rcdata, rawText, scriptData, plainText
}
