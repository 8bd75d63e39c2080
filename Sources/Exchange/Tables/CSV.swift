/// Rows as comma-separated values after RFC 4180: fields with commas, quotation marks or line
/// breaks are quoted, lines end in CRLF.
///
/// A field that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or
/// a carriage return) and is no number gets an apostrophe in front, because article texts come from
/// strangers.
public enum CSV {
  /// One row.
  public static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let starters: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
    let runs = text.first.map(starters.contains) == true && Double(text) == nil
    let safe = runs ? "'" + text : text
    let special: (UInt8) -> Bool = { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard safe.utf8.contains(where: special) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
