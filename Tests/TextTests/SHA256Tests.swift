import Testing
import Text

@Suite struct SHA256Tests {
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "ce562c676ea7aba9812f54db146b0096011bf3e423edfb0a6f8fb2b02674a801"),
    (55, "16fa57a0a3423a715d594516339f36189d6b5f93754a9714fef202616a9fabfe"),
    (56, "c37b44e5f1b18554b36966f4f8e08bfbf3164c4b6c10374d12d89850892073c5"),
    (63, "bbba992d2c85af960fb2987a1fd05e0aa82a3db3c740dd8982a9e273b75e36a3"),
    (64, "66bd4633ed6f71c4ecfa4763bf7ba1c8ec7612de9aa6c0578a7b675207c71e0b"),
    (65, "9f7dc47107b750a1f3d35db5d9547f24ef40da5b731b9540d4f43710a154f6c9"),
    (1000, "095ecb62e30793ab4b954cd6a0586d0cc91f7ea5b1332694d8da780e98676d78"),
  ])
  func hashesAgreeWithAnotherImplementation(length: Int, expected: String) {
    #expect(SHA256.hex((0..<length).map { UInt8(($0 * 7 + 1) % 256) }) == expected)
  }

  @Test func theStandardsOwnExampleHolds() {
    #expect(
      SHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: [1, 7, 63, 64, 65, 200])
  func `Bytes taken in piece by piece have the hash of the whole`(piece: Int) {
    let bytes = (0..<517).map { UInt8(($0 * 31 + 5) % 256) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      hash.update(Array(bytes[start..<min(bytes.count, start + piece)]))
    }
    #expect(hash.hex == SHA256.hex(bytes))
    #expect(hash.count == bytes.count)
  }
}
