import Records
import Text

/// One line of a record as a page shows it and a person shares it: who did what to whom, or who
/// said what, with the words that say so.
///
/// The names are those that the templates ask for; templates see stored properties only.
struct LineView: Sendable {
  /// The line's id in its record, `e3` or `a7`.
  let id: String
  /// The status of an event, `said` or the source's kind of an attribution; a style hangs on it.
  let status: String
  /// The same in a word.
  let statusWord: String
  /// PLOVER's type and mode; nil for words.
  let type: String?
  let typeHelp: String
  let who: String
  /// The cue of an attribution.
  let cue: String?
  let whom: String?
  /// The words, in quotation marks.
  let quoted: String
  var facts: [Fact]
  let hasFacts: Bool
  /// The line in one sentence of plain text.
  let plain: String
  /// Every span of the line with the part that it plays.
  let parts: [LinePart]
  /// The stretch of text that the line stands on.
  let span: Span
  /// Where the line is found for good.
  let address: String
  let reportAddress: String
  let reportTitle: String
  let published: Moment?
  /// A mail with claim, status, speaker, words, span and hash.
  let mailto: String
  var isLit = false
  /// Whether `who` says that nobody is named.
  var isNobody = false
}

/// A stretch of text that a line rests on.
struct LinePart: Sendable {
  enum Role: Sendable { case words, predicate }
  let span: Span
  let role: Role
}
