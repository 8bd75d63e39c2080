public import Exchange
import Foundation
import Records
import Text

extension Archive {
  /// Makes a frozen, citable release: a new folder with the records in formats and a manifest of
  /// their hashes. No clock plays a part: the same archive gives the same release.
  ///
  /// - Parameters:
  ///   - folder: the folder to make.
  ///   - title: its title.
  ///   - formats: the formats, one file each.
  ///   - query: chooses the records; nil for all.
  /// - Throws: `ArchiveError.taken` where the folder is there already.
  @discardableResult
  public func release(
    to folder: String, title: String, formats: [ExportFormat], matching query: SearchQuery? = nil
  ) throws -> ReleaseManifest {
    let files = FileManager.default
    if files.fileExists(atPath: folder) { throw ArchiveError.taken(folder) }
    // Beside it first: what bears the name is whole.
    let part = folder + ".part"
    try? files.removeItem(atPath: part)
    do {
      try files.createDirectory(atPath: part, withIntermediateDirectories: true)
      let manifest = try write(formats, title: title, query, into: part)
      try Data((try JSONText.of(manifest, layout: .indented) + "\n").utf8)
        .write(to: URL(filePath: part + "/" + Release.manifestName))
      try files.moveItem(atPath: part, toPath: folder)
      return manifest
    } catch {
      try? files.removeItem(atPath: part)
      if error is ArchiveError || error is EncodingError { throw error }
      throw ArchiveError.inaccessible(path: folder, detail: error.localizedDescription)
    }
  }

  private func write(
    _ formats: [ExportFormat], title: String, _ query: SearchQuery?, into folder: String
  ) throws -> ReleaseManifest {
    let formats = Set(formats).sorted { $0.rawValue < $1.rawValue }
    var exporters = formats.map { Exporter($0) }
    let names = formats.map { "\($0.rawValue).\($0.fileExtension)" }
    var files = try names.map { try HashedFile(folder + "/" + $0) }
    var readers: [String: Int] = [:]
    var count = 0
    try records(matching: query) { _, record in
      count += 1
      readers["\(record.reader.version)\u{0}\(record.reader.model)", default: 0] += 1
      for index in exporters.indices {
        try files[index].write(try exporters[index].add(record))
      }
    }
    for index in exporters.indices {
      try files[index].write(exporters[index].end())
      try files[index].close()
    }
    let written = formats.indices.map { index in
      ReleaseManifest.File(
        name: names[index], format: formats[index].rawValue, bytes: files[index].hash.count,
        sha256: files[index].hash.hex)
    }
    var manifest = ReleaseManifest(
      schema: ReleaseManifest.schemaName, id: "", title: title, query: query?.text,
      records: Record.schemaName, documents: count,
      readers: readers.sorted { $0.key < $1.key }.map { key, number in
        let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
        return ReleaseManifest.Reader(
          version: String(parts[0]), model: String(parts.last ?? ""), documents: number)
      }, files: written.sorted { $0.name < $1.name })
    manifest.id = try Release.id(of: manifest)
    return manifest
  }
}
