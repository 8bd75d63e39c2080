import Foundation
import Pages

/// A set of pages with their articles: a folder with `gold.jsonl` and `html/ID.html` or `.html.gz`.
struct PageSet {
  /// A page of a set.
  struct Entry {
    let id: String
    let url: String?
    fileprivate let file: URL
  }

  let entries: [Entry]

  init(_ folder: String) throws {
    let root = URL(filePath: folder)
    let gold = try Data(contentsOf: root.appending(path: "gold.jsonl"))
    entries = try gold.split(separator: 0x0A).map { line in
      guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let id = object["id"] as? String
      else { throw GoldError(description: "\(folder)/gold.jsonl: a line has no id") }
      return Entry(
        id: id, url: object["url"] as? String, file: root.appending(path: "html/\(id).html"))
    }
  }

  /// The part of five in which a page stands when a model is cross-validated.
  static func fold(of id: String) -> Int { (Int(id.suffix(4), radix: 16) ?? 0) % 5 }

  /// The bytes of a page, unpacked.
  static func bytes(of page: Entry) throws -> [UInt8] {
    if let data = FileManager.default.contents(atPath: page.file.path) { return [UInt8](data) }
    let packed = page.file.path + ".gz"
    guard FileManager.default.fileExists(atPath: packed) else {
      throw GoldError(description: "\(page.file.path): no such page, packed or not")
    }
    let data = try Data(contentsOf: URL(filePath: packed))
    guard case .whole(let bytes) = ContentCoding.unpack([UInt8](data), codings: "gzip") else {
      throw GoldError(description: "\(packed): gzip can't unpack it")
    }
    return bytes
  }
}
