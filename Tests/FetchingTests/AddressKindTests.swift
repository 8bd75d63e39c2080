import Fetching
import Testing

@Suite struct AddressKindTests {
  @Test(arguments: [
    ("8.8.8.8", AddressKind.global), ("1.1.1.1", .global), ("9.255.255.255", .global),
    ("10.0.0.0", .private), ("10.255.255.255", .private), ("11.0.0.0", .global),
    ("100.63.255.255", .global), ("100.64.0.0", .shared), ("100.127.255.255", .shared),
    ("100.128.0.0", .global), ("126.255.255.255", .global), ("127.0.0.1", .loopback),
    ("127.255.255.254", .loopback), ("128.0.0.0", .global), ("169.253.255.255", .global),
    ("169.254.169.254", .linkLocal), ("169.255.0.0", .global), ("172.15.255.255", .global),
    ("172.16.0.0", .private), ("172.31.255.255", .private), ("172.32.0.0", .global),
    ("192.0.0.8", .reserved), ("192.0.1.0", .global), ("192.0.2.1", .documentation),
    ("192.88.99.1", .reserved), ("192.167.255.255", .global), ("192.168.0.1", .private),
    ("192.169.0.0", .global), ("198.17.255.255", .global), ("198.18.0.0", .reserved),
    ("198.19.255.255", .reserved), ("198.20.0.0", .global), ("198.51.100.7", .documentation),
    ("203.0.113.9", .documentation), ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified),
    ("223.255.255.255", .global), ("224.0.0.1", .multicast), ("239.255.255.255", .multicast),
    ("240.0.0.1", .reserved), ("255.255.255.255", .multicast),
  ])
  func `Version 4, at both ends of each stretch`(_ text: String, _ kind: AddressKind) throws {
    #expect(AddressKind(of: try #require(IPAddress(text))) == kind)
  }

  @Test(arguments: [
    ("2606:4700:4700::1111", AddressKind.global), ("2a00::1", .global), ("3ffe::1", .global),
    ("::", .unspecified), ("::1", .loopback), ("::2", .reserved), ("::7f00:1", .reserved),
    ("fc00::1", .uniqueLocal), ("fdff:ffff::1", .uniqueLocal), ("fe80::1", .linkLocal),
    ("febf::1", .linkLocal), ("fec0::1", .private), ("ff02::1", .multicast),
    ("2001:db8::1", .documentation), ("3fff::1", .documentation), ("2001::1", .reserved),
    ("2001:200::1", .global), ("100::1", .reserved), ("4000::1", .reserved),
    ("5f00::1", .reserved), ("64:ff9b:1::1", .reserved),
  ])
  func `Version 6`(_ text: String, _ kind: AddressKind) throws {
    #expect(AddressKind(of: try #require(IPAddress(text))) == kind)
  }

  @Test(arguments: [
    ("::ffff:127.0.0.1", AddressKind.loopback), ("::ffff:10.1.2.3", .private),
    ("::ffff:a9fe:a9fe", .linkLocal), ("::ffff:8.8.8.8", .global),
    ("64:ff9b::7f00:1", .loopback), ("64:ff9b::192.168.1.1", .private),
    ("64:ff9b::808:808", .global), ("2002:7f00:1::1", .loopback), ("2002:a00:1::", .private),
    ("2002:c0a8:101::1", .private), ("2002:808:808::1", .global), ("2002:e000:1::", .multicast),
  ])
  func `Mapped, translated and 6to4 addresses are what they hold`(
    _ text: String, _ kind: AddressKind
  ) throws {
    #expect(AddressKind(of: try #require(IPAddress(text))) == kind)
  }

  @Test func `Only the internet is allowed, private networks where they are let through`() throws {
    let strict = AddressPolicy()
    let open = AddressPolicy(allowsPrivate: true)
    let some = AddressPolicy(exceptions: [try #require(AddressRange("10.1.0.0/16"))])
    func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }
    #expect(strict.allows(try address("8.8.8.8")))
    for text in ["127.0.0.1", "10.1.2.3", "100.64.1.1", "fd00::1", "::1"] {
      #expect(!strict.allows(try address(text)))
      #expect(open.allows(try address(text)))
    }
    for text in ["224.0.0.1", "0.0.0.0", "ff02::1", "::", "192.0.2.1", "240.0.0.1"] {
      #expect(!open.allows(try address(text)))
    }
    #expect(some.allows(try address("10.1.2.3")))
    #expect(!some.allows(try address("10.2.2.3")))
  }

  @Test(arguments: [
    "169.254.0.0", "169.254.0.1", "169.254.169.254", "169.254.170.2", "169.254.255.255", "fe80::",
    "fe80::1", "fe80::a9fe:a9fe", "febf:ffff::1", "::ffff:169.254.169.254", "::ffff:a9fe:1",
    "64:ff9b::169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "2002:a9fe::",
  ])
  func `Link-local addresses are never allowed, in whatever clothes`(text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressKind(of: address) == .linkLocal)
    let ranges = ["169.254.0.0/16", "fe80::/10", "0.0.0.0/0", "::/0", "::ffff:0:0/96"]
    let around = try ranges.map { try #require(AddressRange($0)) }
    for allowsPrivate in [false, true] {
      #expect(!AddressPolicy(allowsPrivate: allowsPrivate).allows(address))
      #expect(!AddressPolicy(allowsPrivate: allowsPrivate, exceptions: around).allows(address))
    }
  }

  @Test(arguments: [
    ("169.253.255.255", true), ("169.255.0.0", true), ("fe7f::1", false), ("fec0::1", true),
  ])
  func `What stands beside the link-local stretches is judged by itself`(
    _ text: String, _ isAllowed: Bool
  ) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressPolicy(allowsPrivate: true).allows(address) == isAllowed)
  }

  @Test func `An address has one spelling; others are names to be looked up`() {
    for text in ["127.1", "0x7f.0.0.1", "2130706433", "127.0.0.1.", "fe80::1%eth0", "", "a.b"] {
      #expect(IPAddress(text) == nil)
    }
    #expect(IPAddress("2001:DB8:0:0::1")?.description == "2001:db8::1")
    #expect(AddressRange("10.0.0.0/33") == nil && AddressRange("10.0.0.0") == nil)
  }
}
