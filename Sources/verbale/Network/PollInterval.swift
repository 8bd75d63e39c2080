import ArgumentParser

/// A stretch of time as `90s`, `10m`, `2h` or `1d`.
struct PollInterval: ExpressibleByArgument {
  let seconds: Int
  let defaultValueDescription: String

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 24 * 3600]
    guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()),
      number > 0, number <= 366 * 24 * 3600 / unit, number * unit >= 10
    else { return nil }
    seconds = number * unit
    defaultValueDescription = argument
  }
}
