import HTML

/// Who wrote the report.
///
/// What the page states of itself comes first, then the marks and the lines around the headline,
/// then those behind the report. In each, names that can be a person's come before a site's, a
/// desk's or a handle; and where the byline that readers see names more people than the page's data
/// and those among them, the byline is taken.
struct PageAuthors {
  /// Names from one place of the page.
  struct Finding {
    var names: [String]
    var by: String
    var trust: Trust
    /// Whether they were put together from marks side by side.
    var isMerged = false
    var isSingleWord: Bool {
      names.allSatisfy { !$0.contains(" ") && !CreditWords.agencies.contains($0[...]) }
    }
    /// Whether they are nothing but the words for any desk: "Staff Reporter".
    var isDesk: Bool { names.allSatisfy { CreditWords.desks.contains($0[...]) } }
    var isStated: Bool { by.hasPrefix("json-ld") || by.hasPrefix("meta") }
  }

  enum Trust: Int, Comparable {
    /// People, where authors stand.
    case person
    /// People, in a line that may say something else.
    case fair
    /// Desks, and single names.
    case weak
    /// Sites, organisations, handles.
    case last

    static func < (left: Trust, right: Trust) -> Bool { left.rawValue < right.rawValue }
  }

  /// What told a line right under the headline that opens as bylines do.
  static let underTitle = "byline:under-title:head"
  /// What told a name that stands set off alone under the headline.
  static let setOff = "line-by-title:head"

  let analysis: PageAnalysis
  let marks: AuthorMarks
  private let site: Set<String>
  var findings: [Finding] = []

  init(_ analysis: PageAnalysis, _ surroundings: ReportSurroundings) {
    self.analysis = analysis
    marks = AuthorMarks(analysis.page)
    let metadata = analysis.metadata
    let publishers = metadata.linkedData.articles.flatMap {
      metadata.linkedData.names($0["publisher"])
    }
    let names = [metadata.meta("og:site_name"), metadata.meta("application-name")]
    site = Set((names.compactMap { $0 } + publishers).map { $0.lowercased() })
    addStated()
    addReadersByline(in: surroundings.signed)
    if findings.contains(where: { $0.trust == .person }) { return }
    addReporters(in: surroundings)
    addNamesWithDates(in: surroundings.signed)
    addMarks(in: surroundings.tail, "tail")
    addLines(in: surroundings.tail, "tail")
    addNamesBesideDates(in: surroundings.signed)
    if findings.contains(where: { $0.trust < .last && !$0.isDesk }) { return }
    addStandfirstNames(in: surroundings.signed)
    addSetOffNames(in: surroundings)
    if findings.isEmpty { addLines(in: analysis.segmenter.blocks.indices, "elsewhere") }
    if findings.isEmpty, let mark = marks.firstProperty() {
      let names = marks.pieces(of: mark).filter { $0.text[...].words.count <= 6 }
        .flatMap { AuthorNames.stated($0.text) }
      add(names, "mark:elsewhere", isSigned: true)
    }
  }

  /// The names, and where they stood.
  var chosen: ([String], String?) {
    guard let best = best else { return ([], nil) }
    if best.trust != .person { return (best.names, best.by) }
    let own = Set(best.names.map(Self.key))
    let seen = findings.first { finding in
      guard finding.by.hasSuffix(":head"), finding.trust == .person, finding.names.count <= 8,
        best.isStated || finding.by == Self.underTitle
      else { return false }
      let names = finding.names.map(Self.key)
      // "By Jane Roe" under the headline comes before the account that put the report in.
      if finding.by == Self.underTitle, best.isStated, own.isDisjoint(with: names) { return true }
      return !(best.isStated && finding.isMerged) && names.count > own.count
        && own.isSubset(of: names)
    }
    let taken = seen ?? best
    return (taken.names, taken.by)
  }

  /// A name as it is compared: in lower case, without degrees.
  private static func key(_ name: String) -> String {
    let key = AuthorNames.withoutDegrees(name[...]).lowercased()
    guard key.utf8.first == 0x64 || key.utf8.first == 0x70 else { return key }
    let title = ["dr ", "dr. ", "prof ", "prof. ", "professor "].first(where: key.hasPrefix)
    return String(key.dropFirst(title?.count ?? 0))
  }

