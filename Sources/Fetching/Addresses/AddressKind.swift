import Text

/// What an address is for, as IANA's registries of special-purpose addresses have it.
public enum AddressKind: String, CaseIterable, Sendable {
  /// A place on the internet.
  case global
  /// This machine.
  case loopback
  /// A network of one's own (RFC 1918; site-local of old).
  case `private`
  /// The cable or cell that the machine hangs on, and where clouds tell their secrets: never reached.
  case linkLocal = "link-local"
  /// Between a provider and those behind its translation (RFC 6598).
  case shared
  /// A network of one's own, version 6 (RFC 4193).
  case uniqueLocal = "unique-local"
  case multicast
  case unspecified
  case documentation
  case reserved

  /// What an address is for. One that holds another (mapped, translated, 6to4) is what that one is,
  /// so that no address passes in another's clothes.
  public init(of address: IPAddress) {
    let place = Self.table.last { $0.range.contains(address) }
    switch place?.meaning {
    case .kind(let kind): self = kind
    case .holdsIPv4(let start):
      self.init(of: IPAddress(bytes: Array(address.bytes[start..<start + 4])))
    case nil: self = .reserved
    }
  }

  /// Whether it is somebody's own network rather than the internet: reached only where the user
  /// allows it.
  public var isPrivate: Bool {
    switch self {
    case .loopback, .private, .shared, .uniqueLocal: true
    case .global, .linkLocal, .multicast, .unspecified, .documentation, .reserved: false
    }
  }

  private enum Meaning: Sendable {
    case kind(AddressKind)
    case holdsIPv4(start: Int)
  }

  /// The shortest stretches first, so that the last that fits decides.
  private static let table: [(range: AddressRange, meaning: Meaning)] = {
    TSV.rows(PackageResources.special_addresses_tsv).map { row in
      guard let range = AddressRange(row[0]) else {
        preconditionFailure("special-addresses.tsv, line \(row.line): no range")
      }
      if let kind = AddressKind(rawValue: row[1]) { return (range, .kind(kind)) }
      guard row[1] == "holds-ipv4", row.cells.count > 2, let start = Int(row[2]), start <= 12 else {
        preconditionFailure("special-addresses.tsv, line \(row.line): no kind")
      }
      return (range, .holdsIPv4(start: start))
    }.sorted { $0.range.length < $1.range.length }
  }()
}
