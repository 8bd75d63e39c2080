/// The room that a dot or a name takes in a drawing, so that names stand where they touch nothing.
struct DrawnBox {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Eleven pixels of a sans serif take about seven a letter.
  private static let letter = 7.0

  init(around point: (x: Double, y: Double), radius: Double) {
    (left, right) = (point.x - radius, point.x + radius)
    (top, bottom) = (point.y - radius, point.y + radius)
  }

  /// A name that begins at a place.
  init(name: String, from start: Double, at y: Double) {
    (left, right) = (start, start + Self.letter * Double(name.count))
    (top, bottom) = (y - 7, y + 7)
  }

  /// A name that ends at a place.
  init(name: String, to end: Double, at y: Double) {
    (left, right) = (end - Self.letter * Double(name.count), end)
    (top, bottom) = (y - 7, y + 7)
  }

  /// A name with its middle at a place.
  init(name: String, around middle: Double, at y: Double) {
    let half = Self.letter * Double(name.count) / 2
    (left, right) = (middle - half, middle + half)
    (top, bottom) = (y - 7, y + 7)
  }

  func touches(_ other: DrawnBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
