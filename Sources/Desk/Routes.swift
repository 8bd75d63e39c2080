import Hummingbird

/// Which address is answered by what.
struct Routes {
  let hall: Hall

  init(_ hall: Hall) { self.hall = hall }

  func router() -> Router<DeskContext> {
    let hall = hall
    let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders(isBehindHTTPS: hall.settings.isBehindHTTPS))
    router.add(
      middleware: ErrorPages { status, words in
        let page = MessagePage(kicker: "\(status.code)", title: status.reasonPhrase, text: words)
        return hall.templates.render(
          "message", frame: hall.frame(at: "", query: nil, .nobody), page: page)
      })
    router.add(middleware: HostGuard(names: hall.settings.hostNames))
    router.add(
      middleware: Door(
        accounts: hall.accounts, sessions: hall.sessions, tokens: hall.tokens,
        localName: hall.settings.localName, requests: hall.requests,
        isBehindHTTPS: hall.settings.isBehindHTTPS))
    router.add(middleware: EntityTags())
    router.get("/assets/:name") { _, context in
      hall.assets.response(context.parameters.get("name") ?? "")
    }
    SignInPage(hall: hall).add(to: router)
    TodayPage(hall: hall).add(to: router)
    ReportsPage(hall: hall).add(to: router)
    ReportPage(hall: hall).add(to: router)
    StatementsPage(hall: hall).add(to: router)
    SourcesPage(hall: hall).add(to: router)
    LedgerPage(hall: hall).add(to: router)
    SearchPage(hall: hall).add(to: router)
    ActorPages(hall: hall).add(to: router)
    CalendarPage(hall: hall).add(to: router)
    StoryPages(hall: hall).add(to: router)
    MapPage(hall: hall).add(to: router)
    NetworkPage(hall: hall).add(to: router)
    FollowsPage(hall: hall).add(to: router)
    ReviewPage(hall: hall).add(to: router)
    DecisionsPage(hall: hall).add(to: router)
    AccountsPage(hall: hall).add(to: router)
    Interface(hall: hall).add(to: router)
    return router
  }
}

/// A page of a few words: an error, or that something is done.
struct MessagePage: Sendable {
  let kicker: String
  let title: String
  let text: String
  var style = "notice"
  var hint: String?
}
