import Foundation

/// Places the nodes of a network so that tied ones lie near each other: springs along the ties,
/// all others push (Fruchterman and Reingold 1991). The start is a circle and nothing is random,
/// so the same network is drawn the same.
enum Spring {
  struct Point: Sendable {
    var x: Double
    var y: Double
  }

  /// The places of `count` nodes in the square from 0 to 1; `ties` name pairs of nodes.
  static func layout(_ count: Int, ties: [(Int, Int, weight: Double)]) -> [Point] {
    guard count > 1 else { return [Point](repeating: Point(x: 0.5, y: 0.5), count: count) }
    var points = (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      return Point(x: cos(angle), y: sin(angle))
    }
    let length = 2 / Double(count).squareRoot()
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
        // A weak pull to the middle keeps parts without ties on the sheet.
        forces[one].x -= points[one].x * 0.6 * length
        forces[one].y -= points[one].y * 0.6 * length
      }
      for (one, other, weight) in ties {
        push(one, other) { -$0 * $0 / length * min(weight, 4).squareRoot() }
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

  private static func fitted(_ points: [Point]) -> [Point] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 1)
    let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 1)
    let (width, height) = (max(right - left, 1e-9), max(bottom - top, 1e-9))
    return points.map { Point(x: ($0.x - left) / width, y: ($0.y - top) / height) }
  }
}
