import Archive

/// What a person decided about a line, in words.
struct LineDecision: Sendable {
  let id: Int
  /// "confirmed", "corrected" …
  let verdict: String
  let who: String
  let when: Moment
  /// Of a correction, what the machine had and what stands there instead.
  let change: String?
  let why: String?
  let isUndone: Bool
  let isOrphaned: Bool
  /// The line's words as they were decided about; nil after a takedown, and for actors.
  let words: String?
  /// What it is about where there are no words: "report 3", "actor 17".
  let place: String
  /// The line where it stands now, else the report.
  let href: String?

  init(_ decision: Decision) {
    id = decision.id
    verdict = Self.words(decision.verdict)
    who = decision.who
    when = Moment(decision.at)
    change =
      decision.field.map { "\($0): \(decision.machine ?? "nothing") → \(decision.value ?? "")" }
      ?? decision.undoes.map { "decision \($0)" }
    why = decision.why
    isUndone = decision.isUndone
    isOrphaned = decision.isOrphaned
    words = decision.decided.map { "“\($0.words)”" }
    place =
      decision.document.map { "report \($0)" }
      ?? decision.actor.map { actor in
        "actor \(actor)" + (decision.otherActor.map { " into \($0)" } ?? "")
      } ?? ""
    href =
      decision.document.map { document in
        Address.report(document) + (decision.line.map { "/lines/\(Address.encoded($0))" } ?? "")
      } ?? decision.actor.map(Address.actor)
  }

  /// The same in short, beside the line.
  var fact: Fact {
    let note = [change, why].compactMap { $0 }.joined(separator: "; ")
    return Fact(verdict + " by", who, note: note.isEmpty ? nil : note)
  }

  private static func words(_ verdict: Decision.Verdict) -> String {
    switch verdict {
    case .confirm: "confirmed"
    case .correct: "corrected"
    case .reject: "rejected"
    case .note: "noted"
    case .merge: "merged"
    case .split: "split off"
    case .undo: "taken back"
    }
  }
}

extension Archive {
  /// What people decided about the lines of a report's newest reading, by line, the newest first.
  func decisionsByLine(of document: Int) throws -> [String: [LineDecision]] {
    var found: [String: [LineDecision]] = [:]
    var cursor: Cursor?
    repeat {
      let page = try decisions(about: document, after: cursor, limit: 200)
      for decision in page.items {
        if let line = decision.line { found[line, default: []].append(LineDecision(decision)) }
      }
      cursor = page.next
    } while cursor != nil
    return found
  }
}
