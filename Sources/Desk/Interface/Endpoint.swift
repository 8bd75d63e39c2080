import HTTPTypes
import Hummingbird

/// One thing that programs may ask, as the OpenAPI file describes it.
struct Endpoint: Sendable {
  let method: HTTPRequest.Method
  /// The path with its parameters, `/api/reports/:document`.
  let path: String
  let answer: @Sendable (Request, DeskContext) async throws -> Response

  static func get(
    _ path: String,
    _ answer: @escaping @Sendable (Request, DeskContext) async throws -> Response
  ) -> Endpoint {
    Endpoint(method: .get, path: path, answer: answer)
  }

  static func post(
    _ path: String,
    _ answer: @escaping @Sendable (Request, DeskContext) async throws -> Response
  ) -> Endpoint {
    Endpoint(method: .post, path: path, answer: answer)
  }
}

/// All that programs may ask.
struct Interface {
  let hall: Hall

  var endpoints: [Endpoint] {
    [
      .get("/api/openapi.json") { _, _ in .json(Self.description) }
    ] + ReportsInterface(hall: hall).endpoints + SearchInterface(hall: hall).endpoints
      + ActorsInterface(hall: hall).endpoints + StoriesInterface(hall: hall).endpoints
      + FollowsInterface(hall: hall).endpoints + DecisionsInterface(hall: hall).endpoints
  }

  func add(to router: Router<DeskContext>) {
    for endpoint in endpoints {
      router.on(RouterPath(endpoint.path), method: endpoint.method, use: endpoint.answer)
    }
  }

  /// The OpenAPI file.
  static var description: String {
    String(decoding: PackageResources.openapi_json, as: UTF8.self)
  }
}
