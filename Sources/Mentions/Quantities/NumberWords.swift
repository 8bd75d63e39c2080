/// Numbers in words and digits: "two", "1,500", "2.5 million", "three hundred and ten", "dozens".
package enum NumberWords {
  /// A number over tokens.
  package struct Reading: Hashable {
    package var value: Double
    /// Behind the last token.
    package var end: Int
    /// Whether only the least is told: "dozens", "hundreds".
    package var isVague: Bool
  }

  private static let small: [String: Double] = {
    let words =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
      + "fifteen sixteen seventeen eighteen nineteen"
    var table: [String: Double] = [:]
    for (value, word) in words.split(separator: " ").enumerated() {
      table[String(word)] = Double(value)
    }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (index, word) in tens.split(separator: " ").enumerated() {
      table[String(word)] = Double(20 + 10 * index)
    }
    return table
  }()

  private static let scales: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "k": 1_000, "m": 1_000_000,
    "mn": 1_000_000, "bn": 1_000_000_000,
  ]

  /// Plurals that tell the least: dozens are at least 24.
  private static let vague: [String: Double] = [
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000,
    "millions": 2_000_000, "billions": 2_000_000_000,
  ]

  /// The number that begins at a token of lower-cased words; nil where none does.
  package static func read(_ words: [String], at start: Int) -> Reading? {
    guard start < words.count else { return nil }
    if let least = vague[words[start]] { return vagueReading(least, words, start) }
    var index = start
    var total = 0.0
    var group: Double?
    while index < words.count {
      let word = words[index]
      if let value = digits(word) {
        guard group == nil else { break }
        group = value
      } else if let value = small[word] {
        guard group == nil || canAdd(value, to: group ?? 0) else { break }
        group = (group ?? 0) + value
      } else if let scale = scales[word], group != nil || isArticle(words, index - 1, start) {
        if scale < 1_000 {
          group = (group ?? 1) * scale
        } else {
          total += (group ?? 1) * scale
          group = 0
        }
      } else if word == "-", group != nil, index + 1 < words.count, small[words[index + 1]] != nil,
        digits(words[index - 1]) == nil, canAdd(small[words[index + 1]] ?? 0, to: group ?? 0)
      {
        // "twenty-five"
      } else if word == "and", let group, group >= 100 || total > 0, index + 1 < words.count,
        small[words[index + 1]] != nil
      {
        // "three hundred and ten"
      } else if index == start, word == "a" || word == "an", index + 1 < words.count,
        scales[words[index + 1]] ?? 0 >= 12, words[index + 1].count > 2
      {
        // "a hundred"
      } else {
        break
      }
      index += 1
    }
    guard let group else { return nil }
    return Reading(value: total + group, end: index, isVague: false)
  }

  /// "dozens", "tens of thousands".
  private static func vagueReading(_ least: Double, _ words: [String], _ start: Int) -> Reading {
    if start + 2 < words.count, words[start + 1] == "of", let more = vague[words[start + 2]] {
      let unit = more / 2
      return Reading(value: least * unit, end: start + 3, isVague: true)
    }
    return Reading(value: least, end: start + 1, isVague: true)
  }

  private static func isArticle(_ words: [String], _ index: Int, _ start: Int) -> Bool {
    index >= start && (words[index] == "a" || words[index] == "an")
  }

  /// Whether "five" may follow "twenty", or "ten" follow "hundred".
  private static func canAdd(_ value: Double, to group: Double) -> Bool {
    if value < 10 { return group.truncatingRemainder(dividingBy: 10) == 0 && group >= 20 }
    return group >= 100 && group.truncatingRemainder(dividingBy: 100) == 0
  }

  /// The value of digits with separators of thousands and a decimal point.
  static func digits(_ word: String) -> Double? {
    guard let first = word.utf8.first, 0x30...0x39 ~= first, word.utf8.count <= 18 else {
      return nil
    }
    var plain = ""
    for byte in word.utf8 {
      switch byte {
      case 0x30...0x39, 0x2E: plain.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x2C: continue
      default: return nil
      }
    }
    return Double(plain)
  }
}