  private var best: Finding? {
    let people = findings.first { $0.trust == .person && $0.by.hasSuffix(":head") }
    // A desk that the page states is its author; only a single word that is no agency, a site or a
    // handle give way to people, a handle or a site not to people away from the headline:
    // commenters, authors of other reports.
    if let stated = findings.first(where: { $0.isStated && $0.trust <= .weak }) {
      guard stated.trust == .weak else { return stated }
      // "By Jane Roe" under the headline says more than the desk that put the report in.
      if let people, people.by == Self.underTitle { return people }
      return stated.isSingleWord || stated.isDesk ? people ?? setOff(stated) ?? stated : stated
    }
    // A site that signs as readers see it is the author, whatever else stands there.
    if people == nil, let site = findings.first(where: \.isStated), isSeen(site) { return site }
    // A handle is a person: what only looks like a name beside a date doesn't come before it.
    let isHandle = findings.contains { $0.isStated && $0.names.allSatisfy(Self.isHandle) }
    let isUnclear = findings.contains { $0.isStated }
    let near = findings.filter {
      !isUnclear || $0.isStated
        || $0.by.hasSuffix(":head") && !(isHandle && $0.by.hasPrefix("line"))
    }
    return near.min { $0.trust < $1.trust }
  }

  /// "Jane Roe, Port Ansel" over the report, where the page states a desk.
  private func setOff(_ stated: Finding) -> Finding? {
    stated.isDesk ? findings.first { $0.trust == .fair && $0.by == Self.setOff } : nil
  }

  /// Whether the byline that readers see has a finding's names.
  private func isSeen(_ stated: Finding) -> Bool {
    findings.contains { finding in
      !finding.isStated && finding.by.hasSuffix(":head") && !finding.by.hasPrefix("line")
        && finding.names.allSatisfy { name in
          stated.names.contains { $0.lowercased() == name.lowercased() }
        }
    }
  }

  /// Whether a name is one word that can be somebody's first name.
  private static func isFirstName(_ name: String) -> Bool {
    let shape = WordShape(name[...])
    return Byline.isNameWord(name[...], shape) && shape.first.contains(.capital)
      && name.dropFirst().allSatisfy(\.isLowercase) && !CreditWords.agencies.contains(name[...])
      && !WrittenNames.collectives.contains(name[...])
  }

  private static func isHandle(_ name: String) -> Bool {
    !name.contains(where: { $0 == " " || $0 == "." }) && name.first?.isLowercase ?? false
  }

  /// - Parameter isSigned: whether the page marks each name as the author's.
  mutating func add(
    _ names: [String], _ by: String, _ trust: Trust = .person, isSigned: Bool = false
  ) {
    var unique: [String] = []
    for name in names
    where !unique.contains(where: { $0.lowercased() == name.lowercased() }) {
      unique.append(name)
    }
    // Away from the headline "by" is as often part of something else: "Powered by Link".
    if !isSigned, by.hasSuffix(":tail") || by.hasSuffix(":elsewhere") {
      unique = unique.filter { $0.contains(" ") }
    }
    var people = unique.filter { AuthorNames.isPerson($0) && !site.contains($0.lowercased()) }
    if people.count > 1 { people = beforeSite(people) }
    // "By Jane Roe, Port Ansel": of a byline's further names the report tells only where they are
    // places.
    if people.count > 1, by.hasPrefix("byline") || by.hasPrefix("mark"), !isSigned {
      people = people.prefix(1) + people.dropFirst().filter { !isTold($0) }
    }
    if !people.isEmpty {
      findings.append(Finding(names: people, by: by, trust: trust))
    } else if !unique.isEmpty {
      // "By Amanda" right under the headline is its author, whoever is named further down.
      let isSigned = by == Self.underTitle && unique.count == 1 && Self.isFirstName(unique[0])
      let weak = isSigned ? trust : max(trust, .weak)
      findings.append(Finding(names: unique, by: by, trust: isLast(unique[0]) ? .last : weak))
    }
  }

  /// Names without the paper behind them, and without where it was written behind that: "Jane Roe,
  /// Ansel Post North, Port Ansel".
  private func beforeSite(_ names: [String]) -> [String] {
    let sites = site.union(ownNames)
    let end = names.indices.dropFirst().first { index in
      let name = names[index].lowercased()
      return sites.contains { name == $0 || name.hasPrefix($0 + " ") }
    }
    return Array(names[..<(end ?? names.count)])
  }

