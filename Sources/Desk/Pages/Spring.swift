import Foundation

/// Places the nodes of a network so that tied ones lie near each other: springs along the ties,
/// all others push (Fruchterman and Reingold 1991). The start is a spiral and nothing is random,
/// so the same network is drawn the same.
enum Spring {
  struct Point: Sendable {
    var x: Double
    var y: Double
  }

  /// The places of `count` nodes in the square from 0 to 1; `ties` name pairs of nodes.
  static func layout(_ count: Int, ties: [(Int, Int, weight: Double)]) -> [Point] {
    guard count > 1 else { return [Point](repeating: Point(x: 0.5, y: 0.5), count: count) }
    // The first nodes have the strongest ties and begin in the middle.
    var points = (0..<count).map { index in
      let angle = 2.399963 * Double(index)
      let radius = (Double(index) / Double(count)).squareRoot()
      return Point(x: radius * cos(angle), y: radius * sin(angle))
    }
    let length = 1.6 / Double(count).squareRoot()
    let rounds = 240
    for round in 0..<rounds {
      var forces = [Point](repeating: Point(x: 0, y: 0), count: count)
      func push(_ one: Int, _ other: Int, _ force: (Double) -> Double) {
        let (dx, dy) = (points[one].x - points[other].x, points[one].y - points[other].y)
        let distance = max((dx * dx + dy * dy).squareRoot(), 1e-6)
        let strength = force(distance) / distance
        forces[one].x += dx * strength
        forces[one].y += dy * strength
        forces[other].x -= dx * strength
        forces[other].y -= dy * strength
      }
      for one in 0..<count {
        for other in 0..<one { push(one, other) { length * length / $0 } }
        // A pull to the middle, so that parts without ties to it stay near.
        forces[one].x -= points[one].x * 1.2
        forces[one].y -= points[one].y * 1.2
      }
      for (one, other, weight) in ties {
        push(one, other) { -$0 * $0 / length * min(weight, 3).squareRoot() * 0.5 }
      }
      let heat = 0.15 * (1 - Double(round) / Double(rounds))
      for index in 0..<count {
        let (x, y) = (forces[index].x, forces[index].y)
        let size = max((x * x + y * y).squareRoot(), 1e-9)
        points[index].x += x / size * min(size, heat)
        points[index].y += y / size * min(size, heat)
      }
    }
    return fitted(points)
  }

  /// Stretched over the square: half by place and half by rank, so that a crowd in the middle gets
  /// more room than an outlier.
  private static func fitted(_ points: [Point]) -> [Point] {
    func stretched(_ values: [Double]) -> [Double] {
      let (least, most) = (values.min() ?? 0, values.max() ?? 1)
      let width = max(most - least, 1e-9)
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      var ranks = [Double](repeating: 0, count: values.count)
      for (rank, index) in order.enumerated() {
        ranks[index] = Double(rank) / Double(max(values.count - 1, 1))
      }
      return values.indices.map { ((values[$0] - least) / width + ranks[$0]) / 2 }
    }
    return zip(stretched(points.map(\.x)), stretched(points.map(\.y))).map { Point(x: $0, y: $1) }
  }
}
