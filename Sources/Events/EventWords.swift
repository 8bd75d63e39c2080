/// Closed lists of nouns that the frames' tests rest on, from `noun-classes.tsv`.
enum EventWords {
  private static let classes = NounClasses.shared

  /// Verbs by which what was planned is dropped.
  static let dropping = classes.members("DROP")
  /// Verbs by which what is to come is told together with its noun.
  static let planning = classes.members("PLAN")
  /// Verbs of speech that tell of a meeting where two sides speak.
  static let speaking = classes.members("SPEAK")
  /// Verbs by which somebody is let speak.
  static let permitting = classes.members("PERMIT")
  /// Those who are told so that they tell others.
  static let press = classes.members("PRESS")
  /// What kills and destroys without anybody's will.
  static let disasters = classes.members("DISASTER")
  /// Those for whom officials speak.
  static let governments = classes.members("GOVERNMENT")
  /// Those who are sent to talk.
  static let envoys = classes.members("envoy")
  /// Days, months and other times.
  static let times = classes.members("TIME")
  /// Persons and groups.
  static let parties = classes.members("PARTY")
  /// Verbs whose recipients are counted as killed, hurt or held.
  static let kills = classes.members("KILL")
  static let injures = classes.members("INJURE")
  static let arrests = classes.members("ARREST")
  /// Nouns that only measure what stands behind their "of".
  static let measures = classes.members("MEASURE")
  /// Verbs by which somebody tells what they are going to do.
  static let announcing = classes.members("ANNOUNCE")
  /// Places in common nouns.
  static let places = classes.members("PLACE")
}
