import Foundation

/// The HTML standard's conformance tests.
///
/// They are not part of this package: they are read from `shared/data/html5lib` beside it. Where
/// that folder is missing the tests that need it are skipped, and say so.
enum StandardTests {
  static let folder: URL? = {
    var root = URL(filePath: #filePath)
    while root.path != "/" {
      root.deleteLastPathComponent()
      let folder = root.appending(path: "shared/data/html5lib")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    print("SKIPPED: the HTML standard's tests are not at ../shared/data/html5lib")
    return nil
  }()

  static var areAvailable: Bool { folder != nil }

  /// The files of a part of the tests, in the order of their names.
  static func files(_ part: String, suffix: String) throws -> [URL] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: part), includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasSuffix(suffix) }.sorted {
      $0.lastPathComponent < $1.lastPathComponent
    }
  }
}
