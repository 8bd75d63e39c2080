import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Asks a desk's routes without a socket.
struct DeskClient: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer
  }

  private let answer: @Sendable (Request) async throws -> Response

  init(_ desk: Desk) { answer = desk.answer() }

  func execute(
    uri: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:],
    body: ByteBuffer = ByteBuffer(), host: String = "localhost"
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: uri, headerFields: headers)
    let response = try await answer(Request(head: head, body: RequestBody(buffer: body)))
    let collector = Collector()
    try await response.body.write(collector)
    return Answer(
      status: response.status, headers: response.headers, body: collector.bytes.value)
  }

  /// The body of a page that must answer 200.
  func page(_ path: String) async throws -> String {
    let answer = try await execute(uri: path)
    guard answer.status == .ok else { throw HTTPError(answer.status, message: path) }
    return String(buffer: answer.body)
  }

  /// Posts a form with the token of the page that it stands on.
  func post(_ path: String, _ fields: String, from page: String) async throws -> Answer {
    let html = try await execute(uri: page)
    let token = String(buffer: html.body).firstMatch(of: /data-csrf="([0-9a-f]+)"/)?.1 ?? ""
    let cookie = html.headers[.setCookie]?.prefix { $0 != ";" } ?? ""
    return try await execute(
      uri: path, method: .post,
      headers: [
        .contentType: "application/x-www-form-urlencoded", .cookie: String(cookie),
      ], body: ByteBuffer(string: "csrf=\(token)&\(fields)"))
  }

  private struct Collector: ResponseBodyWriter {
    let bytes = Box(ByteBuffer())

    mutating func write(_ buffer: ByteBuffer) async throws {
      var (all, more) = (bytes.value, buffer)
      all.writeBuffer(&more)
      bytes.set(all)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
