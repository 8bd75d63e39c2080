import Mustache

/// The pages' templates, one a page, parsed once.
package struct Templates: Sendable {
  private let library: MustacheLibrary

  /// - Throws: the parser's error where a template is wrong; a test parses them all.
  package init() throws {
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    var library = MustacheLibrary()
    for (name, source) in Self.sources {
      let text = String(decoding: source, as: UTF8.self)
      try library.register("{{% CONTENT_TYPE:\(EscapedHTML.name)}}" + text, named: name)
    }
    self.library = library
  }

  /// The page that a template makes of its model; `frame` is what every page has.
  func render(_ name: String, frame: Frame, page: Any) -> String {
    library.render(["frame": frame, "page": page] as [String: Any], withTemplate: name) ?? ""
  }

  /// The names of all templates.
  package static var names: [String] { sources.keys.sorted() }

  /// The text of a template.
  package static func source(_ name: String) -> String {
    String(decoding: sources[name] ?? [], as: UTF8.self)
  }

  private static let sources: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache,
    "line": PackageResources.line_mustache,
    "verdict": PackageResources.verdict_mustache,
    "ingest": PackageResources.ingest_mustache,
    "hit": PackageResources.hit_mustache,
    "told": PackageResources.told_mustache,
    "pager": PackageResources.pager_mustache,
    "today": PackageResources.today_mustache,
    "report": PackageResources.report_mustache,
    "reports": PackageResources.reports_mustache,
    "record-line": PackageResources.record_line_mustache,
    "statements": PackageResources.statements_mustache,
    "sources": PackageResources.sources_mustache,
    "changes": PackageResources.changes_mustache,
    "decisions": PackageResources.decisions_mustache,
    "accounts": PackageResources.accounts_mustache,
    "ledger": PackageResources.ledger_mustache,
    "actor": PackageResources.actor_mustache,
    "actors": PackageResources.actors_mustache,
    "calendar": PackageResources.calendar_mustache,
    "follows": PackageResources.follows_mustache,
    "map": PackageResources.map_mustache,
    "network": PackageResources.network_mustache,
    "review": PackageResources.review_mustache,
    "search": PackageResources.search_mustache,
    "stories": PackageResources.stories_mustache,
    "story": PackageResources.story_mustache,
    "sign-in": PackageResources.sign_in_mustache,
    "message": PackageResources.message_mustache,
  ]
}
