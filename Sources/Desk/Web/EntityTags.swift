import Crypto
import HTTPTypes
import Hummingbird

/// Tells 304 to whoever has the answer already.
struct EntityTags: RouterMiddleware {
  typealias Context = DeskContext

  @concurrent func handle(
    _ request: Request, context: DeskContext,
    next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    guard request.method == .get || request.method == .head, response.status == .ok,
      let tag = response.headers[.eTag], Self.names(request.headers[.ifNoneMatch], tag)
    else { return response }
    var headers = response.headers
    headers[.contentLength] = nil
    headers[.contentType] = nil
    return Response(status: .notModified, headers: headers)
  }

  /// The tag of an answer: the hash of its text.
  static func tag(_ text: String) -> String {
    let digest = SHA256.hash(data: Array(text.utf8)).prefix(12)
    return "\"" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
  }

  /// Whether an If-None-Match header names the tag (RFC 9110, weak comparison).
  static func names(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(whereSeparator: { $0 == "," || $0 == " " }).contains { name in
      name == "*" || name == tag || name == "W/" + tag
    }
  }
}
