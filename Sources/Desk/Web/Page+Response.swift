import HTTPTypes
import Hummingbird

extension Response {
  /// A page or other text with its type and tag; browsers ask again and may be told 304.
  static func text(
    _ text: String, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: type, .cacheControl: "private, no-cache", .eTag: EntityTags.tag(text),
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    .text(text, type: "text/html; charset=utf-8", status: status)
  }

  static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    .text(text, type: "application/json; charset=utf-8", status: status)
  }
}

extension Request {
  /// The fields of the query.
  var query: Form { Form(uri.query ?? "") }

  /// Whether the answer goes to a program.
  var isForInterface: Bool { uri.path == "/api" || uri.path.hasPrefix("/api/") }

  /// Whether the method may change something.
  var isUnsafe: Bool { ![.get, .head, .options].contains(method) }
}
