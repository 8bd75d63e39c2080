import Attributions
import Testing

@Suite struct LearnedModelTests {
  @Test func comesBackFromItsBytes() throws {
    var model = LearnedModel(
      cue: HashedModel(bits: 4, labels: 1), roles: HashedModel(bits: 3, labels: 4), threshold: 0.5)
    model.cue.weights[3] = 1
    model.cue.weights[5] = -1
    model.roles.weights[7] = 2
    let again = try #require(LearnedModel(encoded: model.encoded()))
    #expect(again.threshold == 0.5)
    #expect(abs(again.cue.weights[3] - 1) < 1e-5 && abs(again.cue.weights[5] + 1) < 1e-5)
    #expect(abs(again.roles.weights[7] - 2) < 1e-5)
  }

  @Test func isRefusedWhereItsBytesAreCutOrStrange() {
    let bytes = LearnedModel(
      cue: HashedModel(bits: 4, labels: 1), roles: HashedModel(bits: 3, labels: 4), threshold: 0
    ).encoded()
    for count in 0..<bytes.count {
      #expect(LearnedModel(encoded: Array(bytes.prefix(count))) == nil)
    }
    #expect(LearnedModel(encoded: bytes + [0]) == nil)
  }
}
