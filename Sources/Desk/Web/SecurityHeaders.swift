import HTTPTypes
import Hummingbird

/// Headers on every answer: nothing but the desk's own files runs or loads, nobody frames it.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = DeskContext

  /// Whether browsers reach the desk by https, through a proxy.
  let isBehindHTTPS: Bool

  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  @concurrent func handle(
    _ request: Request, context: DeskContext,
    next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let headers = [
      ("Content-Security-Policy", Self.policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]
    for (name, value) in headers {
      if let field = HTTPField.Name(name) { response.headers[field] = value }
    }
    if isBehindHTTPS, let field = HTTPField.Name("Strict-Transport-Security") {
      response.headers[field] = "max-age=31536000"
    }
    return response
  }
}
