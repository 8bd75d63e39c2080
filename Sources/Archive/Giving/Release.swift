import Foundation
import Records
import Text

/// A release on disk, looked over without any archive.
public enum Release {
  /// The manifest's file.
  public static let manifestName = "manifest.json"

  /// The id that a manifest's content gives.
  static func id(of manifest: ReleaseManifest) throws -> String {
    var bare = manifest
    bare.id = ""
    return SHA256.hex(Array(try JSONText.of(bare).utf8))
  }

  /// What of a release is not as it was when it was made; empty where all is.
  ///
  /// - Throws: `ArchiveError.foreign` where the folder holds no release that can be read.
  public static func verify(_ folder: String) throws -> [String] {
    guard
      let data = FileManager.default.contents(atPath: folder + "/" + manifestName),
      let manifest = try? JSONDecoder().decode(ReleaseManifest.self, from: data),
      manifest.schema == ReleaseManifest.schemaName
    else {
      throw ArchiveError.inaccessible(
        path: folder, detail: "there is no manifest.json of a release in it")
    }
    var findings: [String] = []
    if try id(of: manifest) != manifest.id {
      findings.append("\(manifestName) was changed: its id isn't that of its content")
    }
    for file in manifest.files {
      guard !file.name.contains("/"), !file.name.hasPrefix(".") else {
        findings.append("\(file.name): a file of a release lies in its folder")
        continue
      }
      guard let handle = FileHandle(forReadingAtPath: folder + "/" + file.name) else {
        findings.append("\(file.name) is missing")
        continue
      }
      defer { try? handle.close() }
      findings += faults(of: file, handle)
    }
    let known = Set(manifest.files.map(\.name) + [manifestName])
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    findings += present.filter { !known.contains($0) }.sorted().map {
      "\($0) is no file of the release"
    }
    return findings
  }

  /// What is wrong with a file: that it was changed, else what its records break. It is read piece by
  /// piece, so that its size is no matter.
  private static func faults(of file: ReleaseManifest.File, _ handle: FileHandle) -> [String] {
    var hash = SHA256()
    var findings: [String] = []
    var line: [UInt8] = []
    var number = 0
    func endLine() {
      number += 1
      findings += violations(in: line, "\(file.name), line \(number)")
      line.removeAll(keepingCapacity: true)
    }
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      let bytes = Array(piece)
      hash.update(bytes)
      guard file.format == "jsonl" else { continue }
      var rest = bytes[...]
      while let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        endLine()
        rest = rest[(end + 1)...]
      }
      line += rest
    }
    if !line.isEmpty { endLine() }
    return hash.count == file.bytes && hash.hex == file.sha256
      ? findings : ["\(file.name) was changed"]
  }

  /// What is wrong with a record: its text's hash, its spans and ids.
  private static func violations(in line: [UInt8], _ place: String) -> [String] {
    if line.isEmpty { return [] }
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
      return ["\(place): no record"]
    }
    let hash = SHA256.hex(Array(record.text.utf8))
    return (hash == record.document.textSHA256 ? [] : ["\(place): the text hasn't its hash"])
      + record.violations().map { "\(place): \($0)" }
  }
}
