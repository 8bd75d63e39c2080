/// How much packed bytes may unpack to. Beyond it they are refused as `too-large`, or as a `bomb`
/// where they were packed more tightly than any page is.
public struct UnpackingLimits: Hashable, Sendable {
  /// The most bytes, unpacked.
  public var bytes: Int
  /// The most bytes that one packed byte may stand for, once more than `unquestioned` were made.
  /// News pages pack to between a third and a tenth.
  public var ratio: Int
  /// The bytes up to which no ratio is asked for.
  public var unquestioned: Int

  /// Limits; without arguments those of intake.
  public init(
    bytes: Int = Intake.largestInput, ratio: Int = 200, unquestioned: Int = 8 << 20
  ) {
    self.bytes = bytes
    self.ratio = ratio
    self.unquestioned = unquestioned
  }

  /// Whether what was unpacked so far is out of all proportion to what it was packed in.
  func isBomb(unpacked: Int, packed: Int) -> Bool {
    unpacked > unquestioned && unpacked / ratio > packed
  }
}

/// What came of unpacking.
public enum Unpacked: Hashable, Sendable {
  /// All of it.
  case whole([UInt8])
  /// What could be unpacked before the damage, and what the damage is.
  case damaged([UInt8], String)
  /// More than the limit.
  case tooLarge
  /// Out of all proportion to what it was packed in.
  case bomb
}
