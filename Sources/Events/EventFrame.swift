import Records

/// One step from a predicate to a party or a word that a frame asks for.
enum Step: Hashable, Sendable {
  case subject, object, indirectObject, possessor, modifier
  /// The infinitive below the predicate.
  case infinitive
  /// The predicate of the that-clause below it.
  case clause
  /// A predicate that completes an object: "called him a *fool*".
  case complement
  /// A word before a noun: "a *scathing* attack", "a *mediation* effort".
  case adjective, compound
  /// The noun behind a preposition.
  case preposition(String)

  init(_ name: Substring) {
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "iobj": self = .indirectObject
    case "poss": self = .possessor
    case "mod": self = .modifier
    case "inf": self = .infinitive
    case "comp": self = .clause
    case "xcomp": self = .complement
    case "amod": self = .adjective
    case "compound": self = .compound
    default: self = .preposition(String(name))
    }
  }
}

/// What a frame asks of the word at the end of a path.
enum FrameTest: Hashable, Sendable {
  /// Any word.
  case any
  /// Somebody: a person, a state, an organisation, a group.
  case somebody
  /// A person, or somebody who is sent: an envoy, a delegation.
  case person
  /// A place that one can go to.
  case place
  /// A predicate that tells a hostile act.
  case hostile
  /// A noun of a class of `noun-classes.tsv`.
  case member(Set<String>)

  /// How much the test asks for.
  var weight: Int { self == .any ? 2 : 3 }
}

/// What must stand around a predicate so that it tells an event, and where its parties are.
struct EventFrame: Hashable, Sendable {
  struct Constraint: Hashable, Sendable {
    let path: [Step]
    let test: FrameTest
  }

  private(set) var constraints: [Constraint] = []
  /// What must not stand there.
  private(set) var absent: [Constraint] = []
  private(set) var needsClause = false
  /// Whether the clause must say what shall be: "insist that he *leave*", "that he *should* leave".
  private(set) var needsSubjunctive = false
  private(set) var needsGerund = false
  private(set) var needsPassive = false
  /// Where the actor is; nil for the usual places.
  private(set) var actor: [[Step]]?
  /// Where the recipient is; nil for the usual places.
  private(set) var recipient: [[Step]]?
  /// How much the frame asks for; of the frames that fit, the one that asks for most is taken.
  private(set) var weight = 0

  /// Whether it asks for nothing but parties of the predicate itself.
  var isDirect: Bool {
    constraints.allSatisfy { $0.path.count == 1 && ($0.test == .any || $0.test == .somebody) }
  }

  /// Reads a frame as `events.tsv` writes it.
  ///
  /// - Throws: the reason, in words, why it cannot be read.
  init(_ text: String, classes: NounClasses) throws(FrameError) {
    for item in text.split(separator: " ") where item != "-" {
      let equals = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if equals.count == 2 {
        let slots = equals[1].split(separator: ",").filter { $0 != "-" }.map(Self.path)
        switch equals[0] {
        case "a": actor = slots
        case "r": recipient = slots
        default: throw FrameError("\"\(item)\" names neither the actor (a=) nor the recipient (r=)")
        }
        continue
      }
      let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      switch item {
      case "that": needsClause = true
      case "that_should": needsSubjunctive = true
      case "ing": needsGerund = true
      case "passive": needsPassive = true
      case "inf": constraints.append(Constraint(path: [.infinitive], test: .any))
      default:
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
          throw FrameError("\"\(item)\" is not a part of a frame, such as obj:* or with:@")
        }
        if parts[0] == "no" {
          absent.append(Self.constraint(parts[1], classes))
        } else {
          constraints.append(Self.constraint(item, classes))
        }
      }
    }
    // "discussed Libya with Trump": a frame that asks for somebody behind a preposition, and for no
    // object, means them.
    if recipient == nil, !constraints.contains(where: { $0.path == [.object] }) {
      let asked = constraints.filter { $0.test == .somebody && $0.path.count == 1 }.map(\.path)
      let phrases = asked.filter { if case .preposition? = $0.first { true } else { false } }
      if !phrases.isEmpty { recipient = phrases + [[.object]] }
    }
    weight = constraints.reduce(0) { $0 + $1.test.weight }
    for flag in [needsClause, needsSubjunctive, needsGerund, needsPassive] where flag {
      weight += 1
    }
    weight += absent.count
  }

  /// Reads `path:test`; a path alone asks for any word.
  private static func constraint(_ text: Substring, _ classes: NounClasses) -> Constraint {
    let parts = text.split(separator: ":", maxSplits: 1)
    return Constraint(
      path: path(parts[0]), test: parts.count == 2 ? classes.test(String(parts[1])) : .any)
  }

  private static func path(_ text: Substring) -> [Step] {
    text.split(separator: ".").map { Step($0) }
  }
}

/// Why a frame cannot be read.
struct FrameError: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}
