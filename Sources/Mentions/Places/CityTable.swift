import Foundation
import Gazetteer

/// The embedded table of cities (GeoNames, 15,000 inhabitants and more), searched where it lies:
/// nothing is read at start. Training/places/make_cities.py tells its format.
enum CityTable {
  /// A city that bears a name.
  struct City: Sendable {
    let name: String
    /// ISO 3166-1 alpha-3.
    let country: String
    let population: Int
    let latitude: Double
    let longitude: Double
  }

  private static let rowSize = 12

  private static var count: Int { Int(number(at: 0, bytes: 4)) }

  /// The cities that bear a name, the largest first.
  ///
  /// - Complexity: O(log n) comparisons.
  static func cities(named name: String) -> [City] {
    let key = Array(FoldedName.key(name).utf8)
    if key.isEmpty || key.count > 63 { return [] }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if precedes(row: middle, key) { low = middle + 1 } else { high = middle }
    }
    var cities: [City] = []
    while low < count, string(at: textOffset(low)).utf8.elementsEqual(key) {
      cities.append(city(low))
      low += 1
    }
    return cities
  }

  private static func city(_ row: Int) -> City {
    let start = 4 + row * rowSize
    let key = textOffset(row)
    let name = key + 1 + Int(byte(at: key))
    let country = name + 1 + Int(byte(at: name))
    return City(
      name: byte(at: name) == 0 ? capitalised(string(at: key)) : string(at: name),
      country: string(at: country), population: Int(number(at: start + 4, bytes: 4)),
      latitude: Double(Int16(truncatingIfNeeded: Int(number(at: start + 8, bytes: 2)))) / 100,
      longitude: Double(Int16(truncatingIfNeeded: Int(number(at: start + 10, bytes: 2)))) / 100)
  }

  private static func capitalised(_ key: String) -> String {
    key.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private static func textOffset(_ row: Int) -> Int {
    4 + count * rowSize + Int(number(at: 4 + row * rowSize, bytes: 4))
  }

  private static func precedes(row: Int, _ key: [UInt8]) -> Bool {
    let offset = textOffset(row)
    let length = Int(byte(at: offset))
    for index in 0..<min(length, key.count) {
      let own = byte(at: offset + 1 + index)
      if own != key[index] { return own < key[index] }
    }
    return length < key.count
  }

  private static func string(at offset: Int) -> String {
    let length = Int(byte(at: offset))
    return String(
      decoding: (0..<length).map { byte(at: offset + 1 + $0) }, as: UTF8.self)
  }

  private static func number(at offset: Int, bytes: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<bytes { value |= UInt32(byte(at: offset + index)) << (8 * index) }
    return value
  }

  /// A byte of the table; every read goes through this bound.
  private static func byte(at offset: Int) -> UInt8 {
    precondition(0 <= offset && offset < Int(verbale_cities_size()), "outside the table")
    // The table is a constant of that many bytes, which live as long as the program.
    return unsafe verbale_cities()[offset]
  }
}
