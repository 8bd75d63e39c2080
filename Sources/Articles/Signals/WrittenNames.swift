/// The names in a byline as readers see it: "By Jane Roe in Rome and John Doe, Staff Writers".
struct WrittenNames {
  private(set) var names: [String] = []

  private let words: [Substring]
  private let opening: Int
  private var name: [Substring] = []
  /// Whether a joint such as "and" stands before the name.
  private var isJoined = false

  /// Reads a byline that elements cut into pieces, "By", "Jane Roe", "March 5"; there are no names
  /// where no word such as "By" opens it and one is required.
  init(_ pieces: [String], needsOpening: Bool) {
    var words: [Substring] = []
    for piece in pieces {
      words += Unspaced.parted(piece).split { $0.isWhitespace }
      words.append("\n")
    }
    self.words = words
    opening = AuthorNames.introduction(words)
    if opening == 0, needsOpening || AuthorNames.opensOtherWork(words) { return }
    readNames()
    if names.isEmpty, opening > 0 { readWhole() }
  }

  private mutating func readNames() {
    var isElsewhere = false
    for index in words.indices.dropFirst(opening) {
      let word = words[index]
      if word == "\n" || AuthorNames.isJoint(word) || word.allSatisfy(Self.isMark) {
        close()
        isJoined = word != "\n" && AuthorNames.isJoint(word)
        isElsewhere = false
        continue
      }
      let bare = word.trimming { ",;:|،，、".contains($0) }
      if isElsewhere { continue }
      if Self.places.contains(bare), index > opening {
        // "Jane Roe in Washington and John Doe in Rome"
        close()
        isElsewhere = true
        continue
      }
      if word.hasSuffix(":"), CreditWords.otherWork.contains(bare.lowercased()) { break }
      let isDated = index + 1 < words.count && words[index + 1].first?.isNumber == true
      if isDated, CalendarDate.isMonth(bare.lowercased()) { break }
      if AuthorNames.isNameWord(bare)
        || bare.hasSuffix(".") && AuthorNames.isNameWord(bare.dropLast())
      {
        name.append(bare)
        if let last = word.last, ",;|،，、".contains(last) { close() }
        continue
      }
      if AuthorNames.isCredential(bare) {
        close()
        continue
      }
      if readDesk(at: index) { return }
      // "Jane Roe, Courier City Writer": what a title's words begin is no second author.
      if !names.isEmpty, !isJoined, CreditWords.roles.contains(bare.lowercased()) { name = [] }
      break
    }
    close()
  }

  private mutating func close() {
    let whole = name.joined(separator: " ")
    name = []
    if AuthorNames.isPerson(whole), !names.contains(whole) { names.append(whole) }
  }

  /// "The Courier Editorial Team": a desk signs with all its words.
  private mutating func readDesk(at index: Int) -> Bool {
    guard !name.isEmpty || opening > 0 && names.isEmpty,
      let end = words[index...].prefix(3).firstIndex(where: {
        Self.collectives.contains($0.trimming { ",;:|".contains($0) }.lowercased())
      }), words[index..<end].allSatisfy({ $0.first?.isUppercase == true || $0 == "the" })
    else { return false }
    let last = words[end].trimming { ",;:|".contains($0) }
    names.append((name + words[index..<end] + [last]).joined(separator: " "))
    name = []
    return true
  }

  /// A desk or a single name behind an opening: "By Reuters", "Posted by admin".
  private mutating func readWhole() {
    let first = words.dropFirst(opening).drop { $0 == "\n" }.prefix { $0 != "\n" }
    let whole = first.joined(separator: " ").prefix { !",;|·•–—،，".contains($0) }.trimmed
    let isHandle = words.dropFirst(opening).count { $0 != "\n" } == 1
    if first.count <= 4, whole.first?.isLetter == true || whole.first?.isNumber == true,
      AuthorNames.isPlausible(whole), isHandle || first.first?.first?.isLowercase == false
    {
      names = [whole]
    }
  }

  private static func isMark(_ mark: Character) -> Bool { "|/·•–—-,;&+،，、".contains(mark) }

  /// What stands between an author and where the report was written.
  private static let places: Set<Substring> = ["in", "at", "from", "aus", "à", "desde", "dans"]

  /// Words behind which a name is that of several people.
  private static let collectives: Set<String> = [
    "team", "staff", "desk", "editors", "newsroom", "bureau", "editorial", "contributors",
  ]
}
