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
      guard let data = FileManager.default.contents(atPath: folder + "/" + file.name) else {
        findings.append("\(file.name) is missing")
        continue
      }
      let bytes = Array(data)
      if bytes.count != file.bytes || SHA256.hex(bytes) != file.sha256 {
        findings.append("\(file.name) was changed")
      } else if file.format == "jsonl" {
        findings += violations(in: bytes, file.name)
      }
    }
    let known = Set(manifest.files.map(\.name) + [manifestName])
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    findings += present.filter { !known.contains($0) }.sorted().map {
      "\($0) is no file of the release"
    }
    return findings
  }

  /// What is wrong with the records of a file: their text's hash, their spans and ids.
  private static func violations(in bytes: [UInt8], _ name: String) -> [String] {
    bytes.split(separator: 0x0A).enumerated().flatMap { index, line -> [String] in
      let place = "\(name), line \(index + 1)"
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
        return ["\(place): no record"]
      }
      let hash = SHA256.hex(Array(record.text.utf8))
      return (hash == record.document.textSHA256 ? [] : ["\(place): the text hasn't its hash"])
        + record.violations().map { "\(place): \($0)" }
    }
  }
}
