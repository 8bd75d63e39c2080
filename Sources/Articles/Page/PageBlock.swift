import HTML

/// A stretch of a page's text between two borders of blocks: a paragraph, a heading, a caption, a
/// line of a menu.
struct PageBlock {
  /// The words, as UTF-8 in the segmenter's buffer; white space is single.
  var text: Range<Int>
  /// The runs of the trace in the segmenter's list.
  var runs: Range<Int>
  /// The nearest element that makes a block, as an index into the segmenter's elements.
  var element: Int
  /// How many bytes stand in links.
  var linked: Int
  /// How many bytes are set off by italics or bold type.
  var stressed: Int
  /// The first node of its text.
  var node: NodeID
}

/// An element that makes a block, with what it says about the text in it.
struct PageElement {
  var node: NodeID
  var tag: Tag
  /// The block element around it, or -1.
  var parent: Int
  var depth: Int
  /// The first element behind it that it doesn't hold: all before that stand in it.
  var end = 0
  /// The tags of it and all around it.
  var around: Surroundings
  /// What the words of its class, id and role say, near to the text and far from it.
  var near: Float = 0
  var far: Float = 0
  /// The sum of `far` over it and all elements around it, the least and the greatest among them.
  var farSum: Float = 0
  var leastFar: Float = 0
  var greatestFar: Float = 0
  /// The tag and class words of it and the two elements around it: alike for what a template made
  /// from one part.
  var template: UInt64 = 0
  /// The tag and class words of it alone.
  var shape: UInt64 = 0
  /// Those of it and the element around it.
  var partTemplate: UInt64 = 0
  /// The nearest list or table that it stands in, itself included, or -1.
  var list = -1
  /// The outermost `article` that it stands in, itself included, or -1.
  var article = -1
  /// Sums over the blocks below it; sizes as `BlockMeasures.size` has them.
  var bytes = 0
  var size = 0
  var linked = 0
  var prose = 0
  var proseBlocks = 0
  var blocks = 0

  /// Notes what it says of all within, where no element stands around it.
  mutating func start(at index: Int) {
    farSum = far
    leastFar = min(0, far)
    greatestFar = max(0, far)
    template = shape
    partTemplate = shape
    note(at: index)
  }

  /// Takes over what the element around it says of all within.
  @inline(__always)
  mutating func inherit(from outer: borrowing PageElement, at index: Int) {
    farSum = outer.farSum + far
    leastFar = min(outer.leastFar, far)
    greatestFar = max(outer.greatestFar, far)
    template = shape &+ outer.partTemplate &* 31
    partTemplate = shape &+ outer.shape &* 31
    list = outer.list
    article = outer.article
    note(at: index)
  }

  private mutating func note(at index: Int) {
    switch tag {
    case .ul, .ol, .dl, .table, .menu, .nav: list = index
    default: break
    }
    if article < 0, tag == .article { article = index }
  }
}

/// The elements that hold a block.
struct Surroundings: OptionSet {
  let rawValue: UInt32

  static let article = Surroundings(rawValue: 1 << 0)
  static let main = Surroundings(rawValue: 1 << 1)
  static let aside = Surroundings(rawValue: 1 << 2)
  static let nav = Surroundings(rawValue: 1 << 3)
  static let footer = Surroundings(rawValue: 1 << 4)
  static let header = Surroundings(rawValue: 1 << 5)
  static let form = Surroundings(rawValue: 1 << 6)
  static let figure = Surroundings(rawValue: 1 << 7)
  static let list = Surroundings(rawValue: 1 << 8)
  static let table = Surroundings(rawValue: 1 << 9)
  static let quote = Surroundings(rawValue: 1 << 10)
  static let caption = Surroundings(rawValue: 1 << 11)
  static let section = Surroundings(rawValue: 1 << 12)
  static let details = Surroundings(rawValue: 1 << 13)
  static let hidden = Surroundings(rawValue: 1 << 14)
  static let articleBody = Surroundings(rawValue: 1 << 15)
  static let dialog = Surroundings(rawValue: 1 << 16)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a tag adds.
  init(_ tag: Tag) {
    switch tag {
    case .article: self = .article
    case .main: self = .main
    case .aside: self = .aside
    case .nav, .menu: self = .nav
    case .footer: self = .footer
    case .header: self = .header
    case .form, .fieldset: self = .form
    case .figure: self = .figure
    case .ul, .ol, .dl: self = .list
    case .table: self = .table
    case .blockquote: self = .quote
    case .figcaption, .caption: self = .caption
    case .section: self = .section
    case .details: self = .details
    case .dialog: self = .dialog
    default: self = []
    }
  }
}
