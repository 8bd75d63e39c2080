import Records
import Text

/// What the records of a web archive give to read: one item a record, in their order.
struct ArchiveInputs: IteratorProtocol {
  private let archive: WARCReader
  private let name: String
  private let limits: UnpackingLimits

  init(_ stream: ByteStream, name: String, limits: UnpackingLimits) {
    archive = WARCReader(stream, limits: limits)
    self.name = name
    self.limits = limits
  }

  mutating func next() -> IntakeItem? {
    guard let record = archive.next() else { return nil }
    let place = RecordPlace(record, archive: name)
    switch record.damage {
    case .unreadable(let what):
      return place.refused(["damaged"], "\(what): went on at the next record")
    case .tooLarge(let length):
      return place.refused(
        ["too-large"], "\(length >> 20) MiB, more than \(limits.bytes >> 20): passed over")
    case .bomb:
      return place.refused(
        ["bomb"],
        "unpacks to more than \(limits.ratio) times its size, over \(limits.unquestioned >> 20) MiB: stopped there"
      )
    case .cut(let what): return item(record, place, wrong: [("damaged", what)])
    case nil: return item(record, place, wrong: [])
    }
  }

  /// What a sound record holds.
  private func item(
    _ record: WARCRecord, _ place: RecordPlace, wrong: [(reason: String, what: String)]
  ) -> IntakeItem {
    var wrong = wrong
    if let why = record.header["WARC-Truncated"] { wrong.append(("cut", "cut at \(why)")) }
    let type = record.header.type
    switch type {
    case "response":
      // Most records of a crawl hold no page: their heads tell, and their blocks aren't copied.
      guard let head = archive.responseHead else {
        return wrong.isEmpty
          ? place.notAPage("record:response", "no HTTP response in this record")
          : place.refused(wrong.map(\.reason), wrong.map(\.what).joined(separator: "; "))
      }
      if let line = passedOver(head, place) { return line }
      return page(HTTPMessage(archive.block) ?? head, place, wrong: wrong)
    case "resource", "conversion":
      return item(archive.block, record.header["Content-Type"], place, wrong: wrong)
    case "revisit":
      let earlier = record.header["WARC-Refers-To-Target-URI"] ?? place.url ?? "another visit"
      let day = record.header["WARC-Refers-To-Date"].map { " of \($0)" } ?? ""
      return place.notAPage("record:revisit", "unchanged since the visit\(day) of \(earlier)")
    default:
      return place.notAPage("record:\(type.isEmpty ? "untyped" : type)", "a record of the crawl")
    }
  }

  /// The line of an answer that is no page; nil for one that may be.
  private func passedOver(_ head: HTTPMessage, _ place: RecordPlace) -> IntakeItem? {
    guard (200..<300).contains(head.status) else {
      return place.notAPage("status:\(head.status)", "the site answered \(head.status)")
    }
    let media = MediaType(head.fields["content-type"])
    if media.format != nil || media.isUnknown { return nil }
    return place.notAPage("media:\(media.name ?? "")", "neither a page nor a text")
  }

  private func page(
    _ message: HTTPMessage, _ place: RecordPlace, wrong: [(reason: String, what: String)]
  ) -> IntakeItem {
    let type = message.fields["content-type"]
    var wrong = wrong
    switch message.content(limits: limits) {
    case .whole(let bytes): return item(bytes, type, place, wrong: wrong)
    case .damaged(let bytes, let what):
      wrong.append(("damaged", what))
      return item(bytes, type, place, wrong: wrong)
    case .tooLarge:
      return place.refused(["too-large"], "the page unpacks to more than \(limits.bytes >> 20) MiB")
    case .bomb:
      return place.refused(
        ["bomb"], "the page unpacks to more than \(limits.ratio) times its size: stopped there")
    }
  }

  private func item(
    _ bytes: [UInt8], _ contentType: String?, _ place: RecordPlace,
    wrong: [(reason: String, what: String)]
  ) -> IntakeItem {
    place.placed(
      SiteAnswer.item(
        bytes, contentType: contentType, source: place.source, url: place.url, wrong: wrong))
  }
}

/// Where a record stands, for the ledger.
private struct RecordPlace {
  let source: String
  let url: String?
  let offset: Int
  let stored: Int
  private let bytes: Int

  init(_ record: WARCRecord, archive: String) {
    source = "\(archive)#offset=\(record.offset)"
    url = record.header.target
    (offset, stored, bytes) = (record.offset, record.stored, record.blockLength)
  }

  func refused(_ reasons: [String], _ message: String) -> IntakeItem {
    .refused(
      LedgerLine(
        source: source, state: .refused, reasons: reasons, message: message, bytes: bytes,
        url: url, offset: offset, stored: stored))
  }

  /// An item with the record's place in the archive.
  func placed(_ item: IntakeItem) -> IntakeItem {
    switch item {
    case .input(var input):
      (input.offset, input.stored) = (offset, stored)
      return .input(input)
    case .refused(var line):
      (line.offset, line.stored) = (offset, stored)
      return .refused(line)
    }
  }

  /// A record that holds nothing to read by its nature: it is counted and not complained of.
  func notAPage(_ reason: String, _ message: String) -> IntakeItem {
    refused([LedgerLine.notAPage, reason], message)
  }
}
