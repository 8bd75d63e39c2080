/// The names in a byline as readers see it: "By Jane Roe in Rome and John Doe, Staff Writers".
struct WrittenNames {
  private(set) var names: [String] = []

  private let words: [Substring]
  private let opening: Int
  private var name: [Substring] = []
  /// Whether a joint such as "and" stands before the name.
  private var isJoined = false
  /// Whether one stands before the name before.
  private var wasJoined = false
  /// The word with which the last name or its last degree ended.
  private var end: Int?

  /// Reads a byline that elements cut into pieces, "By", "Jane Roe", "March 5"; there are no names
  /// where no word such as "By" opens it and one is required.
  init(_ pieces: [Substring], needsOpening: Bool) {
    var words: [Substring] = []
    words.reserveCapacity(16)
    for piece in pieces {
      for word in Unspaced.parted(AuthorNames.unglued(piece)).words {
        if word.holds(byte: 0x2F) { words += Self.parted(word) } else { words.append(word) }
      }
      words.append("\n")
    }
    self.words = words
    let first = AuthorNames.introduction(words[...])
    if first > 0 {
      opening = first
    } else if let reporter = AuthorNames.reporterLabel(words) {
      opening = reporter + 1
    } else {
      opening = needsOpening ? Self.labelled(words) : 0
    }
    if opening == 0, needsOpening || AuthorNames.opensOtherWork(words[...]) { return }
    readNames()
    if names.isEmpty, opening > 0 { readWhole() }
  }

  /// The words up to a label amid a line that an author follows: "Source: Post Author: Jane Roe".
  private static func labelled(_ words: [Substring]) -> Int {
    let label = words.indices.prefix(12).dropFirst().first { index in
      // "Reviewed by:" is no label of an author.
      words[index].utf8.last == 0x3A
        && (words[index].utf8.count > 4 || words[index - 1] == "\n" || isMark(words[index - 1]))
        && CreditWords.opening(words[index...index]) == 1
    }
    return label.map { $0 + 1 } ?? 0
  }

  /// Whether somebody else's work is named from a word on: "Edited by", "Photo:".
  private func opensOtherWork(at index: Int, _ bare: Substring) -> Bool {
    guard CreditWords.otherWork.contains(bare) else { return false }
    if words[index].utf8.last == 0x3A { return true }
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    return next.utf8.count <= 3 && (next.lowercased() == "by" || next.lowercased() == "by:")
      || next == "|" && bare.utf8.first ?? 0 >= 0xE3
  }

  /// Whether words begin with a name and where it was written from.
  private static func isPlacedName(_ words: ArraySlice<Substring>) -> Bool {
    guard let place = words.prefix(5).firstIndex(where: places.contains) else { return false }
    return AuthorNames.isPerson(words[..<place].joined(separator: " "))
  }

