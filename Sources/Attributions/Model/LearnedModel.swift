/// What was learned about attributions: which words report, and the parts of the phrases around.
///
/// The file: `VBAT`, a version byte, then for each of the two models its bits, labels, a scale as
/// four bytes and one signed byte a weight; last the threshold. Numbers are little-endian.
package struct LearnedModel: Sendable {
  /// Whether a word reports: the log-odds.
  package var cue: HashedModel
  /// Which part a phrase plays.
  package var roles: HashedModel
  /// The log-odds above which a word counts as a cue.
  package var threshold: Float

  package init(cue: HashedModel, roles: HashedModel, threshold: Float) {
    self.cue = cue
    self.roles = roles
    self.threshold = threshold
  }

  private static let magic: [UInt8] = Array("VBAT".utf8) + [1]

  /// The model as bytes, its weights rounded to a signed byte each.
  package func encoded() -> [UInt8] {
    var bytes = Self.magic
    for model in [cue, roles] {
      let scale = max(model.weights.lazy.map { abs($0) }.max() ?? 0, 1e-6) / 127
      bytes.append(UInt8(model.bits))
      bytes.append(UInt8(model.labels))
      bytes += Self.bytes(of: scale)
      bytes += model.weights.lazy.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
    }
    return bytes + Self.bytes(of: threshold)
  }

  /// Reads a model; nil where the bytes are not one.
  package init?(encoded bytes: [UInt8]) {
    var rest = bytes[...]
    guard rest.prefix(Self.magic.count).elementsEqual(Self.magic) else { return nil }
    rest = rest.dropFirst(Self.magic.count)
    var models: [HashedModel] = []
    for _ in 0..<2 {
      guard let bits = rest.popFirst(), let labels = rest.popFirst(), bits <= 24, labels <= 16,
        let scale = Self.float(&rest)
      else { return nil }
      var model = HashedModel(bits: Int(bits), labels: Int(labels))
      guard rest.count >= model.weights.count else { return nil }
      for (index, byte) in rest.prefix(model.weights.count).enumerated() {
        model.weights[index] = Float(Int8(bitPattern: byte)) * scale
      }
      rest = rest.dropFirst(model.weights.count)
      models.append(model)
    }
    guard let threshold = Self.float(&rest), rest.isEmpty else { return nil }
    self.init(cue: models[0], roles: models[1], threshold: threshold)
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
