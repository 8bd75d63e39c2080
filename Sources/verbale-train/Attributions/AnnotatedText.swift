import Attributions
import Foundation
import Text

/// A line of the texts: `{"doc_id", "text"}`.
struct TextLine: Codable {
  var id: String
  var text: String

  enum CodingKeys: String, CodingKey {
    case id = "doc_id"
    case text
  }
}

/// A line of annotations, or of predictions: `{"doc_id", "attributions"}`, spans in code points.
struct AttributionsLine: Codable {
  struct Item: Codable {
    var source: [Span]
    var cue: [Span]
    var content: [Span]
  }

  var id: String
  var attributions: [Item]

  enum CodingKeys: String, CodingKey {
    case id = "doc_id"
    case attributions
  }
}

/// Reads and writes JSON lines.
enum JSONLines {
  static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws -> [Value] {
    try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(type, from: $0)
    }
  }

  static func write(_ values: [some Encodable], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var bytes = Data()
    for value in values {
      bytes += try encoder.encode(value)
      bytes.append(UInt8(ascii: "\n"))
    }
    try bytes.write(to: URL(filePath: path))
  }
}
