/// Reads the tables that stand beside the code.
enum Lexicon {
  /// The fields of each row; lines that are empty or begin with `# ` are left out.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != 0x23 || line.dropFirst().first != 0x20 else { return nil }
      return line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