  /// What stands in the page's title behind or before a mark: mostly the site's name.
  private var ownNames: [String] {
    guard let title = analysis.metadata.title else { return [] }
    let parts = PageTitle.parts(of: title)
    return parts.count > 1 ? [parts[0], parts[parts.count - 1]].map { $0.lowercased() } : []
  }

  /// Whether a name is the site's own or a handle.
  private func isLast(_ name: String) -> Bool {
    if CreditWords.agencies.contains(name[...]) { return false }
    if site.contains(name.lowercased()) { return true }
    let traits = name.unicodeScalars.map { CharacterTraits($0) }
    if traits.contains(where: { $0.contains(.number) }) { return true }
    return !name[...].holds(byte: 0x20)
      && (traits.dropFirst().contains { $0.contains(.capital) }
        || traits.contains { $0.contains(.small) } && !traits[0].contains(.capital))
  }

  /// The people whom the page's data state: whatever else it states counts for nothing beside them.
  private var statedPerson: Finding? { findings.first { $0.isStated && $0.trust == .person } }

  /// The marks and lines around the headline. Where the data name people, only a byline that names
  /// them too, or one right under the headline, says more: nothing else is read.
  private mutating func addReadersByline(in head: Range<Int>) {
    guard let stated = statedPerson, let clue = NameClue(stated.names[0]) else {
      addMarks(in: head, "head")
      addLines(in: head, "head")
      return
    }
    let blocks = analysis.segmenter.blocks
    let named = head.filter { clue.stands(in: analysis.segmenter.text(of: blocks[$0])) }
    if let first = named.first, let last = named.last {
      let zone = max(head.lowerBound, first - 2)..<min(head.upperBound, last + 3)
      addMarks(in: zone, "head", only: clue)
    }
    addLines(in: head, "head", only: Set(named + head.filter(isUnderTitle)))
    for index in named
    where isUnderTitle(index) && (4...12).contains(analysis.measures[index].words) {
      addList(index, beyond: stated.names)
    }
  }

  /// A line of nothing but names that elements or line breaks set apart, the data's among them.
  private mutating func addList(_ index: Int, beyond stated: [String]) {
    let names = analysis.pieces(ofBlock: index).map { $0[...].trimmingMarks }
    guard names.count > stated.count, names.allSatisfy({ AuthorNames.isPerson($0) }),
      stated.allSatisfy({ names.contains($0[...]) })
    else { return }
    add(names.map(String.init), "byline:head")
  }

  private mutating func addStated() {
    let metadata = analysis.metadata
    for object in metadata.linkedData.ownArticles {
      let authors = metadata.linkedData.authors(of: object)
      add(
        authors.filter { !$0.isOrganisation }.flatMap { AuthorNames.stated($0.name) },
        "json-ld:author")
      add(authors.filter(\.isOrganisation).map(\.name), "json-ld:author", .last)
      if statedPerson != nil { return }
    }
    let names = metadata.metas.names {
      $0.count < 60 && $0.holdsOne(of: "author", "creator", "byl")
    }
    for name in names.sorted(by: Self.isRather) where Self.namesAuthor(name) {
      add(metadata.metas.contents(of: name).flatMap(AuthorNames.stated), "meta:" + name)
      if statedPerson != nil { return }
    }
    for number in 1...4 where metadata.meta("twitter:label\(number)").map(Self.isLabel) ?? false {
      let label = "twitter:data\(number)"
      add(metadata.meta(label).map(AuthorNames.stated) ?? [], "meta:" + label)
    }
  }

  /// "author" itself first, then names that hold it, in the order of the alphabet.
  private static func isRather(_ left: String, _ right: String) -> Bool {
    (left == "author" ? 0 : 1, left) < (right == "author" ? 0 : 1, right)
  }

  private static func namesAuthor(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter }
    guard
      words.contains(where: {
        $0.hasSuffix("author") || $0.hasSuffix("authors") || $0 == "creator" || $0 == "byl"
          || $0 == "byline" || $0 == "authorname"
      })
    else { return false }
    return !words.contains {
      [
        "url", "id", "image", "twitter", "type", "link", "count", "email", "slug", "smartbanner",
      ].contains($0)
    }
  }

  private static func isLabel(_ label: String) -> Bool {
    AuthorNames.isOpening(label[...])
  }
}
