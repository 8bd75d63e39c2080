import Archive
import Foundation
import Hummingbird

/// Where events are told to lie, as a drawing and as a table.
struct MapPage {
  let hall: Hall

  struct Dot: Sendable {
    let x: String
    let y: String
    let radius: String
    let name: String
    let country: String
    let count: Int
    let href: String
  }

  struct Rule: Sendable {
    let x1: String
    let y1: String
    let x2: String
    let y2: String
  }

  struct Label: Sendable {
    let x: String
    let y: String
    let label: String
    /// Which end of the label stands there: `start`, `middle` or `end`.
    var anchor = "start"
  }

  struct Model: Sendable {
    let summary: String
    let isEmpty: Bool
    let box: String
    let lines: [Rule]
    let ticks: [Label]
    let dots: [Dot]
    let names: [Label]
  }

  func add(to router: Router<DeskContext>) {
    router.get("/map") { request, context in
      let places = try await hall.ask { try $0.places() }
      return hall.page("map", Self.model(places), request, context)
    }
  }

  /// The drawing: longitude and latitude as x and y, as wide and high as the places need.
  static func model(_ places: [PlaceCount]) -> Model {
    let sheet = Sheet(places)
    let most = Double(places.first?.events ?? 1)
    let dots = places.map { place in
      let point = sheet.point(place.lon, place.lat)
      return Dot(
        x: figure(point.x), y: figure(point.y),
        radius: figure(4 + 14 * (Double(place.events) / most).squareRoot()), name: place.name,
        country: place.country ?? "", count: place.events,
        href: Address.search("place:\"\(place.name)\""))
    }
    // Names where there is room: pointing tells the others, and the table.
    var taken = places.map { place in
      let point = sheet.point(place.lon, place.lat)
      let radius = 4 + 14 * (Double(place.events) / most).squareRoot()
      return DrawnBox(around: point, radius: radius)
    }
    let names = places.prefix(24).enumerated().compactMap { index, place -> Label? in
      let (point, dot) = (sheet.point(place.lon, place.lat), taken[index])
      // Beside the dot, else below or above it.
      let choices: [(room: DrawnBox, x: Double, y: Double, anchor: String)] = [
        (
          DrawnBox(name: place.name, from: dot.right + 3, at: point.y), dot.right + 3, point.y,
          "start"
        ),
        (DrawnBox(name: place.name, to: dot.left - 3, at: point.y), dot.left - 3, point.y, "end"),
        (
          DrawnBox(name: place.name, around: point.x, at: dot.bottom + 9), point.x, dot.bottom + 9,
          "middle"
        ),
        (
          DrawnBox(name: place.name, around: point.x, at: dot.top - 9), point.x, dot.top - 9,
          "middle"
        ),
      ]
      let free = choices.first { choice in
        choice.room.left > 0 && choice.room.right < sheet.width
          && !taken.contains(where: choice.room.touches)
      }
      guard let free else { return nil }
      taken.append(free.room)
      return Label(
        x: figure(free.x), y: figure(free.y + 4), label: place.name, anchor: free.anchor)
    }
    let (lines, ticks) = sheet.grid()
    return Model(
      summary: places.count == 1 ? "1 place." : "\(places.count) places.",
      isEmpty: places.isEmpty, box: "0 0 \(figure(sheet.width)) \(figure(sheet.height))",
      lines: lines, ticks: ticks, dots: dots, names: Array(names))
  }

  /// A number as a drawing writes it.
  static func figure(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  /// The part of the earth that is drawn.
  private struct Sheet {
    let west: Double
    let east: Double
    let south: Double
    let north: Double
    let width = 1000.0
    var height: Double { width * (north - south) / (east - west) }

    init(_ places: [PlaceCount]) {
      let (lons, lats) = (places.map(\.lon), places.map(\.lat))
      var (left, right) = ((lons.min() ?? -180) - 4, (lons.max() ?? 180) + 12)
      var (low, high) = ((lats.min() ?? -90) - 4, (lats.max() ?? 90) + 4)
      // A sheet of few places isn't drawn as a strip.
      if right - left < 24 { (left, right) = ((left + right) / 2 - 12, (left + right) / 2 + 12) }
      let missing = (right - left) * 0.45 - (high - low)
      if missing > 0 { (low, high) = (low - missing / 2, high + missing / 2) }
      (west, east, south, north) = (left, right, low, high)
    }

    func point(_ lon: Double, _ lat: Double) -> (x: Double, y: Double) {
      ((lon - west) / (east - west) * width, (north - lat) / (north - south) * height)
    }

    func grid() -> ([Rule], [Label]) {
      let step = east - west > 120 ? 30.0 : east - west > 40 ? 10 : 5
      var (lines, ticks): ([Rule], [Label]) = ([], [])
      for lon in stride(from: (west / step).rounded(.up) * step, through: east, by: step) {
        let x = figure(point(lon, 0).x)
        lines.append(Rule(x1: x, y1: "0", x2: x, y2: figure(height)))
        ticks.append(Label(x: x, y: figure(height - 4), label: Self.degrees(lon, "E", "W")))
      }
      for lat in stride(from: (south / step).rounded(.up) * step, through: north, by: step) {
        let y = figure(point(0, lat).y)
        lines.append(Rule(x1: "0", y1: y, x2: figure(width), y2: y))
        ticks.append(Label(x: "4", y: y, label: Self.degrees(lat, "N", "S")))
      }
      return (lines, ticks)
    }

    private static func degrees(_ value: Double, _ plus: String, _ minus: String) -> String {
      "\(Int(abs(value)))°\(value > 0 ? plus : value < 0 ? minus : "")"
    }
  }
}
