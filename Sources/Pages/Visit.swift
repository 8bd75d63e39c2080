/// What a site told of a page at the last visit, so that the next one asks for changes only.
public struct Visit: Hashable, Codable, Sendable {
  /// The address as it was asked for.
  public var address: String
  /// Where it led; the tokens below are those of this address.
  public var location: String?
  /// The token of the page's state, from the field ETag.
  public var entityTag: String?
  /// When the page changed last, from the field Last-Modified, as it was sent.
  public var modified: String?

  /// A visit.
  public init(
    address: String, location: String? = nil, entityTag: String? = nil, modified: String? = nil
  ) {
    self.address = address
    self.location = location
    self.entityTag = entityTag
    self.modified = modified
  }
}

/// Keeps visits from one run to the next.
public protocol VisitMemory: Sendable {
  /// The last visit of an address; nil where there was none.
  ///
  /// - Throws: where the memory can't be read.
  func visit(of address: String) throws -> Visit?
  /// Notes a visit in place of the one before.
  ///
  /// - Throws: where the memory can't be written.
  func note(_ visit: Visit) throws
}
