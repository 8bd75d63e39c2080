import HTML

/// What the attributes of a page are to a reader of it, by their names: so that each element's
/// attributes are gone through once, and most are passed over.
struct AttributeRoles {
  /// By the number of the name; 0 for those without a role.
  private var roles: [UInt8]

  /// - Parameter roles: a role above zero for each name.
  init(_ page: HTMLDocument, _ roles: KeyValuePairs<String, UInt8>) {
    self.roles = Array(repeating: 0, count: page.attributeNameCount)
    for (name, role) in roles {
      if let name = page.attributeName(name) { self.roles[Int(name.number)] = role }
    }
  }

  @inline(__always)
  subscript(name: AttributeName) -> UInt8 { roles[Int(name.number)] }
}
