import HTML

/// The numbers that the block model decides by: the block itself, the blocks around it, the heading above
/// it, its place, and the elements, lists and templates that it belongs to.
///
/// Those of one kind stand in a column, block behind block. So what a neighbour's number is to a block is
/// the same column, looked at some places before or behind.
struct BlockFeatures {
  /// What a feature is called in the training data, in the order of the rows.
  static let names: [String] = columns + neighbours

  /// The columns, in the order in which `append` fills them.
  private static let columns =
    own + around + windows + heading + groups + place + containers + cores

  private static let own = [
    "size", "words", "linkDensity", "endsSentence", "upper", "stressed", "heading", "isDivision",
    "isPre", "near", "far", "leastFar", "greatestFar", "said", "repeats", "isRepeat",
  ]
  private static let around = [
    "main", "aside", "footer", "form", "figure", "quote", "caption", "section",
  ]
  private static let windows = ["w3linkDensity", "w8linkDensity"]
  private static let heading = ["hLevel", "hPhrase", "hSaid", "hNear", "hBlocks", "hProse"]
  private static let groups =
    ["template", "shape"].flatMap { group in
      ["Size", "Share", "LinkDensity", "Count", "Prose"].map { group + $0 }
    } + ["listLinkDensity"]
  private static let place = [
    "index", "sizeBefore", "proseBefore", "proseAfter", "behindTitle", "fromTitle",
    "behindComments", "articleNumber", "articleProse",
  ]
  private static let containers = ["c0", "c1", "c2", "c3"].flatMap { level in
    ["size", "linkDensity", "prose", "proseBlocks", "proseShare", "near"].map { level + $0 }
  }
  private static let cores = [
    "inCore50", "inCore75", "coreDistance", "sinceCore", "pageProse", "pageBlocks",
    "pageLinkDensity",
  ]
  /// What is looked at of the blocks before and behind.
  private static let neighbours = ["p1", "p2", "p3", "n1", "n2", "n3"].flatMap { side in
    ["size", "linkDensity", "heading", "near", "said"].map { side + $0 }
  }

  /// How far neighbours are looked at.
  static let reach = 3

  /// By feature: its column, and how many blocks behind the block the number stands.
  private static let places: [(column: Int, shift: Int)] = {
    let numbers = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
    return names.map { name in
      if let column = numbers[name] { return (column, 0) }
      // A neighbour's: "p1size", "n3near".
      let distance = name.dropFirst().first?.wholeNumberValue ?? 0
      let column = numbers[String(name.dropFirst(2))] ?? 0
      return (column, name.first == "p" ? -distance : distance)
    }
  }()

  /// The columns, one behind the other; each has zeros for the neighbours that the first and the last
  /// block don't have.
  private(set) var values: [Float]
  /// The number of blocks.
  let count: Int
  /// The length of a column.
  private let stride: Int

  init(_ layout: PageLayout) {
    let count = layout.blocks.count
    let stride = count + 2 * Self.reach
    self.count = count
    self.stride = stride
    let rows = Rows(layout)
    let size = Self.columns.count * stride
    // Safe: each column gets its zeros here, and a number from each row.
    values = unsafe Array(unsafeUninitializedCapacity: size) { values, initialized in
      for column in Swift.stride(from: 0, to: size, by: stride) {
        for place in 0..<Self.reach {
          unsafe values[column + place] = 0
          unsafe values[column + Self.reach + count + place] = 0
        }
      }
      for index in 0..<count {
        var row = unsafe Row(values, at: Self.reach + index, stride: stride)
        rows.append(index, to: &row)
        assert(row.count == Self.columns.count)
      }
      initialized = size
    }
  }

  /// Where the numbers of a feature begin in `values`: the first block's.
  @inline(__always)
  func start(of feature: Int) -> Int {
    let (column, shift) = Self.places[feature]
    return column * stride + Self.reach + shift
  }

  /// The numbers of one block, in the order of `names`.
  func row(_ block: Int) -> [Float] { Self.names.indices.map { values[start(of: $0) + block] } }

  /// Where one block's numbers go, column by column.
  @safe
  struct Row {
    private let values: UnsafeMutableBufferPointer<Float>
    private var at: Int
    private let stride: Int
    private(set) var count = 0

    @unsafe
    init(_ values: UnsafeMutableBufferPointer<Float>, at: Int, stride: Int) {
      unsafe self.values = values
      self.at = at
      self.stride = stride
    }

    @inline(__always)
    mutating func append(_ value: Float) {
      precondition(unsafe at < values.count)
      // Safe: nothing is written behind the columns.
      unsafe values[at] = value
      at &+= stride
      count &+= 1
    }
  }

  @inline(__always)
  static func log(_ number: Int) -> Float {
    if number <= 0 { return 0 }
    let logarithms = logarithms.span
    return number < logarithms.count ? logarithms[number] : Float.log1p(Float(number))
  }

  /// Of the numbers that are asked for most.
  private static let logarithms = (0..<4096).map { Float.log1p(Float($0)) }

  @inline(__always)
  static func share(_ part: Int, _ whole: Int) -> Float {
    whole == 0 ? 0 : Float(part) / Float(whole)
  }
}

extension Tag {
  /// The level of a heading, 0 for all other elements.
  var level: Float {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }
}

extension Float {
  /// ln(1 + x), to the accuracy that the block model needs, and the same on every machine.
  static func log1p(_ value: Float) -> Float {
    let number = Double(value) + 1
    var mantissa = number.significand
    var exponent = Double(number.exponent)
    if mantissa > 1.414 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)))
    return Float(exponent * 0.693147180559945 + 2 * ratio * series)
  }
}
