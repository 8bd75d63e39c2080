import Foundation

/// What the inputs are: files, the files of folders, standard input.
public enum Intake {
  /// The most bytes that one input may have, 64 MiB: a news page has a thousandth of it.
  public static let largestInput = 64 << 20

  /// The sources that paths name, in the order given; a folder gives its pages and texts in the
  /// order of their names, with those of the folders in it. Nothing is read yet.
  ///
  /// - Parameter paths: files and folders; `-` is standard input.
  public static func sources(at paths: [String]) -> [IntakeSource] {
    paths.flatMap { path -> [IntakeSource] in
      if path == "-" { return [.standardInput] }
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [.file(path)] }
      let pages = pages(in: path)
      return pages.isEmpty ? [.folderWithoutPages(path)] : pages.map { .file($0) }
    }
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
        guard let dot = name.lastIndex(of: ".") else { return [] }
        let ending = name[name.index(after: dot)...].lowercased()
        return PageKind.endings.keys.contains(ending) ? [path] : []
      }
    }
    return walk(folder)
  }
}

/// The endings of files that are read from folders.
enum PageKind {
  static let endings: [String: Input.Format] = [
    "html": .html, "htm": .html, "xhtml": .html, "txt": .text, "text": .text, "md": .text,
  ]

  /// What bytes are: by the ending of their name where it is known, else HTML where they start
  /// with a tag or a doctype.
  static func format(of bytes: [UInt8], name: String?) -> Input.Format {
    if let name, let dot = name.lastIndex(of: "."),
      let known = endings[name[name.index(after: dot)...].lowercased()]
    {
      return known
    }
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop(while: \.isWhitespace)
      .lowercased()
    let tags = ["<!doctype html", "<html", "<head", "<body", "<!--", "<article", "<?xml", "<meta"]
    return tags.contains { start.hasPrefix($0) } ? .html : .text
  }
}
