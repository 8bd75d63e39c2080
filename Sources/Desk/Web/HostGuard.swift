import Hummingbird

/// Answers only under the desk's own names: a page elsewhere that has its name lead to this machine
/// (DNS rebinding) is told nothing.
struct HostGuard: RouterMiddleware {
  typealias Context = DeskContext

  /// Names without port that may stand in the Host header; nil for any.
  let names: Set<String>?

  @concurrent func handle(
    _ request: Request, context: DeskContext,
    next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    if let names, !HostNames.admit(request.head.authority, to: names) {
      throw HTTPError(
        .misdirectedRequest,
        message: "This desk doesn't answer under that name; use the address that it was told to.")
    }
    return try await next(request, context)
  }

}

/// The names in Host headers.
package enum HostNames {
  /// Whether the name of an authority, its port left aside, is one of `names`.
  package static func admit(_ authority: String?, to names: Set<String>) -> Bool {
    let authority = (authority ?? "").lowercased()
    let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
    let name = end.map { String(authority[...$0]) } ?? String(authority.prefix { $0 != ":" })
    let rest = authority.dropFirst(name.count)
    return names.contains(name) && (rest.isEmpty || rest.dropFirst().allSatisfy(\.isNumber))
  }
}
