/// The standard's tokeniser over a page that is whole in memory.
///
/// Where the standard steps from state to state with each character, this looks ahead: raw text
/// is a region whose end is found first, a tag is read in one go. Each byte is looked at a fixed
/// number of times, most of them eight at once.
package struct Tokeniser {
  /// The decoded page, followed by the characters that replace others. Functions that look at many
  /// bytes are handed those of the page.
  var store: Store
  /// The number of bytes of the decoded page.
  let count: Int
  var position = 0
  package var token = Token()
  /// What the token says where it is a doctype; apart from it, since each token is handed on.
  var doctype = Doctype()
  var attributes: GrowingBuffer<StoredAttribute>
  var names: NameTable
  package var state = TextState.data
  /// The last start tag's name, which alone can end raw text.
  var lastStartTag: Int32 = -1
  /// Whether `<![CDATA[` opens a CDATA section: it does inside of foreign elements.
  package var allowsCDATA = false
  /// The end of the raw text, once found.
  var regionEnd = -1
  /// The `]]>` at the end of a CDATA section, which follows the region.
  var regionTrailer = 0
  var regionDecodesReferences = false
  var regionIsCDATA = false
  /// By name: where the last tag with many attributes starts that had one of that name.
  var lastTagWithAttribute: [Int] = []
  /// The tag whose attributes are marked there, and the end of those that are.
  var marked = (tag: -1, end: 0)

  /// Whether carriage returns or U+0000 stand in the page, which the standard wants replaced.
  let hasControls: Bool

  /// A tokeniser at the start of a page that was decoded to UTF-8.
  package init(_ decoded: [UInt8]) {
    self.init(decoded, names: .initial)
  }

  init(_ decoded: [UInt8], names: NameTable) {
    precondition(decoded.count < Int(Int32.max))
    store = Store(decoded)
    count = decoded.count
    attributes = GrowingBuffer(capacity: decoded.count / 64)
    hasControls = decoded.span.holds(0x0D, or: 0)
    self.names = names
  }

  /// Moves to the next token.
  package mutating func advance() {
    let page = store.page
    advance(page.span)
  }

  /// Moves to the next token of a page, whose bytes are given.
  @inline(__always)
  mutating func advance(_ page: Span<UInt8>) {
    repeat {
      if state != .data || regionEnd >= 0, readRawText(page) { return }
    } while !readData(page)
  }

  /// Reads on outside of raw text: false where the page holds something that makes no token.
  @inline(__always)
  private mutating func readData(_ page: Span<UInt8>) -> Bool {
    let start = position
    guard start < page.count else {
      finish()
      return true
    }
    let first = page[start]
    if first == 0x3C {
      if start &+ 2 < page.count {
        if page[start &+ 1].isASCIILetter { return readTag(page, .startTag, nameAt: start &+ 1) }
        if page[start &+ 1] == 0x2F, page[start &+ 2].isASCIILetter {
          return readTag(page, .endTag, nameAt: start &+ 2)
        }
      }
      if Self.opensMarkup(page, at: start) { return readMarkup(page) }
    } else if first == 0x26 || hasControls {
      if readOneCharacter(page) { return true }
    }
    var offset = endOfText(page, from: start &+ 1)
    while offset < page.count, page[offset] == 0x3C, !Self.opensMarkup(page, at: offset) {
      offset = endOfText(page, from: offset &+ 1)
    }
    emitCharacters(start, offset)
    return true
  }

  /// Reads what stands at the position if it makes a token of its own: a reference, or a control that
  /// is replaced or judged apart.
  private mutating func readOneCharacter(_ page: Span<UInt8>) -> Bool {
    switch page[position] {
    case 0x26: return readReference(page, inAttribute: false)
    case 0x0D:
      readCarriageReturn(page)
      return true
    case 0:
      emitCharacters(position, position + 1)
      token.isNull = true
      return true
    default: return false
    }
  }

  /// Where text ends that stands for itself: at a mark, a reference or a control.
  @inline(__always)
  func endOfText(_ page: Span<UInt8>, from start: Int, endingAt mark: UInt8 = 0x3C) -> Int {
    hasControls
      ? page.firstIndex(of: mark, or: 0x26, stopsAtControls: true, from: start, to: page.count)
      : page.firstIndex(of: mark, or: 0x26, from: start)
  }

  mutating func finish() {
    token.kind = .endOfFile
    token.source = Stretch(start: Int32(count), end: Int32(count))
  }

  /// Characters that stand for themselves.
  @inline(__always)
  mutating func emitCharacters(_ start: Int, _ end: Int) {
    token.kind = .characters
    token.isNull = false
    token.source = Stretch(from: start, to: end)
    token.text = token.source
    position = end
  }

  /// Characters of our own in the place of those from `start` to `end`.
  mutating func emitReplacement(_ start: Int, _ end: Int, storedFrom first: Int) {
    token.kind = .characters
    token.isNull = false
    token.source = Stretch(start: Int32(start), end: Int32(end))
    token.text = Stretch(start: Int32(first), end: Int32(store.end))
    position = end
  }

  /// A line ends with one line feed, however it is written.
  private mutating func readCarriageReturn(_ page: Span<UInt8>) {
    let start = position
    if start + 1 < count, page[start + 1] == 0x0A {
      let end = page.firstIndex(
        of: 0x3C, or: 0x26, stopsAtControls: true, from: start + 2, to: count)
      emitCharacters(start + 1, end)
    } else {
      let first = store.end
      store.append(0x0A)
      emitReplacement(start, start + 1, storedFrom: first)
    }
  }

  /// Whether the `<` at `offset` is more than a character.
  private static func opensMarkup(_ page: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 1 < page.count else { return false }
    let next = page[offset + 1]
    return next.isASCIILetter || next == 0x21 || next == 0x3F
      || (next == 0x2F && offset + 2 < page.count)
  }
}
