import Attributions
import Records
import Syntax
import Testing
import Text

@Suite struct WordGroupsTests {
  private static let table = "insist\t7\t2\nstress\t7\t2\nbridge\t300\t9\n"

  @Test func wordsOfOneLineOfMeaningShareTheirGroups() {
    let groups = WordGroups(table: Self.table)
    func of(_ word: String) -> [UInt32] {
      let (small, large) = groups.groups(of: FeatureHash.of(word))
      return [small, large]
    }
    #expect(of("insist") == of("stress"))
    #expect(of("insist") != of("bridge"))
    #expect(of("unknown") == [0, 0])
  }

  @Test func comeBackWithTheModelThatHoldsThem() throws {
    var model = LearnedModel(
      cue: HashedModel(bits: 2, labels: 1), roles: HashedModel(bits: 2, labels: 4), threshold: 0)
    model.groups = WordGroups(table: Self.table)
    model.judge = HashedModel(bits: 2, labels: 1)
    model.judge?.weights[1] = 1
    let again = try #require(LearnedModel(encoded: model.encoded()))
    let word = FeatureHash.of("bridge")
    #expect(again.groups.groups(of: word) == model.groups.groups(of: word))
    #expect(abs((again.judge?.weights[1] ?? 0) - 1) < 1e-5)
  }
}
