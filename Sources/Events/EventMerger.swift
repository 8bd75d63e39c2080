import Mentions
import Records
import Syntax

/// Joins the tellings of one act: the same type and mode, the same parties, statuses that can be
/// those of one act, dates that don't contradict.
struct EventMerger {
  private(set) var events: [FoundEvent] = []

  /// Adds an event, or its telling to the event that it tells again.
  mutating func add(_ event: FoundEvent) {
    for index in events.indices where isSame(events[index], event) {
      merge(event, into: index)
      return
    }
    events.append(event)
  }

  private func isSame(_ first: FoundEvent, _ second: FoundEvent) -> Bool {
    guard first.type == second.type, first.mode == second.mode else { return false }
    let one = first.tellings[first.tellings.count - 1]
    let other = second.tellings[0]
    guard one.predicate.sentence != other.predicate.sentence else { return false }
    guard Self.stage(one.factuality.status) == Self.stage(other.factuality.status) else {
      return false
    }
    if let date = one.date, let second = other.date, date.text != second.text { return false }
    guard agree(first.actors, second.actors), agree(first.recipients, second.recipients) else {
      return false
    }
    let sharesActor = first.actors.contains(where: second.actors.contains)
    let sharesRecipient = first.recipients.contains(where: second.recipients.contains)
    return sharesActor && (sharesRecipient || first.mode != nil)
  }

  /// Whether two lists of parties can be the same: one is empty, or they share a member.
  private func agree(_ first: [Int], _ second: [Int]) -> Bool {
    first.isEmpty || second.isEmpty || first.contains(where: second.contains)
  }

  /// Statuses that one act can have in two tellings.
  private static func stage(_ status: EventStatus) -> Int {
    switch status {
    case .happened, .ongoing, .claimed: 0
    case .planned, .expected: 1
    case .possible: 2
    case .conditional: 3
    case .requested: 4
    case .denied: 5
    case .cancelled: 6
    }
  }

  private mutating func merge(_ event: FoundEvent, into index: Int) {
    events[index].tellings += event.tellings
    if events[index].actorSpans.isEmpty { events[index].actorSpans = event.actorSpans }
    if events[index].recipientSpans.isEmpty { events[index].recipientSpans = event.recipientSpans }
    if events[index].place == nil { events[index].place = event.place }
    if events[index].size == EventSize() { events[index].size = event.size }
    for actor in event.actors where !events[index].actors.contains(actor) {
      events[index].actors.append(actor)
    }
    for recipient in event.recipients where !events[index].recipients.contains(recipient) {
      events[index].recipients.append(recipient)
    }
  }
}
