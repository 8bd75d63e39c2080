/// The codes of the ledger and of a record's document in words for a person.
public enum ReasonWords {
  /// What the codes say, parted by semicolons; a code that has no words stands for itself.
  public static func told(_ codes: [String]) -> String { codes.map(words).joined(separator: "; ") }

  private static func words(_ code: String) -> String {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first ?? code, parts.count > 1 ? parts[1] : "") {
    case ("language", let language): return "partly in another language (\(language)), kept unread"
    case ("encoding", let encoding): return "not UTF-8; read as \(encoding)"
    case ("binary", _): return "not a text (binary data)"
    case ("empty", _): return "nothing to read in it"
    case ("no-article", _): return "no report found on the page, only furniture"
    case ("index", _): return "a page of teasers, not a report"
    case ("paywall", _): return "the rest is for subscribers"
    case ("cut", _): return "the text breaks off"
    case ("timed-out", _): return "the time was up before it ended; read as far as it came"
    case ("damaged", _): return "damaged; read as far as it could be"
    case ("feed-summary", _): return "what the feed says of it was read, not the page itself"
    default: return code
    }
  }
}
