public import Foundation

/// Where the tests find the project's files and the shared material beside the checkout.
public enum Repository {
  /// The package's folder.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the shared material, or nil, said loudly, where it isn't beside the checkout.
  public static func shared(_ path: String) -> URL? {
    let file = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
    if FileManager.default.fileExists(atPath: file.path) { return file }
    print("NOT CHECKED: ../shared/\(path) is absent, so what depends on it was not checked.")
    return nil
  }

  /// The example reports that ship with the project, in the order of their names.
  public static func examples() throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(
        at: root.appending(path: "Examples"), includingPropertiesForKeys: nil
      )
      .filter { ["txt", "html"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
