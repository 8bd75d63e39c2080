/// Nouns for one office: "spokesman" and "spokeswoman", "premier" and "prime minister", "Rep." and
/// "congressman".
enum Offices {
  /// Whether two nouns name the same office, whoever holds it.
  static func areSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (plain(left), plain(right))
    return left == right
      || families.contains { $0.contains(left) && $0.contains(right) }
  }

  /// Other ways to write an office in several words.
  static func otherNames(of office: String) -> [String] {
    office == "premier" ? ["prime minister"] : []
  }

  /// A form of address as the office that it stands for: "Sen." is a senator.
  static func office(ofAddress form: String) -> String? {
    addresses[form.lowercased().hasSuffix(".") ? form.lowercased() : form.lowercased() + "."]
  }

  private static func plain(_ office: String) -> String {
    NominalSieves.withoutGender(addresses[office + "."] ?? office)
  }

  private static let families: [Set<String>] = [
    ["congress", "representative", "lawmaker", "legislator"],
    ["senator", "lawmaker", "legislator"],
    ["mp", "lawmaker", "legislator", "parliamentarian"],
    ["doctor", "physician"],
    ["bishop", "archbishop"],
    ["reverend", "pastor", "priest", "cleric"],
    ["attorney", "lawyer"],
  ]

  private static let addresses: [String: String] = [
    "rep.": "representative", "sen.": "senator", "gov.": "governor", "gen.": "general",
    "lt.": "lieutenant", "col.": "colonel", "maj.": "major", "capt.": "captain",
    "sgt.": "sergeant", "adm.": "admiral", "brig.": "brigadier", "rev.": "reverend",
    "dr.": "doctor", "prof.": "professor", "pres.": "president", "judge.": "judge",
    "justice.": "justice", "sheikh.": "sheikh", "imam.": "imam", "rabbi.": "rabbi",
    "ayatollah.": "ayatollah",
  ]
}
