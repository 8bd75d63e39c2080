/// A line by one number, so that lists of lines are plain sorted numbers: its report's number, and its
/// own in the lowest bits.
enum ItemKey {
  /// A record has fewer lines than 2²⁰: an input has at most 2²⁶ bytes.
  static let bits = 20
  static let mask = 1 << bits - 1

  /// The report that a line stands in.
  static func report(of line: Int) -> Int { line >> bits }

  /// The reports of ascending lines, each once.
  static func reports(of lines: [Int]) -> [Int] {
    var reports: [Int] = []
    for line in lines where reports.last != report(of: line) { reports.append(report(of: line)) }
    return reports
  }
}

/// Lists of numbers, ascending and each once.
enum SortedList {
  /// Any numbers as such a list.
  static func of(_ numbers: [Int]) -> [Int] {
    let sorted = numbers.sorted()
    var list: [Int] = []
    list.reserveCapacity(sorted.count)
    for number in sorted where list.last != number { list.append(number) }
    return list
  }

  /// What both lists have.
  static func common(_ one: [Int], _ other: [Int]) -> [Int] {
    if one.count > other.count { return common(other, one) }
    var found: [Int] = []
    var low = 0
    for number in one {
      low = firstIndex(in: other, notBelow: number, from: low)
      if low == other.count { break }
      if other[low] == number { found.append(number) }
    }
    return found
  }

  /// What either list has.
  static func union(_ one: [Int], _ other: [Int]) -> [Int] { of(one + other) }

  /// What the one list has and the other hasn't.
  static func difference(_ one: [Int], _ other: [Int]) -> [Int] {
    var low = 0
    return one.filter { number in
      low = firstIndex(in: other, notBelow: number, from: low)
      return low == other.count || other[low] != number
    }
  }

  /// The first place from `start` on whose number is not below `number`, by steps that double: near
  /// places are found at once, far ones in few steps.
  private static func firstIndex(in list: [Int], notBelow number: Int, from start: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step < list.count, list[low + step] < number {
      low += step
      step *= 2
    }
    var high = min(low + step, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
