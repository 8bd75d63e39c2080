import Archive
import Hummingbird
import Records

/// A decision about a line as a form gives it.
struct LineVerdict: Sendable {
  let verdict: Decision.Verdict
  let document: Int
  let line: String
  let field: String?
  let value: String?

  /// Reads the verdict, and of a correction the field with its value: `status` or `type` by their own
  /// names, any field by `field` and `value`.
  ///
  /// - Throws: `HTTPError` 400 that tells what is missing.
  init(_ form: Form, document: Int, line: String) throws {
    guard let verdict = form["verdict"].flatMap(Decision.Verdict.init),
      [.confirm, .correct, .reject, .note].contains(verdict)
    else {
      throw HTTPError(.badRequest, message: "‘verdict’ is one of confirm, correct, reject, note.")
    }
    (self.verdict, self.document, self.line) = (verdict, document, line)
    guard verdict == .correct else {
      (field, value) = (nil, nil)
      return
    }
    let chosen = ["status", "type"].first { form[$0] != nil }
    field = chosen ?? form["field"]
    value = form[chosen ?? "value"]
    guard field != nil, value != nil else {
      throw HTTPError(
        .badRequest, message: "A correction says which field is otherwise, and what stands there.")
    }
  }

  /// Keeps it and gives its number.
  ///
  /// - Throws: `ArchiveError`.
  func keep(in archive: Archive, who: String, why: String?) throws -> Int {
    try archive.decide(
      verdict, line: line, of: document, field: field, value: value, who: who, why: why)
  }
}

/// The form by which a reviewer decides about a line.
struct VerdictForm: Sendable {
  let document: Int
  let line: String
  /// The search that the review goes on with.
  let query: String
  /// Where the desk goes after it; nil for the review.
  let next: String?
  let isEvent: Bool
  let statuses = EventStatus.allCases.map(\.rawValue)
  let types = EventType.allCases.map(\.rawValue)
  /// What else can be otherwise.
  let fields: [String]

  init(document: Int, line: String, isEvent: Bool, query: String = "", next: String? = nil) {
    (self.document, self.line, self.isEvent) = (document, line, isEvent)
    (self.query, self.next) = (query, next)
    fields = RecordLine.fields(of: isEvent ? .event : .attribution)
      .filter { !isEvent || !["status", "type"].contains($0) }
  }
}
