import Foundation

/// Checks JSON against the part of JSON Schema (draft 2020-12) that the record's schema uses; a
/// keyword that it doesn't know is itself a violation, so that nothing goes unchecked.
public struct SchemaValidator {
  private let root: [String: Any]

  /// A validator for a schema.
  ///
  /// - Throws: where the schema isn't a JSON object.
  public init(schema: String) throws {
    guard
      let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
    else { throw CocoaError(.propertyListReadCorrupt) }
    root = object
  }

  /// What in the JSON text breaks the schema, as path and reason.
  ///
  /// - Throws: where the text isn't JSON.
  public func violations(in json: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    return check(value, root, at: "")
  }

  private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      violations(of: keyword, rule, schema, value, at: path)
    }
  }

  private func violations(
    of keyword: String, _ rule: Any, _ schema: [String: Any], _ value: Any, at path: String
  ) -> [String] {
    func fail(_ passed: Bool, _ reason: @autoclosure () -> String) -> [String] {
      passed ? [] : ["\(path): \(reason())"]
    }
    switch keyword {
    case "$schema", "title", "description", "$defs": return []
    case "$ref":
      let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(path): no definition \(name)"]
      }
      return check(value, target, at: path)
    case "type":
      let kinds = rule as? [String] ?? [rule as? String ?? ""]
      return fail(kinds.contains { has(value, type: $0) }, "is not \(kinds)")
    case "const": return fail("\(value)" == "\(rule)", "is not \(rule)")
    case "enum":
      let choices = rule as? [String] ?? []
      return fail((value as? String).map(choices.contains) ?? false, "is none of \(choices)")
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return fail(text.range(of: pattern, options: .regularExpression) != nil, "\(text)")
    case "anyOf":
      let options = rule as? [[String: Any]] ?? []
      let results = options.map { check(value, $0, at: path) }
      return results.contains { $0.isEmpty } ? [] : results.first ?? []
    case "items":
      guard let elements = value as? [Any], let item = rule as? [String: Any] else { return [] }
      return elements.enumerated().flatMap { check($1, item, at: "\(path)/\($0)") }
    case "minItems": return fail((value as? [Any])?.count ?? 0 >= rule as? Int ?? 0, "too short")
    case "maxItems": return fail((value as? [Any])?.count ?? 0 <= rule as? Int ?? 0, "too long")
    case "minimum":
      return fail((value as? Double) ?? .infinity >= (rule as? Double) ?? 0, "too small")
    case "maximum":
      return fail((value as? Double) ?? -.infinity <= (rule as? Double) ?? 0, "too large")
    case "properties":
      guard let members = value as? [String: Any], let rules = rule as? [String: [String: Any]]
      else { return [] }
      return rules.sorted { $0.key < $1.key }.flatMap { name, rule in
        members[name].map { check($0, rule, at: "\(path)/\(name)") } ?? []
      }
    case "required":
      guard let members = value as? [String: Any] else { return [] }
      return (rule as? [String] ?? []).filter { members[$0] == nil }.map { "\(path): no \($0)" }
    case "additionalProperties":
      guard let members = value as? [String: Any] else { return [] }
      let known = schema["properties"] as? [String: Any] ?? [:]
      return members.keys.sorted().filter { known[$0] == nil }.map { "\(path): unknown \($0)" }
    default: return ["\(path): the validator doesn't know the keyword \(keyword)"]
    }
  }

  private func has(_ value: Any, type: String) -> Bool {
    switch type {
    case "null": return value is NSNull
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "boolean": return (value as? NSNumber).map { CFBooleanLike.isBoolean($0) } ?? false
    case "integer":
      guard let number = value as? NSNumber, !CFBooleanLike.isBoolean(number) else { return false }
      return number.doubleValue == number.doubleValue.rounded()
    case "number": return (value as? NSNumber).map { !CFBooleanLike.isBoolean($0) } ?? false
    default: return false
    }
  }
}

/// Foundation reads `true` and `1` both as NSNumber; as a Boolean only `true` and `false` bridge.
private enum CFBooleanLike {
  static func isBoolean(_ number: NSNumber) -> Bool {
    "\(type(of: number as Any))".contains("Bool") || number === true as NSNumber
      || number === false as NSNumber
  }
}
