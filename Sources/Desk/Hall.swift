import Archive
import Crypto
import Dispatch
import HTTPTypes
import Hummingbird
import Synchronization

/// What all pages share: the archive, the templates, and who may come in.
final class Hall: Sendable {
  let archive: Archive
  let settings: DeskSettings
  let accounts: Accounts?
  let sessions = Sessions()
  let tokens = FormToken()
  let assets = Assets()
  let templates: Templates
  /// Sign-ins: few, because each costs memory and every wrong one may be a guess.
  let signIns: RateLimit
  let requests: RateLimit
  let port: Mutex<Int>
  private let queue = DispatchQueue(label: "verbale.archive", attributes: .concurrent)
  private let passwords = DispatchQueue(label: "verbale.passwords")

  init(archive: Archive, settings: DeskSettings, accounts: Accounts?) throws {
    self.archive = archive
    self.settings = settings
    self.accounts = accounts
    signIns = RateLimit(burst: 8, perSecond: 0.1, now: settings.now)
    requests = RateLimit(burst: 240, perSecond: 40, now: settings.now)
    templates = try Templates()
    port = Mutex(settings.port)
  }

  /// The desk's own address.
  var base: String { settings.base(port: port.withLock { $0 }) }

  /// Asks the archive off the threads that answer requests.
  func ask<Answer: Sendable>(
    _ body: @escaping @Sendable (Archive) throws -> Answer
  ) async throws -> Answer {
    let archive = archive
    return try await withCheckedThrowingContinuation { done in
      queue.async { done.resume(with: Result { try body(archive) }) }
    }
  }

  /// Derives keys one at a time: each takes 128 MiB.
  func checkPassword<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { done in
      passwords.async { done.resume(with: Result { try body() }) }
    }
  }

  /// A page of a template.
  func page(
    _ template: String, _ model: Any, _ request: Request, _ context: DeskContext,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let frame = frame(at: request.uri.path, query: request.query["q"], context.visitor)
    return .html(templates.render(template, frame: frame, page: model), status: status)
  }

  /// What stands around a page's content.
  func frame(at path: String, query: String?, _ visitor: Visitor) -> Frame {
    Frame(
      style: assets.style, script: assets.script, icon: assets.icon,
      csrf: visitor.session.map(tokens.of) ?? "", query: path == "/search" ? query ?? "" : "",
      archive: archive.path.split(separator: "/").last.map(String.init) ?? archive.path,
      path: archive.path, version: settings.version,
      sections: Frame.pages.map { name, href in
        let isCurrent = href == "/" ? path == "/" : path == href || path.hasPrefix(href + "/")
        return Frame.Section(name: name, href: href, isCurrent: isCurrent)
      },
      account: accounts != nil && visitor.isSignedIn
        ? visitor.role.map {
          Frame.Signed(name: visitor.name, role: $0.rawValue, isAdmin: $0 >= .admin)
        } : nil)
  }

  /// Keeps a decision of the visitor, who must be a reviewer, with the reason that the form gives.
  ///
  /// - Throws: `HTTPError` 403; `ArchiveError` where what is decided about isn't there.
  @discardableResult
  func decide(
    _ context: DeskContext,
    _ body: @escaping @Sendable (Archive, _ who: String, _ why: String?) throws -> Int
  ) async throws -> Int {
    try require(.reviewer, context)
    let (who, why) = (context.visitor.name, context.form["why"])
    return try await ask { try body($0, who, why) }
  }

  /// Nothing where the visitor may do it.
  ///
  /// - Throws: `HTTPError` 403.
  func require(_ role: AccountRole, _ context: DeskContext) throws {
    guard context.visitor.may(role) else {
      throw HTTPError(.forbidden, message: "This needs the role \(role.rawValue).")
    }
  }
}
