/// What a page's JSON-LD says: objects that may hold or point at each other.
struct LinkedData {
  typealias Object = LooseJSON.Members

  /// All objects, those inside of others behind them, in page order.
  private(set) var objects: [Object] = []
  /// The objects that describe articles, those that stand inside of others behind the rest.
  private(set) var articles: [Object] = []
  /// Those of them that no other article's object holds: the page's own, rather than what it lists.
  private(set) var ownArticles: [Object] = []

  /// How many objects hold each.
  private var depths: [Int] = []
  /// The objects with a name by their `@id`, for what only points at them.
  private var named: [String: Int] = [:]

  /// The members that are ever asked for.
  private static let keys: HashNumbers = {
    var keys = HashNumbers(capacity: 32)
    for key in [
      "@type", "@id", "@graph", "@list", "@value", "name", "givenName", "familyName", "headline",
      "author", "creator", "publisher", "datePublished", "dateCreated", "dateModified",
      "uploadDate", "isAccessibleForFree",
    ] { _ = keys.number(of: WordHash.of(key)) }
    return keys
  }()
  /// The most objects that are read of a page.
  private static let limit = 500

  /// Adds the content of a script.
  mutating func add(_ script: [UInt8]) {
    var script = script
    // Some pages write references for the quotation marks, which a script's text doesn't resolve.
    if script.first(where: { $0 > 0x20 }) != 0x5B, !script.contains(0x22), script.contains(0x26) {
      script = Array(PlainWords.of(String(decoding: script, as: UTF8.self)).utf8)
    }
    for value in LooseJSON.values(script, keys: Self.keys) { flatten(value) }
    settleArticles()
  }

  private mutating func flatten(_ value: LooseJSON) {
    var stack: [(value: LooseJSON, depth: Int)] = [(value, 0)]
    while let (next, depth) = stack.popLast(), objects.count < Self.limit {
      if case .list(let list) = next {
        stack += list.reversed().map { ($0, depth) }
      } else if let object = next.members {
        if let id = object["@id"]?.text, named[id] == nil, object["name"] != nil {
          named[id] = objects.count
        }
        objects.append(object)
        depths.append(depth)
        guard object.entries.contains(where: \.value.holdsOthers) else { continue }
        let inner = object.entries.enumerated().filter { $0.element.value.holdsOthers }
          .sorted { ($0.element.key, $0.offset) > ($1.element.key, $1.offset) }
        for (place, entry) in inner.enumerated() {
          let key = entry.element.key
          // Of two members of one name the first counts.
          if place + 1 < inner.count, inner[place + 1].element.key == key { continue }
          stack.append((entry.element.value, key == "@graph" ? depth : depth + 1))
        }
      }
    }
  }

  private mutating func settleArticles() {
    var found = objects.indices.filter { Self.isArticle(objects[$0]["@type"]) }
    if found.isEmpty {
      found = objects.indices.filter {
        objects[$0]["headline"] != nil && objects[$0]["author"] != nil
      }
    }
    found.sort { (depths[$0], $0) < (depths[$1], $1) }
    articles = found.map { objects[$0] }
    ownArticles = found.prefix { depths[$0] == depths[found[0]] }.map { objects[$0] }
  }

  /// The names that a value gives: a text, an object with a name or one that points at such, or a
  /// list of these.
  func names(_ value: LooseJSON?) -> [String] {
    switch value {
    case .text(let text)?: return [PlainWords.of(text)]
    case .object(let object)?:
      let object = resolved(object)
      if let name = object["name"] { return names(name) }
      if let list = object["@list"] ?? object["@value"] { return names(list) }
      let parts = ["givenName", "familyName"].compactMap { object[$0]?.text }
      return parts.isEmpty ? [] : [PlainWords.of(parts.joined(separator: " "))]
    case .list(let list)?: return list.flatMap { names($0) }
    default: return []
    }
  }

  /// The first text or number that a value gives.
  func text(_ value: LooseJSON?) -> String? {
    if case .number(let number)? = value { return number }
    return names(value).first { !$0.isEmpty }
  }

  /// An author as an article's object gives it.
  struct Author {
    var name: String
    var isOrganisation: Bool
    /// Whether the page says outright that it is a person.
    var isPerson: Bool
  }

  /// The authors that an article's object gives.
  func authors(of object: Object) -> [Author] {
    let entries = [object["author"], object["creator"]].compactMap { $0 }.flatMap(\.elements)
    return entries.flatMap { entry in
      let types = entry.members.map { Self.types(resolved($0)) } ?? []
      let isOrganisation = types.contains { $0.hasSuffix("Organization") }
      let isPerson = types.contains { $0.hasSuffix("Person") }
      return names(entry).map {
        Author(name: $0, isOrganisation: isOrganisation && !isPerson, isPerson: isPerson)
      }
    }
  }

  /// An object that only points at another is that other.
  private func resolved(_ object: Object) -> Object {
    guard object["name"] == nil, let id = object["@id"]?.text, let at = named[id] else {
      return object
    }
    return objects[at]
  }

  private static func isArticle(_ type: LooseJSON?) -> Bool {
    switch type {
    case .text(let type)?: isArticle(type)
    case .list(let types)?: types.contains { $0.text.map(isArticle) ?? false }
    default: false
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type[...].ends(in: "Article") || type[...].ends(in: "BlogPosting") || type == "Report"
  }

  /// The types of an object.
  static func types(_ object: Object) -> [String] {
    object["@type"]?.elements.compactMap(\.text) ?? []
  }
}
