import Archive
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Records
import TestSupport
import Testing

@Suite struct InterfaceTests {
  /// The OpenAPI file, read.
  struct Description {
    let schemas: [String: Any]
    /// `GET /api/…` with what the file says of it.
    var operations: [String: [String: Any]] = [:]

    init(_ json: String) throws {
      let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
      schemas = (root["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
      for (path, item) in root["paths"] as? [String: [String: [String: Any]]] ?? [:] {
        for (method, operation) in item { operations["\(method.uppercased()) \(path)"] = operation }
      }
    }

    /// The address with the file's own examples put in.
    func address(_ name: String) -> String {
      var path = String(name.drop { $0 != "/" })
      var query: [String] = []
      for parameter in operations[name]?["parameters"] as? [[String: Any]] ?? [] {
        guard let label = parameter["name"], let example = parameter["example"] else { continue }
        let value = "\(example)".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        if parameter["in"] as? String == "path" {
          path = path.replacing("{\(label)}", with: value)
        } else {
          query.append("\(label)=\(value)")
        }
      }
      return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    /// What in an answer breaks the schema that the file gives it.
    func violations(_ name: String, status: String, _ json: String) throws -> [String] {
      let responses = operations[name]?["responses"] as? [String: [String: Any]]
      let content = responses?[status]?["content"] as? [String: [String: Any]]
      guard var schema = content?["application/json"]?["schema"] as? [String: Any] else {
        return ["\(name) has no schema for \(status)"]
      }
      schema["$defs"] = schemas
      let text = String(decoding: try JSONSerialization.data(withJSONObject: schema), as: UTF8.self)
      return try SchemaValidator(schema: text).violations(in: json)
    }
  }

  private func description() async throws -> Description {
    let text = Box("")
    try await DeskRoom().visit { client in
      text.set(try await client.page("/api/openapi.json"))
    }
    return try Description(text.value)
  }

  @Test func theFileNamesEveryEndpointAndNoOther() async throws {
    let named = try await description().operations.keys.sorted()
    #expect(try DeskRoom().desk().endpoints.sorted() == named)
  }

  @Test func everyEndpointAnswersByItsSchema() async throws {
    let room = try DeskRoom()
    try room.keep(.saying("We shall see."))
    // The same words from another place: a story.
    try room.keep(.saying("We shall see.", number: 2))
    try room.archive.addFollow("talks", SearchQuery("type:CONSULT"), includesPresent: true)
    try room.archive.addDelivery(to: "talks", .atom, target: "/feeds/talks.xml")
    try room.archive.matchFollows()
    try room.archive.decide(
      .correct, line: "e1", of: 1, field: "status", value: "planned", who: "ana")
    try room.archive.refuse(
      LedgerLine(source: "gone.txt", state: .refused, reasons: ["not-found"], message: "gone"))
    let file = try await description()
    for name in file.operations.keys.sorted() where name.hasPrefix("GET") {
      try await room.visit { client in
        let address = try Description(await client.page("/api/openapi.json")).address(name)
        let response = try await client.execute(uri: address, method: .get)
        #expect(response.status == .ok, "\(address)")
        let found = try Description(await client.page("/api/openapi.json")).violations(
          name, status: "200", String(buffer: response.body))
        #expect(found.isEmpty, "\(name)")
      }
    }
  }

  @Test func aDecisionIsKeptThroughTheInterfaceByReviewersOnly() async throws {
    let room = try DeskRoom(withAccounts: true)
    try room.keep(.saying("We shall see."))
    let accounts = try #require(room.accounts)
    try accounts.add("ana", role: .reviewer, password: "a long password")
    let reader = try accounts.token(for: "ana", label: "reads", role: .reader)
    let reviewer = try accounts.token(for: "ana", label: "decides", role: .reviewer)
    try await room.visit { client in
      func post(_ fields: String, _ token: String, line: String = "e1") async throws -> Int {
        try await client.execute(
          uri: "/api/reports/1/lines/\(line)/decisions", method: .post,
          headers: [
            .authorization: "Bearer \(token)",
            .contentType: "application/x-www-form-urlencoded",
          ], body: ByteBuffer(string: fields)
        ).status.code
      }
      let asReader = try await post("verdict=confirm", reader)
      #expect(asReader == 403)
      let wrong = [
        ("verdict=maybe", "e1", 400), ("verdict=correct", "e1", 400),
        ("verdict=correct&field=status&value=perhaps", "e1", 400),
        ("verdict=correct&field=colour&value=red", "e1", 400), ("verdict=confirm", "e9", 404),
      ]
      for (fields, line, status) in wrong {
        let got = try await post(fields, reviewer, line: line)
        #expect(got == status, "\(fields)")
      }
      let kept = try await post(
        "verdict=correct&field=status&value=planned&why=says+will", reviewer)
      #expect(kept == 201)
    }
    let decisions = try room.archive.decisions().items
    #expect(decisions.map(\.value) == ["planned"] && decisions.first?.why == "says will")
  }

  @Test func errorsAnswerByTheirSchemaToo() async throws {
    let file = try await description()
    let wrong = [
      "GET /api/reports": "/api/reports?after=nowhere",
      "GET /api/reports/{document}": "/api/reports/7",
      "GET /api/ledger": "/api/ledger?state=lost",
    ]
    for (name, address) in wrong.sorted(by: { $0.key < $1.key }) {
      let answer = Box((status: "", body: ""))
      try await DeskRoom().visit { client in
        let response = try await client.execute(uri: address, method: .get)
        answer.set((String(response.status.code), String(buffer: response.body)))
      }
      #expect(
        try file.violations(name, status: answer.value.status, answer.value.body).isEmpty,
        "\(address)")
    }
  }

  @Test func aRecordComesOutAsItWentIn() async throws {
    let room = try DeskRoom()
    let record = Record.saying("We shall see.")
    try room.keep(record)
    try await room.visit { client in
      let json = try await client.page("/api/reports/1/versions/1/record")
      #expect(try JSONDecoder().decode(Record.self, from: Data(json.utf8)) == record)
    }
  }

  @Test func pagesNeverSkipOrRepeat() async throws {
    struct Page: Decodable {
      struct Item: Decodable { let id: Int }
      let items: [Item]
      let next: String?
    }
    let room = try DeskRoom()
    for number in 0..<45 { try room.keep(.saying("No \(number)", number: number)) }
    try await room.visit { client in
      let all = try room.archive.actors(limit: 10_000).count
      #expect(all > 45)
      for limit in [1, 7, 45, 200] {
        var seen: [Int] = []
        var after: String?
        repeat {
          let cursor = after.map { "&after=\($0)" } ?? ""
          let json = try await client.page("/api/reports?limit=\(limit)\(cursor)")
          let page = try JSONDecoder().decode(Page.self, from: Data(json.utf8))
          #expect(page.items.count <= limit)
          seen += page.items.map(\.id)
          after = page.next
        } while after != nil
        #expect(seen == Array((1...45).reversed()))
        var actors: [Int] = []
        repeat {
          let cursor = after.map { "&after=\($0)" } ?? ""
          let json = try await client.page("/api/actors?limit=\(limit)\(cursor)")
          let page = try JSONDecoder().decode(Page.self, from: Data(json.utf8))
          actors += page.items.map(\.id)
          after = page.next
        } while after != nil
        #expect(actors.count == all && Set(actors).count == all)
      }
    }
  }
}
