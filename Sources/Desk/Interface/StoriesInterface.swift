import Archive
import Hummingbird
import Records

/// Stories, places, ties and unnamed sources, as JSON.
struct StoriesInterface {
  let hall: Hall

  var endpoints: [Endpoint] {
    [
      .get("/api/stories") { request, _ in
        let (cursor, limit) = (try request.query.cursor(), try request.query.limit())
        let page = try await hall.ask { try $0.stories(after: cursor, limit: limit) }
        return .json(Answer(items: page.items, next: page.next).json)
      },
      .get("/api/stories/:story") { _, context in
        let id = try context.number("story")
        let story = try await hall.ask { archive in
          guard let story = try archive.story(id) else { throw ArchiveError.unknown("story \(id)") }
          return story
        }
        return .json(story.json)
      },
      .get("/api/places") { request, _ in
        let limit = try request.query.limit(200)
        return .json(try await hall.ask { try $0.places(limit: limit) }.json)
      },
      .get("/api/ties") { request, _ in
        let (actor, limit) = (try request.query.number("actor"), try request.query.limit(60))
        return .json(try await hall.ask { try $0.ties(of: actor, limit: limit) }.json)
      },
      .get("/api/sources") { request, _ in
        let cursor = try request.query.cursor()
        let (rows, next) = try await hall.ask { try SourcesPage.rows($0, after: cursor) }
        return .json(Answer(items: rows.map(UnnamedSources.init), next: next).json)
      },
    ]
  }
}

/// How many persons the unnamed sources of a report can be.
private struct UnnamedSources: Encodable, Sendable {
  let document: Int
  let title: String
  let published: String?
  let atLeast: Int
  let atMost: Int
  let why: String
  /// How many of the report's statements they make.
  let statements: Int
  /// How many statements the report has.
  let all: Int

  init(_ row: SourcesPage.Row) {
    document = row.document
    title = row.title
    published = row.published?.machine
    atLeast = row.count.atLeast
    atMost = row.count.atMost
    why = row.count.why
    statements = row.statements
    all = row.all
  }
}
