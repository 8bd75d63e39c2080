import Archive
import Hummingbird

/// Who appears across reports, and each one’s roles, statements, events and partners.
struct ActorPages {
  let hall: Hall

  struct Row: Sendable {
    let href: String
    let name: String
    let kind: String
    let country: String?
    let reports: Int
  }

  struct List: Sendable {
    let name: String?
    let isEmpty: Bool
    let actors: [Row]
    let next: String?
  }

  struct Group: Sendable {
    let title: String
    let count: String
    let lines: [LineView]
    let more: String?
  }

  struct Name: Sendable {
    let name: String
    let isLast: Bool
  }

  struct Partner: Sendable {
    let label: String
    let value: String
    let href: String
  }

  struct Candidate: Sendable {
    let id: Int
    let name: String
    let href: String
    let note: String
  }

  struct Report: Sendable {
    let document: Int
    let actor: Int
    let title: String
    let href: String
    let published: Moment?
    let maySplit: Bool
  }

  struct Decided: Sendable {
    let id: Int
    let words: String
    let who: String
    let when: Moment
    let why: String?
    let mayUndo: Bool
  }

  struct Model: Sendable {
    let id: Int
    let mayDecide: Bool
    let candidates: [Candidate]
    let hasCandidates: Bool
    let decisions: [Decided]
    let hasDecisions: Bool
    let reports: [Report]
    let reportCount: Int
    let manyReports: Bool
    let name: String
    let kind: String
    let country: String?
    let aliases: [Name]
    let hasAliases: Bool
    let groups: [Group]
    let roles: [Fact]
    let hasRoles: Bool
    let partners: [Partner]
    let hasPartners: Bool
  }

  func add(to router: Router<DeskContext>) {
    router.get("/actors") { request, context in
      let name = request.query["name"]
      let cursor = try request.query.cursor()
      let page = try await hall.ask { try $0.actors(named: name, after: cursor, limit: 100) }
      let model = List(
        name: name, isEmpty: page.items.isEmpty,
        actors: page.items.map { actor in
          Row(
            href: Address.actor(actor.id), name: actor.name, kind: actor.kind,
            country: actor.country, reports: actor.reports)
        },
        next: page.next.map {
          Address.path("/actors", [("name", name), ("after", $0.description)])
        })
      return hall.page("actors", model, request, context)
    }
    router.get("/actors/:actor") { request, context in
      let id = try context.number("actor")
      let base = hall.base
      let mayDecide = context.visitor.may(.reviewer)
      let model = try await hall.ask { archive in
        try Self.model(archive, id, base: base, mayDecide: mayDecide)
      }
      return hall.page("actor", model, request, context)
    }
    router.post("/actors/:actor/merge") { _, context in
      let (id, other) = (try context.number("actor"), try context.formNumber("other"))
      try await hall.decide(context) { archive, who, why in
        try archive.merge(other, into: id, who: who, why: why)
      }
      return Response.redirect(to: Address.actor(id))
    }
    router.post("/actors/:actor/split") { _, context in
      let (id, document) = (try context.number("actor"), try context.formNumber("document"))
      let bearer = try context.formNumber("bearer")
      try await hall.decide(context) { archive, who, why in
        try archive.split(bearer, in: document, who: who, why: why)
      }
      return Response.redirect(to: Address.actor(id))
    }
    router.post("/actors/:actor/undo") { _, context in
      let (id, decision) = (try context.number("actor"), try context.formNumber("decision"))
      try await hall.decide(context) { archive, who, why in
        try archive.undo(decision, who: who, why: why)
      }
      return Response.redirect(to: Address.actor(id))
    }
  }

  private static func model(
    _ archive: Archive, _ id: Int, base: String, mayDecide: Bool
  ) throws -> Model {
    guard let actor = try archive.actor(id) else { throw ArchiveError.unknown("actor \(id)") }
    let number = actor.summary.id
    let groups = try [
      ("Says", "speaker:#\(number)"), ("Does", "actor:#\(number)"), ("Is done to", "to:#\(number)"),
    ].compactMap { title, text -> Group? in
      guard let query = try? SearchQuery(text) else { return nil }
      let answer = try archive.search(query, limit: 12)
      if answer.page.items.isEmpty { return nil }
      return Group(
        title: title, count: "\(answer.count)\(answer.isMore ? " and more" : "")",
        lines: try Hits(archive, base: base).lines(answer.page.items),
        more: answer.page.next == nil ? nil : Address.search(text))
    }
    let others = actor.names.filter { $0 != actor.summary.name }
    let roles = actor.roles.prefix(20).map { role in
      let days = [role.first, role.last].compactMap { $0 }.map {
        Moment(String($0.prefix(10))).shown
      }
      return Fact(role.title, Set(days).count == 1 ? days[0] : days.joined(separator: " to "))
    }
    let partners = try archive.ties(of: number, limit: 15).map { tie in
      let other = tie.actor.actor == number ? tie.recipient : tie.actor
      return Partner(
        label: other.name, value: "\(tie.events)", href: Address.actor(other.actor))
    }
    let candidates = try archive.candidates(of: number).map(candidate)
    let decisions = try archive.identityDecisions(about: number).map {
      try decided($0, archive, mayDecide: mayDecide)
    }
    return Model(
      id: number, mayDecide: mayDecide, candidates: candidates,
      hasCandidates: !candidates.isEmpty, decisions: decisions, hasDecisions: !decisions.isEmpty,
      reports: try archive.reports(of: number).map { report in
        Report(
          document: report.document.id, actor: report.actor,
          title: report.document.title ?? report.document.address,
          href: Address.report(report.document.id),
          published: report.document.published.map(Moment.init),
          maySplit: mayDecide && report.isShared && actor.summary.reports > 1)
      }, reportCount: actor.summary.reports,
      manyReports: actor.summary.reports != 1, name: actor.summary.name, kind: actor.summary.kind,
      country: actor.summary.country,
      aliases: others.enumerated().map { Name(name: $1, isLast: $0 == others.count - 1) },
      hasAliases: !others.isEmpty, groups: groups, roles: roles, hasRoles: !roles.isEmpty,
      partners: partners, hasPartners: !partners.isEmpty)
  }

  private static func candidate(_ found: ActorCandidate) -> Candidate {
    let words = found.shared.map { "“\($0)”" }.joined(separator: " and ")
    let reports = found.summary.reports == 1 ? "1 report" : "\(found.summary.reports) reports"
    let country = found.summary.country.map { ", \($0)" } ?? ""
    return Candidate(
      id: found.summary.id, name: found.summary.name, href: Address.actor(found.summary.id),
      note: "\(found.summary.kind)\(country) · \(reports) · shares \(words)"
        + (found.differsInCountry ? " · another country" : ""))
  }

  private static func decided(
    _ decision: Decision, _ archive: Archive, mayDecide: Bool
  ) throws -> Decided {
    func name(_ id: Int?) throws -> String {
      guard let id else { return "somebody" }
      return "“\(try archive.ownName(of: id) ?? "actor \(id)")” (#\(id))"
    }
    let words =
      decision.verdict == .merge
      ? "\(try name(decision.actor)) is \(try name(decision.otherActor))"
      : "\(try name(decision.actor)) in report \(decision.document ?? 0) is somebody else"
    return Decided(
      id: decision.id, words: decision.isUndone ? words + " (taken back)" : words,
      who: decision.who, when: Moment(decision.at), why: decision.why,
      mayUndo: mayDecide && !decision.isUndone)
  }
}
