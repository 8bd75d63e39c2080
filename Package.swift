// swift-tools-version: 6.3
import PackageDescription

/// One set of strict rules for every room.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house; data flows down the list of targets, and imports only point up.
func room(_ name: String, imports: [Target.Dependency] = [], lexicons: [Resource] = []) -> Target {
  .target(name: name, dependencies: imports, resources: lexicons, swiftSettings: strict)
}

/// The tests of a room.
func tests(
  of name: String, imports: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + imports, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "verbale",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Reader", targets: ["Reader"]),
    .library(name: "HTML", targets: ["HTML"]),
    .library(name: "Pages", targets: ["Pages"]),
    .library(name: "Fetching", targets: ["Fetching", "Pages", "Records", "Text"]),
    .library(name: "Syntax", targets: ["Syntax", "Text"]),
    .library(name: "Archive", targets: ["Archive", "Pages", "Records", "Text"]),
    .executable(name: "verbale", targets: ["verbale"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // The life of a report, from bytes to a record.
    room("Text"),
    room(
      "HTML", imports: ["Text"],
      lexicons: [
        .embedInCode("Tokens/references.tsv"), .embedInCode("Encodings/encodings.tsv"),
      ]),
    room("Records", imports: ["Text"], lexicons: [.embedInCode("verbale-1.schema.json")]),
    .systemLibrary(
      name: "ZLib", path: "Sources/Libraries/ZLib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "LibDeflate", path: "Sources/Libraries/LibDeflate",
      providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "ZStandard", path: "Sources/Libraries/ZStandard", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "ZDictionary", path: "Sources/Libraries/ZDictionary",
      providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "Brotli", path: "Sources/Libraries/Brotli", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "LibXML2", path: "Sources/Libraries/LibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "XMLParsing", dependencies: ["LibXML2"], path: "Sources/Libraries/XMLParsing"),
    room(
      "Pages",
      imports: [
        "Text", "HTML", "Records", "XMLParsing", "LibDeflate", "ZLib", "ZStandard", "Brotli",
      ]),
    room(
      "Fetching",
      imports: [
        "Text", "HTML", "Records", "Pages",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ], lexicons: [.embedInCode("Addresses/special-addresses.tsv")]),
    room(
      "Articles", imports: ["Text", "HTML", "Records", "PageModel"],
      lexicons: [.embedInCode("Lexicons")]),
    .target(name: "SyntaxKernels"),
    .target(
      name: "PageModel",
      exclude: ["block_model.tsv", "class_words.tsv", "text_words.tsv", "MODEL.md"]),
    .target(
      name: "EnglishModel",
      exclude: ["english.model", "fast.model", "sentences.weights", "FORMAT.md", "MODEL.md"]),
    room(
      "Syntax", imports: ["Text", "SyntaxKernels", "EnglishModel"],
      lexicons: [.embedInCode("Tokeniser/Lexicons")]),
    .target(name: "Gazetteer", exclude: ["cities.table"]),
    room(
      "Mentions", imports: ["Text", "Syntax", "Records", "Gazetteer"],
      lexicons: [.embedInCode("Lexicons")]),
    .target(name: "AttributionModel", exclude: ["attributions.model", "network.model", "CARD.md"]),
    room(
      "Attributions", imports: ["Text", "Syntax", "Mentions", "Records", "AttributionModel"],
      lexicons: ["cues", "nested-cues", "judgements", "institutions", "channels"].map {
        .embedInCode("Lexicon/\($0).tsv")
      }),
    room(
      "Events", imports: ["Text", "Syntax", "Mentions", "Records"],
      lexicons: [.embedInCode("Lexicons")]),
    room(
      "Reader",
      imports: [
        "Text", "HTML", "Records", "Pages", "Articles", "Syntax", "Mentions", "Attributions",
        "Events",
      ]),
    room("Exchange", imports: ["Text", "Records"], lexicons: [.embedInCode("Codes")]),
    room(
      "Archive",
      imports: [
        "Text", "Records", "Pages", "Exchange", "ZLib", "ZDictionary",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], lexicons: [.embedInCode("Store/Dictionaries"), .embedInCode("Actors/generic-words.tsv")]),
    room(
      "Desk",
      imports: [
        "Text", "Records", "Exchange", "Archive",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      lexicons: [.embedInCode("Templates"), .embedInCode("Assets")]),
    .executableTarget(
      name: "verbale",
      dependencies: [
        "Reader", "Exchange", "Archive", "Desk", "Text", "Records", "Pages", "Fetching", "Articles",
        "Syntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "GoldScores", dependencies: ["Text", "Records", "Syntax", "Mentions"],
      path: "Gold/Scores",
      swiftSettings: strict),
    .executableTarget(
      name: "verbale-gold",
      dependencies: [
        "GoldScores", "Text", "HTML", "Records", "Pages", "Articles", "Syntax", "Mentions",
        "Events", "Reader",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Gold/verbale-gold", swiftSettings: strict),
    .executableTarget(
      name: "verbale-train",
      dependencies: [
        "Text", "Records", "Syntax", "Mentions", "Attributions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Text", "Records"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Text"),
    tests(of: "HTML", imports: ["Text"]),
    tests(of: "Records", imports: ["Text", "TestSupport"]),
    tests(
      of: "Pages", imports: ["Text", "HTML", "Records", "TestSupport", "LibDeflate", "ZStandard"]),
    tests(of: "Fetching", imports: ["Text", "Records", "Pages", "TestSupport"]),
    tests(
      of: "Articles", imports: ["Text", "HTML", "Records", "GoldScores", "TestSupport"]),
    tests(of: "Syntax", imports: ["Text", "SyntaxKernels", "GoldScores", "TestSupport"]),
    tests(
      of: "Mentions", imports: ["Text", "Syntax", "Records", "GoldScores", "TestSupport"]),
    tests(of: "Attributions", imports: ["Text", "Syntax", "Mentions", "Records"]),
    tests(
      of: "Events",
      imports: ["Text", "Syntax", "Mentions", "Records", "GoldScores", "TestSupport"]),
    tests(
      of: "Reader", imports: ["Text", "Records", "Pages", "Exchange", "GoldScores", "TestSupport"],
      exclude: ["Golden"]),
    tests(of: "Exchange", imports: ["Text", "Records"]),
    tests(of: "Archive", imports: ["Text", "Records", "Pages", "Exchange", "TestSupport"]),
    tests(
      of: "Desk",
      imports: [
        "Text", "Records", "Pages", "Archive", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    .testTarget(
      name: "ProgramTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
