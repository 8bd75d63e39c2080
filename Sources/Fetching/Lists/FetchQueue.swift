import Pages
import Records
import Text

/// Addresses that wait to be fetched, and what they give, in order: what a feed names takes the
/// feed's place. Several are asked for ahead of the one that is waited for.
actor FetchQueue {
  /// Something that was given, and the visit to be noted once it has been taken.
  struct Given: Sendable {
    let item: IntakeItem
    var visit: Visit?
  }

  private enum Work {
    /// An address: named by a feed's entry where there is one, and how many lists deep it may lead.
    case address(String, entry: Feed.Entry?, list: FetchedList?, levels: Int, feedWanted: Bool)
    case ready(IntakeItem)
    /// All entries of a list are done.
    case end(FetchedList)
  }

  private struct Job {
    let work: Work
    var task: Task<Fetcher.Outcome, Never>?
  }

  private let fetcher: Fetcher
  private let memory: (any VisitMemory)?
  private var jobs: [Job] = []
  /// The last task of each host: at one host, addresses are asked for in their order.
  private var lanes: [String: Task<Fetcher.Outcome, Never>] = [:]
  /// What was asked for in this run already.
  private var asked: Set<String> = []

  init(_ addresses: [String], _ fetcher: Fetcher, memory: (any VisitMemory)?) {
    self.fetcher = fetcher
    self.memory = memory
    for address in addresses where asked.insert(address).inserted {
      // A list of feeds, its feeds, their pages.
      jobs.append(
        Job(
          work: .address(
            address, entry: nil, list: nil, levels: 3,
            feedWanted: fetcher.settings.looksForFeed)))
    }
  }

  isolated deinit { for job in jobs { job.task?.cancel() } }

  /// The next item; nil where all is done.
  ///
  /// - Throws: what the memory throws.
  func next() async throws -> Given? {
    while !jobs.isEmpty {
      try askAhead()
      let job = jobs.removeFirst()
      switch job.work {
      case .ready(let item): return Given(item: item)
      case .end(let list):
        return Given(item: .refused(list.line), visit: list.isUnfinished ? nil : list.visit)
      case .address(let address, let entry, let list, let levels, let feedWanted):
        guard let outcome = await job.task?.value else { continue }
        let request = Request(
          address: address, entry: entry, list: list, levels: levels, feedWanted: feedWanted)
        if let given = try take(outcome, of: request) { return given }
      }
    }
    return nil
  }

  private func askAhead() throws {
    for index in jobs.indices.prefix(fetcher.settings.together) where jobs[index].task == nil {
      guard case .address(let address, let entry, _, _, _) = jobs[index].work else { continue }
      // A page that a feed names is asked for once; one that is named itself for its changes.
      let visit = entry == nil ? try memory?.visit(of: address) : nil
      let fetcher = fetcher
      let host = (try? WebAddress(address))?.host ?? ""
      let before = lanes[host]
      let task = Task {
        _ = await before?.value
        return await fetcher.fetch(address, since: visit)
      }
      (lanes[host], jobs[index].task) = (task, task)
    }
  }

  private struct Request {
    let address: String
    let entry: Feed.Entry?
    let list: FetchedList?
    let levels: Int
    let feedWanted: Bool
  }

  /// What an outcome gives; nil where it only brings more addresses.
  private func take(_ outcome: Fetcher.Outcome, of request: Request) throws -> Given? {
    switch outcome {
    case .failed(let failure):
      if failure.isPassing { request.list?.isUnfinished = true }
      return Given(
        item: refused(request, [failure.reason], failure.description),
        visit: failure.isPassing ? nil : Visit(address: request.address))
    case .notModified:
      return Given(
        item: refused(
          request, [LedgerLine.notAPage, LedgerLine.notModified], "unchanged since the last visit"))
    case .document(let document):
      let visit = Visit(
        address: request.address, location: document.location.description,
        entityTag: document.entityTag, modified: document.modified)
      var wrong: [(reason: String, what: String)] = []
      switch document.shortage {
      case .cut: wrong.append(("cut", "the connection ended before the page did"))
      case .timedOut: wrong.append(("timed-out", "the time was up before the page ended"))
      case nil: break
      }
      switch document.content {
      case .tooLarge:
        return Given(
          item: refused(
            request, ["too-large"], "unpacks to more than \(Intake.largestInput >> 20) MiB"),
          visit: visit)
      case .bomb:
        return Given(
          item: refused(request, ["bomb"], "unpacks out of all proportion: stopped there"),
          visit: visit)
      case .damaged(let bytes, let what):
        if document.shortage == nil { wrong.append(("damaged", what)) }
        return try take(bytes, document, request, visit, wrong)
      case .whole(let bytes): return try take(bytes, document, request, visit, wrong)
      }
    }
  }

  private func take(
    _ bytes: [UInt8], _ document: Fetcher.Document, _ request: Request, _ visit: Visit,
    _ wrong: [(reason: String, what: String)]
  ) throws -> Given? {
    if let feed = Feed(bytes), feed.damage != nil || !feed.entries.isEmpty || request.feedWanted {
      guard request.levels > 0 else {
        return Given(
          item: refused(
            request, [LedgerLine.notAPage, "list:\(feed.kind.rawValue)"],
            "a list inside a feed isn't followed"), visit: visit)
      }
      let list = FetchedList(feed, source: request.address, bytes, visit: visit)
      // What came in part has to come again.
      list.isUnfinished = !wrong.isEmpty
      try expand(list, levels: request.levels, within: document.location)
      return nil
    }
    if request.feedWanted {
      let links = FeedLinks.all(in: bytes, encoding: MediaType(document.contentType).charset)
      guard let link = links.first,
        let named = try? WebAddress(link, relativeTo: document.location).description
      else {
        let what = "neither a feed nor a page that names one"
        return Given(item: refused(request, ["no-feed"], what))
      }
      guard asked.insert(named).inserted else { return nil }
      let work = Work.address(
        named, entry: nil, list: nil, levels: request.levels, feedWanted: false)
      jobs.insert(Job(work: work), at: 0)
      return nil
    }
    var item = SiteAnswer.item(
      bytes, contentType: document.contentType, source: request.address,
      url: document.location.description, wrong: wrong)
    if case .input(var input) = item {
      input.published = request.entry?.publishedDay
      input.title = request.entry?.plainTitle
      item = .input(input)
    } else if case .refused(var line) = item {
      // In a crawl most answers are no pages; an address that was named should give one.
      line.reasons.removeAll { $0 == LedgerLine.notAPage }
      item = .refused(line)
    }
    if document.shortage != nil { request.list?.isUnfinished = true }
    return Given(item: item, visit: document.shortage == nil ? visit : nil)
  }

  /// Puts what a list names in its place.
  private func expand(_ list: FetchedList, levels: Int, within base: WebAddress) throws {
    var found: [Job] = []
    for (number, entry) in list.entries(upTo: fetcher.settings.mostItems).enumerated() {
      guard let link = entry.link else {
        // The words that a feed carries are all there is of an entry without an address.
        found.append(
          Job(
            work: .ready(
              FeedInputs.item(entry, of: list.feed, source: "\(list.source)#item=\(number + 1)"))))
        list.new += 1
        continue
      }
      let address = (try? WebAddress(link, relativeTo: base).description) ?? link
      let isList = list.feed.kind.isListOfLists
      if !isList, try memory?.visit(of: address) != nil {
        list.known += 1
        continue
      }
      guard asked.insert(address).inserted else { continue }
      list.new += 1
      found.append(
        Job(
          work: .address(
            address, entry: isList ? nil : entry, list: list, levels: isList ? levels - 1 : 0,
            feedWanted: false)))
    }
    jobs.insert(contentsOf: found + [Job(work: .end(list))], at: 0)
  }

  private func refused(_ request: Request, _ reasons: [String], _ message: String) -> IntakeItem {
    .refused(
      LedgerLine(source: request.address, state: .refused, reasons: reasons, message: message))
  }
}
