/// The JSON Schema (draft 2020-12) of a record, as the file beside this one holds it.
public enum RecordSchema {
  /// The schema's text.
  public static var text: String {
    String(decoding: PackageResources.verbale_1_schema_json, as: UTF8.self)
  }
}
