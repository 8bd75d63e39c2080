import Foundation

/// What a site's robots.txt lets a reader of one name fetch (RFC 9309).
public struct RobotsRules: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    let allows: Bool
    let pattern: RobotsPattern
  }

  private var rules: [Rule] = []
  private var forbidsAll = false
  /// The seconds that the site wants between two requests; no part of the standard, but widely
  /// meant.
  public private(set) var delay: Double?

  /// Nothing is forbidden: what holds where there is no robots.txt.
  public static let allowingAll = RobotsRules()
  /// Everything is forbidden: what holds where nobody knows.
  public static let forbiddingAll: RobotsRules = {
    var rules = RobotsRules()
    rules.forbidsAll = true
    return rules
  }()

  /// The most bytes that are read; the standard asks for 500 KiB at least.
  static let mostBytes = 512 << 10

  private init() {}

  /// Reads a robots.txt.
  ///
  /// - Parameters:
  ///   - bytes: the file; what stands behind the first half MiB isn't read.
  ///   - name: the reader's name (product token), matched in any case.
  public init(_ bytes: [UInt8], for name: String) {
    var groups: [Bool: RobotsRules] = [:]
    /// Whether the group that is being read is ours by name (true), anybody's (false).
    var current: Set<Bool> = []
    var namesFollow = false
    for line in Self.lines(bytes) {
      switch line.field {
      case "user-agent":
        if !namesFollow { current = [] }
        namesFollow = true
        let token = line.value.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        if line.value.hasPrefix("*") {
          current.insert(false)
        } else if token.lowercased() == name.lowercased() {
          current.insert(true)
        } else {
          continue
        }
        // A group without rules is one all the same: it allows all.
        for key in current where groups[key] == nil { groups[key] = RobotsRules() }
      case "allow", "disallow":
        namesFollow = false
        guard !line.value.isEmpty else { continue }
        let rule = Rule(allows: line.field == "allow", pattern: RobotsPattern(line.value))
        for key in current { groups[key, default: RobotsRules()].rules.append(rule) }
      case "crawl-delay":
        namesFollow = false
        guard let delay = Double(line.value), delay.isFinite, delay >= 0 else { continue }
        for key in current { groups[key, default: RobotsRules()].delay = delay }
      default: continue
      }
    }
    self = groups[true] ?? groups[false] ?? RobotsRules()
  }

  /// Whether a path with its query may be fetched: the longest pattern that fits decides, and
  /// where two are as long the one that allows.
  public func allows(_ target: String) -> Bool {
    if forbidsAll { return false }
    if target == "/robots.txt" { return true }
    let target = RobotsPattern.normal(target)
    var (best, allowed) = (-1, true)
    for rule in rules where rule.pattern.length >= best && rule.pattern.fits(target) {
      allowed = rule.pattern.length > best ? rule.allows : allowed || rule.allows
      best = rule.pattern.length
    }
    return allowed
  }

  private static func lines(_ bytes: [UInt8]) -> [(field: String, value: String)] {
    String(decoding: bytes.prefix(mostBytes), as: UTF8.self)
      .split { $0.isNewline }
      .compactMap { line in
        let line = line.prefix { $0 != "#" }
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let field = line[..<colon].trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
        return (
          field.trimmingCharacters(in: .whitespaces).lowercased(),
          line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        )
      }
  }
}
