import Foundation

/// What the inputs are: files, the files of folders, standard input, and what stands in archives
/// and feeds.
public enum Intake {
  /// The most bytes that one input may have, 64 MiB: a news page has a thousandth of it.
  public static let largestInput = 64 << 20

  /// The sources that paths name, in the order given; a folder gives its pages, texts, archives and
  /// feeds in the order of their names, with those of the folders in it; a pattern (`2021-*/*.html`)
  /// that names no file gives what it matches. Nothing is read yet.
  ///
  /// - Parameter paths: files, folders and patterns; `-` is standard input.
  public static func sources(at paths: [String]) -> [IntakeSource] {
    paths.flatMap { path -> [IntakeSource] in
      if path == "-" { return [.standardInput] }
      if FileManager.default.fileExists(atPath: path) { return sources(atFile: path) }
      let matches = path.contains { "*?[".contains($0) } ? Self.matches(of: path) : []
      return matches.isEmpty ? [.file(path)] : matches.flatMap(sources(atFile:))
    }
  }

  private static func sources(atFile path: String) -> [IntakeSource] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [.file(path)] }
    let pages = pages(in: path)
    return pages.isEmpty ? [.folderWithoutPages(path)] : pages.map { .file($0) }
  }

  /// What a pattern matches, by the shell's rules, in the order of the names' bytes.
  private static func matches(of pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
    return unsafe (0..<Int(found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
    .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The files of a folder and of those in it that look like pages or texts, in the order of their
  /// names. Links are followed, but no folder is entered twice, so that a link to a folder above
  /// ends; hidden names are left out. A folder that can't be listed stays as a source, to be
  /// refused with its reason.
  private static func pages(in folder: String) -> [String] {
    var entered: Set<String> = []
    func walk(_ folder: String) -> [String] {
      let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      guard entered.insert(real).inserted else { return [] }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        return [folder]
      }
      let visible = names.filter { !$0.hasPrefix(".") }
        .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      return visible.flatMap { name -> [String] in
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, isFolder.boolValue { return walk(path) }
        return PageKind.isReadFromFolders(name) ? [path] : []
      }
    }
    return walk(folder)
  }
}
