import Records
import Syntax
import Text

/// An attribution while the report is read.
struct Draft {
  var source: [Span] = []
  var cue: [Span] = []
  var content: [Span]
  var by: String
  var kind: Attribution.Kind = .speech
  /// The head of the cue; nil where none is written.
  var cueHead: TokenAddress?
  /// The head of the source; nil where none is written.
  var sourceHead: TokenAddress?
  /// The draft whose speaker an inferred one takes.
  var anchor: Int?
  var form: Attribution.Form = .indirect
  var sourceKind: Attribution.SourceKind = .unwritten
  var entity: Int?
  var channel: Attribution.Channel?
  var within: Int?

  /// Where its cue stands, or its content where no cue is written.
  var place: Int { (cue.first ?? content.first)?.start ?? 0 }

  /// Whether its content holds a place.
  func holds(_ offset: Int) -> Bool { content.contains { $0.contains(offset) } }
}
