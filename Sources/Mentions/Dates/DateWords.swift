import Syntax

/// The words of a sentence as the date rules look at them.
struct DateWords {
  let sentence: Sentence
  /// The forms in lower case, without an abbreviation's full stop.
  let words: [String]

  init(_ sentence: Sentence) {
    self.sentence = sentence
    words = sentence.tokens.map { token in
      let word = token.form.lowercased()
      return word.count > 1 && word.hasSuffix(".") ? String(word.dropLast()) : word
    }
  }

  var count: Int { words.count }

  /// The word at an index; empty outside the sentence.
  subscript(index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

  func isCapitalised(_ index: Int) -> Bool {
    index >= 0 && index < count && sentence.tokens[index].form.first?.isUppercase == true
  }

  /// The month that a capitalised word names, 1 to 12; "May" and "March" are a name of the
  /// month where they are not tagged as anything else.
  func month(_ index: Int) -> Int? {
    guard isCapitalised(index), let month = DateWords.months[self[index]] else { return nil }
    let upos = sentence.tokens[index].upos
    return upos == .propn || upos == .noun || upos == .x || upos == .num ? month : nil
  }

  /// The weekday that a word names, Monday 0.
  func weekday(_ index: Int) -> Int? {
    guard isCapitalised(index) else { return nil }
    let word = self[index]
    guard let weekday = DateWords.weekdays[word] else { return nil }
    // "Sat" and "Sun" stand before a date or a comma only.
    if word == "sat" || word == "sun" || word == "wed" {
      return month(index + 1) != nil || self[index + 1] == "," || dayNumber(index + 1) != nil
        ? weekday : nil
    }
    return weekday
  }

  /// A day of the month: "14", "14th".
  func dayNumber(_ index: Int) -> Int? {
    var word = self[index][...]
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { word = word.dropLast(2) }
    guard word.count <= 2, let value = Int(word), (1...31).contains(value) else { return nil }
    return value
  }

  /// A year of four digits.
  func year(_ index: Int) -> Int? {
    let word = self[index]
    guard word.utf8.count == 4, let value = Int(word), (1000...2199).contains(value) else {
      return nil
    }
    return value
  }

  /// Whether a word by itself is a day: a weekday's full name, "today" and its like.
  static func isDay(_ token: Token) -> Bool {
    let word = token.form.lowercased()
    switch word {
    case "today", "yesterday", "tomorrow", "tonight": return true
    default: return word.hasSuffix("day") && weekdays[word] != nil && token.isCapitalised
    }
  }

  /// Whether a word is the name of a month or a weekday: "in March" is no town in England.
  static func isCalendarName(_ token: Token) -> Bool {
    let word = token.form.lowercased()
    return months[word] != nil || weekdays[word] != nil
  }

  private static let months = table(
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec", extra: ["sept": 9])

  private static let weekdays: [String: Int] = {
    var table: [String: Int] = [:]
    let names = "monday tuesday wednesday thursday friday saturday sunday".split(separator: " ")
    for (index, name) in names.enumerated() {
      table[String(name)] = index
      table[name + "s"] = nil
      table[String(name.prefix(3))] = index
    }
    table["tues"] = 1
    table["thur"] = 3
    table["thurs"] = 3
    table["mon"] = 0
    return table
  }()

  private static func table(
    _ long: String, _ short: String, extra: [String: Int]
  ) -> [String: Int] {
    var table = extra
    for names in [long, short] {
      for (index, name) in names.split(separator: " ").enumerated() {
        table[String(name)] = index + 1
      }
    }
    return table
  }
}
