public import Foundation

extension AnnotatedReport {
  /// The annotated reports of a folder, in the order of their names.
  ///
  /// - Throws: `AnnotationError` where one breaks the format, and what Foundation throws where the
  ///   folder can't be read.
  public static func all(in folder: URL) throws -> [AnnotatedReport] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        try AnnotatedReport(
          id: file.deletingPathExtension().lastPathComponent,
          file: String(contentsOf: file, encoding: .utf8))
      }
  }
}
