import Archive
import Records

/// Turns what a search finds into lines as pages show them.
struct Hits {
  private let archive: Archive
  private let base: String

  init(_ archive: Archive, base: String) {
    self.archive = archive
    self.base = base
  }

  /// The lines of hits, in their order.
  ///
  /// - Throws: `ArchiveError`.
  func lines(_ hits: [SearchHit]) throws -> [LineView] { try found(hits).map(\.line) }

  /// The line of each hit; each report's record is opened once, in whatever order the hits stand.
  ///
  /// - Throws: `ArchiveError`.
  func byLine(_ hits: [SearchHit]) throws -> [SearchHit: LineView] {
    let together = hits.sorted { $0.document.id < $1.document.id }
    return Dictionary(
      try found(together).map { ($0.hit, $0.line) }, uniquingKeysWith: { first, _ in first })
  }

  /// Hits with their lines, in their order, without those whose record is gone; the record of
  /// neighbours in one report is opened once.
  ///
  /// - Throws: `ArchiveError`.
  func found(_ hits: [SearchHit]) throws -> [(hit: SearchHit, line: LineView)] {
    var last: ReportLines?
    return try hits.compactMap { hit in
      guard let id = hit.line else { return (hit, report(hit)) }
      if last?.document != hit.document.id {
        last = try archive.record(of: hit.document.id, version: hit.document.version).map {
          ReportLines($0, document: hit.document.id, version: hit.document.version, base: base)
        }
      }
      return last?.line(id).map { (hit, $0) }
    }
  }

  /// A report as a line: its headline with the words around the match.
  private func report(_ hit: SearchHit) -> LineView {
    let summary = hit.document
    let title = summary.title ?? summary.address
    return LineView(
      id: "\(summary.id)", status: "said", statusWord: "report", type: nil, typeHelp: "",
      who: title, cue: nil, whom: nil, quoted: hit.words, facts: [], hasFacts: false, plain: title,
      parts: [],
      span: hit.span, address: Address.report(summary.id),
      reportAddress: Address.report(summary.id), reportTitle: title,
      published: summary.published.map(Moment.init),
      mailto: "mailto:?subject=\(Address.encoded(title))&body="
        + Address.encoded(base + Address.report(summary.id)))
  }
}
