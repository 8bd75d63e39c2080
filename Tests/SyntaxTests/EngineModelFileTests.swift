import Testing
import Text

import Syntax

@Suite("A model file is read whole or refused with a reason")
struct EngineModelFileTests {
  private static let model: [UInt8] = {
    var random = RandomModel(seed: 11)
    return random.bytes()
  }()

  @Test("A whole file is read")
  func whole() throws {
    let parser = try EnglishParser(model: Self.model)
    #expect(parser.modelName.hasPrefix("random 1 "))
  }

  @Test("A file cut anywhere is refused")
  func truncated() {
    let bytes = Self.model
    for length in Array(0..<200) + Array(stride(from: 200, to: bytes.count - 64, by: 997)) {
      #expect(throws: SyntaxError.self) { try EnglishParser(model: Array(bytes[..<length])) }
    }
  }

  @Test("A garbled header is refused or read, never a crash")
  func garbled() {
    var generator = SeededGenerator(seed: 12)
    let headerLength = Int(Self.model[8]) | Int(Self.model[9]) << 8
    var refused = 0
    for _ in 0..<1500 {
      var bytes = Self.model
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<12 + headerLength, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      do {
        let parser = try EnglishParser(model: bytes)
        let tokens = ["The", "dog", "barks"].enumerated().map {
          Token(form: $1, span: .init($0, $0 + 1))
        }
        #expect(parser.parse(tokenised: [tokens]).count == 1)
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(refused > 500)
  }

  @Test("Digits of the header changed into others are refused or read, never a crash")
  func otherSizes() {
    var generator = SeededGenerator(seed: 13)
    let headerLength = Int(Self.model[8]) | Int(Self.model[9]) << 8
    let digits = (12..<12 + headerLength).filter { 48...57 ~= Self.model[$0] }
    for _ in 0..<1500 {
      var bytes = Self.model
      bytes[digits.randomElement(using: &generator) ?? 12] = UInt8.random(
        in: 48...57, using: &generator)
      do {
        let parser = try EnglishParser(model: bytes)
        let token = Token(form: "Dogs", span: .init(0, 4))
        #expect(parser.parse(tokenised: [[token, token]]).count == 1)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