  /// "Jane Roe/John Doe" with the names apart.
  private static func parted(_ word: Substring) -> [Substring] {
    guard !CreditWords.agencies.contains(word) else { return [word] }
    let parts = word.split(at: slash)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count > 2 && AuthorNames.isNameWord($0) })
    else { return [word] }
    return [parts[0], "/", parts[1]]
  }

  /// Whether a Chinese word for reporters opens the line.
  private var namesReporters: Bool {
    words.prefix(opening).contains { word in
      word.utf8.first ?? 0 >= 0xE3
        && ["记者", "記者", "采写", "採訪", "撰文", "编译", "編譯", "作者"].contains { word.contains($0) }
    }
  }

  private mutating func readNames() {
    var isElsewhere = false
    for index in words.indices.dropFirst(opening) {
      let word = words[index]
      if word == "\n" || AuthorNames.isJoint(word) || Self.isMark(word) {
        close()
        isJoined = word != "\n" && AuthorNames.isJoint(word)
        if word == "\n" { wasJoined = false }
        isElsewhere = false
        continue
      }
      // "Jane Roe and John Doe, Port Ansel": a list ends with its joint.
      let isBehindList = wasJoined && !isJoined && name.isEmpty
      let bare = word.trimming { !Self.edges.contains($0) }
      if isElsewhere || isBehindList {
        // "Jane Roe in Rome, John Doe in Lima and …"
        isElsewhere =
          isElsewhere && !(word.utf8.last == 0x2C && Self.isPlacedName(words[(index + 1)...]))
        continue
      }
      if name.isEmpty, end == index - 1, let last = names.last,
        AuthorNames.takesDegree(last[...], bare)
      {
        names[names.count - 1] += ", " + bare
        end = index
        continue
      }
      if bare.utf8.count <= 5, Self.places.contains(bare), index > opening {
        // "Jane Roe in Washington and John Doe in Rome"
        close()
        isElsewhere = true
        continue
      }
      if opensOtherWork(at: index, bare) { break }
      let shape = WordShape(bare)
      if shape.first.contains(.number) || DateWord.known(shape.hash)?.label == .published {
        // "Jane Roe, published on March 5": what stands before a date is no second author.
        if !names.isEmpty, !isJoined { name = [] }
        break
      }
      let isDated = index + 1 < words.count && Self.opensWithNumber(words[index + 1])
      if isDated, DateWord.known(shape.hash)?.isMonth ?? false { break }
      if AuthorNames.isNameWord(bare, shape)
        || bare.utf8.last == 0x2E && AuthorNames.isNameWord(bare.dropLast())
      {
        // "Words by Jane Roe. Photographs by John Doe": what follows is no name of this line.
        if bare.utf8.last == 0x2E, !name.isEmpty, bare.utf8.count > 4,
          !bare.dropLast().holds(byte: 0x2E)
        {
          name.append(bare.dropLast())
          break
        }
        name.append(bare)
        if let last = word.unicodeScalars.last, Self.ends.contains(last) {
          close()
          end = index
        }
        continue
      }
      if AuthorNames.isCredential(bare) {
        close()
        continue
      }
      if readDesk(at: index) { return }
      // "Jane Roe, Courier City Writer": what a title's words begin is no second author.
      if !names.isEmpty, !isJoined, CreditWords.roles.contains(hash: shape.hash) { name = [] }
      break
    }
    close()
  }

  private mutating func close() {
    if name.count > 1, namesReporters, name.allSatisfy({ (2...4).contains($0.count) }) {
      // "记者：王小明 李文": each word is a name.
      for word in name where !names.contains(String(word)) { names.append(String(word)) }
      name = []
      return
    }
    let whole = name.joined(separator: " ")
    name = []
    guard AuthorNames.isPerson(whole) else { return }
    // In scripts without capitals a word behind a name is where it was written.
    if let last = names.last, !isJoined, AuthorNames.isCaselessWord(whole[...]), last.contains(" ")
    {
      return
    }
    if !names.contains(whole) { names.append(whole) }
    wasJoined = isJoined
    isJoined = false
  }

  /// "The Courier Editorial Team": a desk signs with all its words.
  private mutating func readDesk(at index: Int) -> Bool {
    guard !name.isEmpty || opening > 0 && names.isEmpty,
      let end = words[index...].prefix(3).firstIndex(where: {
        Self.collectives.contains($0.trimming { !Self.edges.contains($0) })
      }), words[index..<end].allSatisfy({ $0.first?.isUppercase == true || $0 == "the" })
    else { return false }
    // "Jane Roe, Post Staff Writer" is a title.
    if end + 1 < words.count, CreditWords.roles.contains(words[end + 1]) { return false }
    let last = words[end].trimming { !Self.edges.contains($0) }
    names.append((name + words[index..<end] + [last]).joined(separator: " "))
    name = []
    return true
  }

  /// A desk or a single name behind an opening: "By Reuters", "Posted by admin".
  private mutating func readWhole() {
    let first = words.dropFirst(opening).drop { $0 == "\n" }.prefix { $0 != "\n" }
    let whole = first.joined(separator: " ")[...].prefix(before: Self.nameEnds).trimmed
    let isHandle = words.dropFirst(opening).count { $0 != "\n" } == 1
    if first.count <= 4, whole.first?.isLetter == true || whole.first?.isNumber == true,
      AuthorNames.isPlausible(whole), isHandle || first.first?.first?.isLowercase == false,
      !Self.opensWithNumber(whole) || PublicationLine(Array(whole.utf8)[...]) == nil
    {
      names = [String(whole)]
    }
  }

  private static func isMark(_ word: Substring) -> Bool { !word.holds { !marks.contains($0) } }

  private static func opensWithNumber(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map { CharacterTraits($0).contains(.number) } ?? false
  }

  private static let slash: MarkSet = "/"
  private static let marks: MarkSet = "|/·•–—-,;:&+،，、"
  private static let edges: MarkSet = "*,;:|،，、"
  private static let ends: MarkSet = ",;|،，、"
  private static let nameEnds: MarkSet = ",|;·•–—،，"

  /// What stands between an author and where the report was written.
  private static let places: Set<Substring> = ["in", "at", "from", "aus", "à", "desde", "dans"]

  /// Words behind which a name is that of several people.
  static let collectives = WordSet([
    "team", "staff", "desk", "editors", "newsroom", "bureau", "editorial", "contributors",
  ])
}
