/// What was learned about attributions: which words report, the parts of the phrases around, and
/// which of the attributions made of them are right.
///
/// The file: `VBAT`, a version byte, the number of models (two, or three with the judge), for each
/// its bits, labels, a scale as four bytes and one signed byte a weight; then the three bounds and
/// the groups of words. Numbers are little-endian.
package struct LearnedModel: Sendable {
  /// Whether a word reports: the log-odds.
  package var cue: HashedModel
  /// Which part a phrase plays.
  package var roles: HashedModel
  /// Whether a whole attribution is right: the log-odds; without it the cue decides.
  package var judge: HashedModel?
  /// Words of like meaning.
  package var groups = WordGroups()
  /// The log-odds above which a word counts as a cue.
  package var threshold: Float
  /// How far below the threshold a word is still put before the judge.
  package var floor: Float = -1.5
  /// The log-odds above which a whole attribution counts.
  package var judgeThreshold: Float = 0

  package init(cue: HashedModel, roles: HashedModel, threshold: Float) {
    self.cue = cue
    self.roles = roles
    self.threshold = threshold
  }

  private static let magic: [UInt8] = Array("VBAT".utf8) + [2]

  /// The model as bytes, its weights rounded to a signed byte each.
  package func encoded() -> [UInt8] {
    let models = [cue, roles] + (judge.map { [$0] } ?? [])
    var bytes = Self.magic + [UInt8(models.count)]
    for model in models {
      let scale = max(model.weights.lazy.map { abs($0) }.max() ?? 0, 1e-6) / 127
      bytes.append(UInt8(model.bits))
      bytes.append(UInt8(model.labels))
      bytes += Self.bytes(of: scale)
      bytes += model.weights.lazy.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
    }
    for bound in [threshold, floor, judgeThreshold] { bytes += Self.bytes(of: bound) }
    return bytes + groups.encoded
  }

  /// Reads a model; nil where the bytes are not one.
  package init?(encoded bytes: [UInt8]) {
    var rest = bytes[...]
    guard rest.prefix(Self.magic.count).elementsEqual(Self.magic) else { return nil }
    rest = rest.dropFirst(Self.magic.count)
    guard let count = rest.popFirst(), (2...3).contains(count) else { return nil }
    var models: [HashedModel] = []
    for _ in 0..<count {
      guard let bits = rest.popFirst(), let labels = rest.popFirst(), bits <= 24, labels <= 16,
        let scale = Self.float(&rest), rest.count >= Int(labels) << Int(bits)
      else { return nil }
      var model = HashedModel(bits: Int(bits), labels: Int(labels))
      for (index, byte) in rest.prefix(model.weights.count).enumerated() {
        model.weights[index] = Float(Int8(bitPattern: byte)) * scale
      }
      rest = rest.dropFirst(model.weights.count)
      models.append(model)
    }
    guard let threshold = Self.float(&rest), let floor = Self.float(&rest),
      let judgeThreshold = Self.float(&rest), let groups = WordGroups(&rest), rest.isEmpty,
      models[0].labels == 1, models[1].labels == Role.allCases.count
    else { return nil }
    self.init(cue: models[0], roles: models[1], threshold: threshold)
    judge = models.count == 3 ? models[2] : nil
    self.floor = floor
    self.judgeThreshold = judgeThreshold
    self.groups = groups
  }

  private static func bytes(of value: Float) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
  }

  private static func float(_ rest: inout ArraySlice<UInt8>) -> Float? {
    var pattern: UInt32 = 0
    for shift in 0..<4 {
      guard let byte = rest.popFirst() else { return nil }
      pattern |= UInt32(byte) << (shift * 8)
    }
    return Float(bitPattern: pattern)
  }
}
