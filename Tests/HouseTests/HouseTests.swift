import Foundation
import TestSupport
import Testing

/// The plan of the house: what each room may import. SwiftPM doesn't stop an import between
/// targets that no dependency declares, so this does.
private let mayImport: [String: Set<String>] = [
  "Text": [],
  "HTML": ["Text"],
  "Records": ["Text"],
  "Pages": [
    "Text", "HTML", "Records", "XMLParsing", "LibDeflate", "ZLib", "ZStandard", "Brotli",
    "Foundation",
  ],
  "Fetching": [
    "Text", "HTML", "Records", "Pages", "AsyncHTTPClient", "NIOCore", "NIOHTTP1",
    "NIOSSL", "Foundation",
  ],
  "Articles": ["Text", "HTML", "Records", "PageModel", "Foundation"],
  "Syntax": ["Text", "SyntaxKernels", "EnglishModel", "Foundation"],
  "Mentions": ["Text", "Syntax", "Records", "Gazetteer", "Foundation"],
  "Attributions": ["Text", "Syntax", "Mentions", "Records", "AttributionModel", "Foundation"],
  "Events": ["Text", "Syntax", "Mentions", "Records", "Foundation"],
  "Reader": [
    "Text", "HTML", "Records", "Pages", "Articles", "Syntax", "Mentions", "Attributions",
    "Events", "Crypto", "Foundation",
  ],
  "Exchange": ["Text", "Records"],
  "Archive": [
    "Text", "Records", "Pages", "Exchange", "ZLib", "ZDictionary", "GRDB", "GRDBSQLite", "Crypto",
    "Foundation",
  ],
  "Desk": [
    "Text", "Records", "Exchange", "Archive", "Hummingbird", "HTTPTypes", "NIOCore", "Mustache",
    "Crypto", "CryptoExtras", "Logging", "Foundation",
  ],
  "verbale": [
    "Text", "HTML", "Records", "Pages", "Fetching", "Articles", "Syntax", "Mentions",
    "Attributions", "Events", "Reader", "Exchange", "Archive", "Desk", "ArgumentParser",
    "Foundation",
  ],
  "verbale-train": [
    "Text", "HTML", "Records", "Pages", "Articles", "Syntax", "Mentions", "Attributions",
    "Events", "Reader", "Exchange", "ArgumentParser", "Foundation",
  ],
]

/// The C library and the standard library's own modules are no rooms.
private let anywhere: Set<String> = [
  "Glibc", "Musl", "Dispatch", "Synchronization", "FoundationEssentials",
]

@Suite struct HouseTests {
  private static func files(in folder: String) throws -> [URL] {
    let root = Repository.root.appending(path: folder)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  @Test func eachRoomImportsOnlyWhatItMay() throws {
    let rooms = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path)
    for room in rooms.sorted() {
      let swift = try Self.files(in: "Sources/\(room)")
      if swift.isEmpty { continue }
      let allowed = try #require(mayImport[room], "the room \(room) isn't in the plan")
      for file in swift {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          let words = line.split(separator: " ").map(String.init)
          guard let keyword = words.firstIndex(of: "import"), keyword <= 2,
            words[..<keyword].allSatisfy({
              $0 == "public" || $0 == "internal" || $0 == "@_exported"
            }),
            words.count > keyword + 1
          else { continue }
          let kinds: Set<String> = ["struct", "class", "enum", "func", "typealias"]
          let name = kinds.contains(words[keyword + 1]) ? words[keyword + 2] : words[keyword + 1]
          let module = String(name.prefix { $0 != "." })
          #expect(
            allowed.contains(module) || anywhere.contains(module),
            "\(room) imports \(module) in \(file.lastPathComponent)")
        }
      }
    }
  }

  @Test func noFileIsLongerThanAPersonReadsInOneSitting() throws {
    for file in try Self.files(in: "Sources") + Self.files(in: "Tests") + Self.files(in: "Gold") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count - 1) lines")
    }
  }
}
