import Archive
import Foundation
import Hummingbird

/// Who stands in events with whom, as a drawing and as a table.
struct NetworkPage {
  let hall: Hall

  struct Dot: Sendable {
    let x: String
    let y: String
    let radius: String
    let textX: String
    let textY: String
    let anchor: String
    let name: String
    let count: Int
    let href: String
    /// Whether there is room for the name; else pointing tells it, and the table.
    let isNamed: Bool
  }

  struct Tie: Sendable {
    let x1: String
    let y1: String
    let x2: String
    let y2: String
    let width: String
    let name: String
  }

  struct Pair: Sendable {
    let one: String
    let other: String
    let count: Int
  }

  struct Model: Sendable {
    let summary: String
    let isEmpty: Bool
    let box: String
    let dots: [Dot]
    let ties: [Tie]
    let pairs: [Pair]
  }

  private static let (width, height) = (1000.0, 640.0)

  func add(to router: Router<DeskContext>) {
    router.get("/network") { request, context in
      let ties = try await hall.ask { try $0.ties() }
      return hall.page("network", Self.model(ties), request, context)
    }
  }

  static func model(_ ties: [ActorTie]) -> Model {
    var order: [Int: Int] = [:]
    var names: [(id: Int, name: String, count: Int)] = []
    for tie in ties {
      for party in [tie.actor, tie.recipient] {
        if order[party.actor] == nil {
          order[party.actor] = names.count
          names.append((party.actor, party.name, 0))
        }
        names[order[party.actor] ?? 0].count += tie.events
      }
    }
    let edges = ties.compactMap { tie -> (Int, Int, weight: Double)? in
      guard let one = order[tie.actor.actor], let other = order[tie.recipient.actor] else {
        return nil
      }
      return (one, other, Double(tie.events))
    }
    let places = Spring.layout(names.count, ties: edges).map { point in
      (x: 120 + point.x * (width - 240), y: 30 + point.y * (height - 60))
    }
    let most = Double(names.map(\.count).max() ?? 1)
    let figure = MapPage.figure
    let radii = names.map { 4 + 10 * (Double($0.count) / most).squareRoot() }
    let named = roomForNames(names.map(\.name), names.map(\.count), places, radii)
    let dots = zip(names, places).enumerated().map { index, pair in
      let (node, place) = pair
      let radius = radii[index]
      let isRight = place.x > width * 0.6
      return Dot(
        x: figure(place.x), y: figure(place.y), radius: figure(radius),
        textX: figure(place.x + (isRight ? -radius - 4 : radius + 4)), textY: figure(place.y + 4),
        anchor: isRight ? "end" : "start", name: node.name, count: node.count,
        href: Address.actor(node.id), isNamed: named[index])
    }
    let lines = zip(edges, ties).map { edge, tie in
      Tie(
        x1: figure(places[edge.0].x), y1: figure(places[edge.0].y), x2: figure(places[edge.1].x),
        y2: figure(places[edge.1].y), width: figure(min(1 + edge.weight / 2, 8)),
        name: "\(tie.actor.name) → \(tie.recipient.name): \(tie.events)")
    }
    return Model(
      summary: "\(names.count) actors with the strongest ties in the newest reports.",
      isEmpty: ties.isEmpty, box: "0 0 \(figure(width)) \(figure(height))", dots: dots,
      ties: lines,
      pairs: ties.map { Pair(one: $0.actor.name, other: $0.recipient.name, count: $0.events) })
  }

  /// Which names can stand beside their dots without touching another name or dot; those of the
  /// most events come first.
  private static func roomForNames(
    _ names: [String], _ counts: [Int], _ places: [(x: Double, y: Double)], _ radii: [Double]
  ) -> [Bool] {
    let dots = zip(places, radii).map { DrawnBox(around: $0, radius: $1) }
    var taken: [DrawnBox] = []
    var named = [Bool](repeating: false, count: names.count)
    for index in names.indices.sorted(by: { (-counts[$0], $0) < (-counts[$1], $1) }) {
      let (place, radius) = (places[index], radii[index] + 4)
      let box =
        place.x > width * 0.6
        ? DrawnBox(name: names[index], to: place.x - radius, at: place.y)
        : DrawnBox(name: names[index], from: place.x + radius, at: place.y)
      let isFree =
        !taken.contains(where: box.touches)
        && !dots.indices.contains { $0 != index && box.touches(dots[$0]) }
      if isFree {
        taken.append(box)
        named[index] = true
      }
    }
    return named
  }
}
