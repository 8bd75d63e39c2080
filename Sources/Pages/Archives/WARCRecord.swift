/// A record of a web archive, or a damaged stretch between records.
public struct WARCRecord: Hashable, Sendable {
  /// What was wrong with a record.
  public enum Damage: Hashable, Sendable {
    /// No record could be read here.
    case unreadable(String)
    /// The record's block is not as long as its header says; what there is was kept.
    case cut(String)
    /// The block has more bytes than an input may have.
    case tooLarge(Int)
    /// The block unpacks out of all proportion.
    case bomb
  }

  /// Its fields; empty for a damaged stretch.
  public var header: WARCHeader
  /// Where it begins in the archive's file, in bytes.
  public var offset: Int
  /// The bytes of the file that it takes, as they are stored there; the records of an archive and
  /// its damaged stretches cover the file without gaps.
  public var stored: Int
  /// The length of its block as found, in bytes.
  public var blockLength: Int
  /// What was wrong with it; nil where it is whole.
  public var damage: Damage?
}
