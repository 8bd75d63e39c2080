import Exchange
import Foundation
import Records
import Testing

/// The export as W3C Web Annotations, held against what the model (2017) asks of each part.
@Suite struct AnnotationTests {
  private static let members: [String: Set<String>] = [
    "TextPositionSelector": ["type", "start", "end"],
    "TextQuoteSelector": ["type", "exact", "prefix", "suffix"],
  ]
  private static let motivations: Set<String> = ["describing", "tagging"]

  private static func page(_ record: Record) throws -> [String: Any] {
    let text = try ExporterTests.export(.annotations, [record])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [nil, "https://news.example/report"])
  func everyAnnotationHasWhatTheModelAsksFor(address: String?) throws {
    var record = SmallRecord.record
    record.document.url = address
    let page = try Self.page(record)
    #expect(page["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
    #expect(page["type"] as? String == "AnnotationPage")
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
    for item in items {
      #expect(item["type"] as? String == "Annotation")
      #expect(URL(string: item["id"] as? String ?? "")?.scheme == "urn")
      #expect(Self.motivations.contains(item["motivation"] as? String ?? ""))
      for body in try #require(item["body"] as? [[String: Any]]) {
        #expect(body["type"] as? String == "TextualBody")
        #expect((body["value"] as? String)?.isEmpty == false)
        #expect(Self.motivations.contains(body["purpose"] as? String ?? ""))
      }
      let targets = try #require(item["target"] as? [[String: Any]])
      #expect(!targets.isEmpty)
      for target in targets { try check(target, of: record) }
    }
  }

  private func check(_ target: [String: Any], of record: Record) throws {
    #expect(target["type"] as? String == "SpecificResource")
    let selectors = try #require(target["selector"] as? [[String: Any]])
    for selector in selectors {
      let type = try #require(selector["type"] as? String)
      // A member that is null, or of another selector, would make it invalid.
      #expect(Set(selector.keys) == Self.members[type])
      #expect(!selector.values.contains { $0 is NSNull })
    }
    let types = selectors.compactMap { $0["type"] as? String }
    if let own = target["source"] as? [String: Any] {
      // Positions count in the record's text, so that is what they point into; the page is the scope.
      #expect(own["id"] as? String == "urn:sha256:" + record.document.textSHA256)
      #expect(own["type"] as? String == "Text" && own["format"] as? String == "text/plain")
      #expect(types == ["TextPositionSelector", "TextQuoteSelector"])
      #expect(target["scope"] as? String == record.document.url)
    } else {
      #expect(target["source"] as? String == record.document.url)
      #expect(types == ["TextQuoteSelector"])
    }
  }
}
