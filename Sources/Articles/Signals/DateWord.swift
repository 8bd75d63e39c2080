import Text

/// What a word means in a line of dates: all that the lexicons of months and of dating words say of
/// it, and what dates are written with.
struct DateWord {
  /// The number of the month; 0 for other words.
  fileprivate(set) var month: UInt8 = 0
  /// The number of the month behind a day with a dot, 0 for none, where it is another one: "5. listopada"
  /// is in October in Croatian, "5 listopada" in November in Polish.
  fileprivate(set) var dottedMonth: UInt8?
  /// The number of the month in another calendar than ours, and that calendar.
  fileprivate(set) var otherMonth: UInt8 = 0
  fileprivate(set) var calendar: Calendars.Other?
  /// The year before the first of its era; 0 for what is no era.
  fileprivate(set) var era: Int16 = 0
  fileprivate(set) var isWeekday = false
  /// What it says of a date beside it; nil for words that don't stand there.
  fileprivate(set) var label: DatingWords.Label?
  fileprivate(set) var uses: Uses = []

  /// What a word is used for within dates.
  struct Uses: OptionSet {
    let rawValue: UInt32

    /// Between day, month and year: "14th of May", "14 de mayo de 2021".
    static let joint = Uses(rawValue: 1)
    /// Behind a figure: 14th.
    static let ordinal = Uses(rawValue: 2)
    /// Before a time: "T09:30", "at 9:30".
    static let beforeTime = Uses(rawValue: 4)
    static let afternoon = Uses(rawValue: 8)
    static let morning = Uses(rawValue: 16)
    /// "p" and "a" of "p.m." and "a.m.", behind which an "m" stands.
    static let half = Uses(rawValue: 32)
    /// The zone of Greenwich.
    static let universal = Uses(rawValue: 64)
    /// Behind a year, a month, a day in Chinese, Japanese and Korean.
    static let year = Uses(rawValue: 128)
    static let monthUnit = Uses(rawValue: 256)
    static let day = Uses(rawValue: 512)
    /// Before a month's number and before a year in Vietnamese.
    static let monthNumber = Uses(rawValue: 1024)
    static let yearNumber = Uses(rawValue: 2048)
    /// Behind a year before month and day: "2024 m. kovo 5 d.", "2024. gada 5. marts".
    static let yearUnit = Uses(rawValue: 65536)
    /// The two halves of months that are told by first and second in Arabic: كانون الثاني.
    static let winterMonth = Uses(rawValue: 4096)
    static let autumnMonth = Uses(rawValue: 8192)
    static let first = Uses(rawValue: 16384)
    static let second = Uses(rawValue: 32768)
  }

  var isMonth: Bool { month > 0 || otherMonth > 0 }

  /// What the word with a hash means; nil where it means nothing to dates.
  static func known(_ hash: UInt64) -> DateWord? {
    book.numbers.known(hash).map { book.words[$0] }
  }

  /// What a word means, whatever its case.
  static func known(_ word: Substring) -> DateWord? { known(WordHash.lowercased(word)) }

  /// Whether a character has no shape of its own: joiners, marks of direction.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x61C
  }

  private static let book = Book()

  private struct Book {
    var numbers = HashNumbers(capacity: 2048)
    var words: [DateWord] = []

    init() {
      for row in TSV.rows(PackageResources.months_tsv) {
        guard let month = UInt8(row[0]), let names = row.cells.last else { continue }
        for name in names.split(separator: " ") {
          let kind = row.cells.count == 3 ? row[1] : ""
          change(name) {
            if let calendar = Calendars.Other(rawValue: kind) {
              ($0.otherMonth, $0.calendar) = (month, calendar)
            } else if kind == "dotted" {
              $0.dottedMonth = month
            } else {
              $0.month = month
            }
          }
        }
      }
      for (word, label) in DatingWords.labels { change(word[...]) { $0.label = label } }
      for (word, year) in Calendars.eras { change(word[...]) { $0.era = Int16(year) } }
      for form in CalendarDate.weekdayForms { change(form[...]) { $0.isWeekday = true } }
      let uses: KeyValuePairs<String, Uses> = [
        "of de del den da d di ng ta ቀን คศ พศ": .joint, "st nd rd th er ère º ª": .ordinal,
        "t at": .beforeTime,
        "pm p": .afternoon, "am a": .morning, "p a": .half, "gmt utc z": .universal,
        "年 년": .year, "m gada g ж жылғы жыл yil оны թ թվականի e ko eko": .yearUnit,
        "月 월": .monthUnit,
        "tháng thg": .monthNumber, "năm": .yearNumber,
        "كانون": .winterMonth, "تشرين": .autumnMonth, "الأول الاول أول اول": .first,
        "الثاني ثاني": .second,
      ]
      for (words, use) in uses {
        for word in words.split(separator: " ") { change(word) { $0.uses.insert(use) } }
      }
    }

    private mutating func change(_ word: Substring, _ change: (inout DateWord) -> Void) {
      // Few words have any; to take them out of a text costs much.
      let seen =
        word.unicodeScalars.contains(where: DateWord.isUnseen)
        ? Substring(
          String(
            String.UnicodeScalarView(
              word.unicodeScalars.filter { !DateWord.isUnseen($0) }))) : word
      let number = numbers.number(of: WordHash.lowercased(seen))
      if number == words.count { words.append(DateWord()) }
      change(&words[number])
    }
  }
}
