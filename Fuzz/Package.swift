// swift-tools-version: 6.3
import PackageDescription

/// A libFuzzer program over products of the package above; `./fuzz NAME` builds and runs it.
func fuzzer(_ name: String, of products: String...) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Fuzzing"] + products.map { .product(name: $0, package: "verbale") },
    swiftSettings: [.swiftLanguageMode(.v6)])
}

// A package of its own, so that the main build doesn't pay for it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "verbale", path: "..")],
  targets: [
    .target(name: "LibFuzzer"),
    .target(name: "Fuzzing", dependencies: ["LibFuzzer"], swiftSettings: [.swiftLanguageMode(.v6)]),
    fuzzer("tokeniser", of: "Syntax"),
    fuzzer("conllu", of: "Syntax"),
    fuzzer("warc", of: "Pages"),
    fuzzer("feeds", of: "Pages"),
    fuzzer("encodings", of: "Pages", "HTML"),
    fuzzer("html", of: "HTML"),
  ]
)
