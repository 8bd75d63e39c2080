import Archive
import HTTPTypes
import Hummingbird
import Records

/// A report: its text beside its record, and each line on a page of its own.
struct ReportPage {
  let hall: Hall

  func add(to router: Router<DeskContext>) {
    router.get("/reports/:document") { request, context in
      try await answer(request, context, version: nil)
    }
    router.get("/reports/:document/versions/:version") { request, context in
      try await answer(request, context, version: context.number("version"))
    }
    router.get("/reports/:document/versions/:version/lines/:line") { request, context in
      try await line(request, context)
    }
    router.get("/reports/:document/versions/:version/changes") { request, context in
      try await changes(request, context)
    }
    router.get("/reports/:document/lines/:line") { request, context in
      try await line(request, context)
    }
  }

  private func answer(
    _ request: Request, _ context: DeskContext, version: Int?
  ) async throws -> Response {
    let document = try context.number("document")
    let base = hall.base
    let lit = request.query["line"]
    let model = try await hall.ask { archive in
      guard let kept = try archive.document(document) else {
        throw ArchiveError.unknown("report \(document)")
      }
      if kept.tombstone != nil { return ReportModel?.none }
      let lines = try archive.lines(of: document, version: version, base: base)
      let isNewest = lines.version == kept.summary.version
      return ReportModel(
        lines, kept, lit: lit,
        decisions: isNewest ? try archive.decisionsByLine(of: document) : [:])
    }
    guard let model else { return try await removed(request, context, document) }
    return hall.page("report", model, request, context)
  }

  private func removed(
    _ request: Request, _ context: DeskContext, _ document: Int
  ) async throws -> Response {
    let stone = try await hall.ask { try $0.document(document)?.tombstone }
    let model = MessagePage(
      kicker: "Report \(document)", title: "Taken down",
      text: "The text and record of this report were removed on \(Moment(stone?.at ?? "").shown). "
        + "Reason: \(stone?.reason ?? "")",
      hint: "SHA-256 of what was removed: \(stone?.sha256.joined(separator: ", ") ?? "")")
    return hall.page("message", model, request, context, status: .gone)
  }

  private func line(_ request: Request, _ context: DeskContext) async throws -> Response {
    let document = try context.number("document")
    let version = context.parameters.get("version") == nil ? nil : try context.number("version")
    let id = context.parameters.get("line") ?? ""
    let base = hall.base
    let mayDecide = context.visitor.may(.reviewer)
    let model = try await hall.ask { archive in
      let lines = try archive.lines(of: document, version: version, base: base)
      guard let line = lines.line(id) else {
        throw ArchiveError.unknown("line \(id) of report \(document)")
      }
      // Decisions are about the newest reading, whose lines may bear other numbers.
      let isNewest = try archive.document(document)?.summary.version == lines.version
      return LineModel(
        line, in: lines,
        decisions: isNewest ? try archive.decisionsByLine(of: document)[id] ?? [] : [],
        mayDecide: mayDecide && isNewest)
    }
    return hall.page("record-line", model, request, context)
  }

  private func changes(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (document, version) = (try context.number("document"), try context.number("version"))
    let base = hall.base
    let model = try await hall.ask { archive in
      ChangesModel(
        try archive.diff(of: document, from: version - 1, to: version),
        try archive.lines(of: document, version: version, base: base))
    }
    return hall.page("changes", model, request, context)
  }
}
