/// A field of an HTTP message: its name as written and its value.
public struct HTTPField: Hashable, Sendable {
  /// The name, in the case in which it was written.
  public let name: String
  /// The value without white space around it.
  public let value: String

  /// A field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [HTTPField] {
  /// The first value under a name, whatever its case.
  public subscript(name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
