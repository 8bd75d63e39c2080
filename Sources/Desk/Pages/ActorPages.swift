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

  struct Model: Sendable {
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
      let actors = try await hall.ask { try $0.actors(named: name, limit: 100) }
      let model = List(
        name: name, isEmpty: actors.isEmpty,
        actors: actors.map { actor in
          Row(
            href: Address.actor(actor.id), name: actor.name, kind: actor.kind,
            country: actor.country, reports: actor.reports)
        })
      return hall.page("actors", model, request, context)
    }
    router.get("/actors/:actor") { request, context in
      let id = try context.number("actor")
      let base = hall.base
      let model = try await hall.ask { try Self.model($0, id, base: base) }
      return hall.page("actor", model, request, context)
    }
  }

  private static func model(_ archive: Archive, _ id: Int, base: String) throws -> Model {
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
    return Model(
      name: actor.summary.name, kind: actor.summary.kind, country: actor.summary.country,
      aliases: others.enumerated().map { Name(name: $1, isLast: $0 == others.count - 1) },
      hasAliases: !others.isEmpty, groups: groups, roles: roles, hasRoles: !roles.isEmpty,
      partners: partners, hasPartners: !partners.isEmpty)
  }
}
