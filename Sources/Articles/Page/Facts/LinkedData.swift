import Foundation

/// What a page's JSON-LD says: objects that may hold or point at each other.
struct LinkedData {
  /// All objects, those inside of others behind them, in page order.
  private(set) var objects: [[String: Any]] = []
  /// How many objects hold each.
  private var depths: [Int] = []
  /// The objects with a name by their `@id`, for what only points at them.
  private var named: [String: Int] = [:]

  /// The most objects that are read of a page.
  private static let limit = 500

  /// Adds the content of a script; what isn't JSON even with its usual faults mended is left out.
  mutating func add(_ script: [UInt8]) {
    var bytes = script
    // Raw line ends inside of strings are common, and no JSON; between values they don't matter.
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    while let last = bytes.last, last == 0x20 || last == 0x3B { bytes.removeLast() }
    if let value = try? JSONSerialization.jsonObject(with: Data(bytes)) {
      flatten(value)
    } else if let value = try? JSONSerialization.jsonObject(with: Data(Self.mended(bytes))) {
      flatten(value)
    }
  }

  /// The script from its first bracket to its last, without commas before closing brackets.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let last = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), first < last
    else { return [] }
    var result: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in bytes[first...last] {
      if isInString {
        if byte == 0x22, !isEscaped { isInString = false }
        isEscaped = byte == 0x5C && !isEscaped
      } else if byte == 0x22 {
        isInString = true
      } else if byte == 0x7D || byte == 0x5D {
        while let tail = result.last, tail == 0x20 || tail == 0x2C { result.removeLast() }
      }
      result.append(byte)
    }
    return result
  }

  private mutating func flatten(_ value: Any) {
    var stack: [(value: Any, depth: Int)] = [(value, 0)]
    while let (next, depth) = stack.popLast(), objects.count < Self.limit {
      if let list = next as? [Any] {
        stack += list.reversed().map { ($0, depth) }
      } else if let object = next as? [String: Any] {
        if let id = object["@id"] as? String, named[id] == nil, object["name"] != nil {
          named[id] = objects.count
        }
        objects.append(object)
        depths.append(depth)
        for key in object.keys.sorted().reversed() {
          guard let inner = object[key], inner is [Any] || inner is [String: Any] else { continue }
          stack.append((inner, key == "@graph" ? depth : depth + 1))
        }
      }
    }
  }

  /// The objects that describe articles, those that stand inside of others behind the rest.
  var articles: [[String: Any]] {
    objects.indices.filter { Self.types(objects[$0]).contains(where: Self.isArticle) }
      .sorted { (depths[$0], $0) < (depths[$1], $1) }
      .map { objects[$0] }
  }

  /// The names that a value gives: a text, an object with a name or one that points at such, or a
  /// list of these.
  func names(_ value: Any?) -> [String] {
    if let text = value as? String { return [PageMetadata.plain(text)] }
    if let object = value as? [String: Any] {
      let object = resolved(object)
      if let name = object["name"] { return names(name) }
      let parts = ["givenName", "familyName"].compactMap { object[$0] as? String }
      return parts.isEmpty ? [] : [PageMetadata.plain(parts.joined(separator: " "))]
    }
    if let list = value as? [Any] { return list.flatMap { names($0) } }
    return []
  }

  /// The authors that an article's object gives, with whether each is an organisation.
  func authors(of object: [String: Any]) -> [(name: String, isOrganisation: Bool)] {
    var entries: [Any] = []
    for case let value? in [object["author"], object["creator"]] {
      entries += value as? [Any] ?? [value]
    }
    return entries.flatMap { entry in
      let types = (entry as? [String: Any]).map { Self.types(resolved($0)) } ?? []
      let isOrganisation = types.contains { $0.hasSuffix("Organization") }
      return names(entry).map { ($0, isOrganisation) }
    }
  }

  /// An object that only points at another is that other.
  private func resolved(_ object: [String: Any]) -> [String: Any] {
    guard object["name"] == nil, let id = object["@id"] as? String, let at = named[id] else {
      return object
    }
    return objects[at]
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report"
  }

  /// The types of an object.
  static func types(_ object: [String: Any]) -> [String] {
    if let one = object["@type"] as? String { return [one] }
    return (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? []
  }
}
