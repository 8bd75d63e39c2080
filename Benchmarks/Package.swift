// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the main build doesn't pay for it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "verbale", path: "..")],
  targets: [
    .executableTarget(
      name: "parsing", dependencies: [.product(name: "Syntax", package: "verbale")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "archive", dependencies: [.product(name: "Archive", package: "verbale")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "warc", dependencies: [.product(name: "Pages", package: "verbale")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
