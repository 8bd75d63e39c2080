/// Closed lists of nouns that the frames' tests rest on, from `noun-classes.tsv`.
enum EventWords {
  private static let classes = NounClasses.shared

  /// Days, months and other times.
  static let times = classes.members("TIME")
  /// Persons and groups.
  static let parties = classes.members("PARTY")
  /// Nouns that only measure what stands behind their "of".
  static let measures = classes.members("MEASURE")
  /// Places in common nouns.
  static let places = classes.members("PLACE")
}
