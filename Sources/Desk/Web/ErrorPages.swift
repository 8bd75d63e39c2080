import Archive
import HTTPTypes
import Hummingbird
import Logging

/// Errors in words: a page for people, JSON for programs, and never what is inside.
struct ErrorPages: RouterMiddleware {
  typealias Context = DeskContext

  let page: @Sendable (HTTPResponse.Status, String) -> String

  @concurrent func handle(
    _ request: Request, context: DeskContext,
    next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError {
      return answer(error.status, error.body, error.headers, to: request)
    } catch let error as any HTTPResponseError {
      return answer(error.status, nil, [:], to: request)
    } catch let error as ArchiveError {
      if case .unknown = error { return answer(.notFound, error.description, [:], to: request) }
      if case .unfit = error { return answer(.badRequest, error.description, [:], to: request) }
      context.logger.error("\(error)")
      return answer(.serviceUnavailable, error.description, [:], to: request)
    } catch {
      context.logger.error("\(error)")
      return answer(.internalServerError, nil, [:], to: request)
    }
  }

  private func answer(
    _ status: HTTPResponse.Status, _ message: String?, _ headers: HTTPFields, to request: Request
  ) -> Response {
    let words = message ?? Self.words(status)
    var response =
      request.isForInterface
      ? Response.json(Problem(status.code, words).json, status: status)
      : .html(page(status, words), status: status)
    response.headers[.eTag] = nil
    response.headers.append(contentsOf: headers)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private static func words(_ status: HTTPResponse.Status) -> String {
    switch status {
    case .notFound: "There is nothing at this address."
    case .contentTooLarge: "That is larger than the desk takes."
    case .methodNotAllowed: "This address can’t be asked like that."
    case .internalServerError: "Something went wrong here; the log of the program says what."
    default: status.reasonPhrase
    }
  }
}

/// An error as the interface tells it.
struct Problem: Encodable {
  struct Detail: Encodable {
    let status: Int
    let message: String
    /// Where in the query the trouble is, in characters from 0.
    let position: Int?
  }

  let error: Detail

  init(_ status: Int, _ message: String, position: Int? = nil) {
    error = Detail(status: status, message: message, position: position)
  }
}
