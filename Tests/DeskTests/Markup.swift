import Synchronization

/// The tags of a page, read as a browser's tokeniser would, so that a test sees what would run.
struct Markup {
  /// Each element with each of its attributes, `a href`.
  private(set) var elements: Set<String> = []
  /// Values of attributes that lead somewhere.
  private var targets: [String] = []
  private var isClosed = true

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "/") {
        at = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      } else if Self.isLetter(bytes[at]) {
        at = tag(bytes, from: at)
      }
    }
  }

  /// Whether the page runs nothing but its own script and posts and leads nowhere that runs.
  var isSafe: Bool {
    let scripts = elements.filter { $0.hasPrefix("script") }
    let handlers = elements.filter { $0.contains(" on") }
    let foreign = elements.filter { element in
      ["iframe", "object", "embed", "base", "math", "img", "style"].contains {
        element == $0 || element.hasPrefix($0 + " ")
      }
    }
    return isClosed && scripts.isSubset(of: ["script", "script src", "script defer"])
      && handlers.isEmpty && foreign.isEmpty
      && targets.allSatisfy { target in
        ["/", "#", "mailto:?", "http://", "https://"].contains { target.hasPrefix($0) }
          && !target.hasPrefix("//")
      }
  }

  private mutating func tag(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    func word(_ stop: (UInt8) -> Bool) -> String {
      let begin = at
      while at < bytes.count, !stop(bytes[at]) { at += 1 }
      return String(decoding: bytes[begin..<at], as: UTF8.self).lowercased()
    }
    let name = word { Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    elements.insert(name)
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let attribute = word {
        Self.isSpace($0) || [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0)
      }
      elements.insert("\(name) \(attribute)")
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      var value = ""
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        let quote = bytes[at]
        at += 1
        value = word { $0 == quote }
        at += 1
      } else {
        value = word { Self.isSpace($0) || $0 == UInt8(ascii: ">") }
      }
      if ["href", "src", "action"].contains(attribute) { targets.append(value) }
    }
    if at >= bytes.count { isClosed = false }
    return at
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x0A, 0x09, 0x0D].contains(byte) }
}

/// A value that a test's closure sets.
final class Box<Value: Sendable>: Sendable {
  private let kept: Mutex<Value>
  init(_ value: Value) { kept = Mutex(value) }
  var value: Value { kept.withLock { $0 } }
  func set(_ value: Value) { kept.withLock { $0 = value } }
}
