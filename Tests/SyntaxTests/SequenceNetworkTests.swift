import Syntax
import Testing

@Suite("A network over sequences reads each for itself")
struct SequenceNetworkTests {
  private static let model: ModelBytes = {
    var random = RandomModel(seed: 21)
    return ModelBytes(copying: random.bytes())
  }()

  private func network(_ kernels: Kernels? = nil) throws -> SequenceNetwork {
    try SequenceNetwork(Self.model, outputs: ["upos", "names.hidden"], kernels: kernels)
  }

  private func words(_ count: Int, _ network: SequenceNetwork) -> (numbers: [Float], terms: [Float])
  {
    var generator = SeededGenerator(seed: UInt64(count))
    return (
      generator.floats(count * network.inputs), generator.floats(count * network.width)
    )
  }

  @Test("Sequences read together, in any order of lengths, give what each gives alone")
  func together() throws {
    let network = try network()
    let lengths = [3, 0, 9, 1, 700, 9]
    let parts = lengths.map { words($0, network) }
    let whole = network.read(
      lengths: lengths, numbers: parts.flatMap(\.numbers), terms: parts.flatMap(\.terms))
    let single = zip(lengths, parts).map { length, part in
      network.read(lengths: [length], numbers: part.numbers, terms: part.terms)
    }
    for output in 0..<2 {
      #expect(whole[output] == single.flatMap { $0[output] })
      #expect(whole[output].count == lengths.reduce(0, +) * network.width(ofOutput: output))
    }
  }

  @Test("All instruction sets give the same numbers")
  func kernels() throws {
    let first = try network()
    let part = words(12, first)
    let expected = first.read(lengths: [12], numbers: part.numbers, terms: part.terms)
    #expect(expected[0].contains { $0 != 0 })
    for kernels in Kernels.available {
      let found = try network(kernels)
        .read(lengths: [12], numbers: part.numbers, terms: part.terms)
      for (left, right) in zip(expected.joined(), found.joined()) {
        #expect(abs(left - right) < 1e-3, "\(kernels.name)")
      }
    }
  }

  @Test("What the file lacks is told")
  func lacking() {
    #expect(throws: SyntaxError.self) { try SequenceNetwork(Self.model, outputs: ["tense"]) }
    #expect(throws: SyntaxError.self) { try SequenceNetwork(Self.model, outputs: ["arc.distance"]) }
  }
}
