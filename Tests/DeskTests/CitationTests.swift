import Foundation
import Records
import Testing

/// Citations for reference managers, held against CSL's schema for data (csl-data.json, 1.0.2).
@Suite struct CitationTests {
  /// The members that the schema knows, of those that a newspaper's report can have, with what they
  /// take; an item may have no others, and none that is null.
  private static let members: [String: @Sendable (Any) -> Bool] = [
    "id": isText, "type": isText, "title": isText, "URL": isText, "language": isText,
    "locator": isText, "note": isText, "author": isNames, "issued": isDate,
  ]

  @Sendable private static func isText(_ value: Any) -> Bool { value is String }

  @Sendable private static func isNames(_ value: Any) -> Bool {
    guard let names = value as? [[String: Any]], !names.isEmpty else { return false }
    return names.allSatisfy { Set($0.keys) == ["literal"] && $0["literal"] is String }
  }

  @Sendable private static func isDate(_ value: Any) -> Bool {
    guard let date = value as? [String: Any], Set(date.keys) == ["date-parts"],
      let parts = date["date-parts"] as? [[Int]]
    else { return false }
    return (1...2).contains(parts.count) && parts.allSatisfy { (1...3).contains($0.count) }
  }

  @Test(arguments: ["2021-05-14", "2021-05-14T08:30:00Z", nil])
  func aCitationIsValidCSL(published: String?) async throws {
    let room = try DeskRoom()
    var record = Record.saying("We shall see.", published: published)
    record.document.byline = published == nil ? [] : ["Mara Holt", "Ilya Brandt"]
    record.document.language = published == nil ? nil : "en"
    try room.keep(record)
    try await room.visit { client in
      let text = try await client.page("/api/reports/1/versions/1/lines/e1/citation")
      let items = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
      #expect(items.count == 1)
      for item in items {
        #expect(item["type"] as? String == "article-newspaper")
        #expect(item["id"] is String)
        for (name, value) in item {
          #expect(Self.members[name]?(value) == true, "\(name): \(value)")
        }
        #expect((item["issued"] != nil) == (published != nil))
        #expect((item["author"] != nil) == (published != nil))
      }
    }
  }
}
