public import Foundation
import LibDeflate
import Text

/// Writes a web archive (WARC 1.1), each record packed for itself with gzip where that is asked for.
public struct WARCWriter {
  private let file: FileHandle
  private let packs: Bool

  /// A writer at a file's end.
  ///
  /// - Parameter packs: whether records are packed, as in `.warc.gz`.
  public init(_ file: FileHandle, packs: Bool) {
    self.file = file
    self.packs = packs
  }

  /// Writes what the archive is and who made it.
  ///
  /// - Throws: what writing throws.
  public func writeInfo(software: String, date: Date) throws {
    let block = Array("software: \(software)\r\nformat: WARC File Format 1.1\r\n".utf8)
    try write(
      [("WARC-Type", "warcinfo"), ("Content-Type", "application/warc-fields")], block, date: date)
  }

  /// Writes a site's answer.
  ///
  /// - Parameters:
  ///   - target: the page's address.
  ///   - status: the status and its words, `200 OK`.
  ///   - fields: the answer's fields; Transfer-Encoding is left out, as chunks are joined.
  ///   - body: the body, packed as Content-Encoding says.
  ///   - peer: the address that was connected to, where known.
  ///   - truncated: why the body isn't whole: `time`, `length`, `disconnect`; nil where it is.
  /// - Throws: what writing throws.
  public func writeResponse(
    target: String, status: String, fields: [HTTPField], body: [UInt8], peer: String?,
    truncated: String? = nil, date: Date
  ) throws {
    var kept = fields.filter {
      !["transfer-encoding", "content-length"].contains($0.name.lowercased())
    }
    kept.append(HTTPField("Content-Length", "\(body.count)"))
    let head = "HTTP/1.1 \(status)\r\n" + kept.map { "\($0.name): \($0.value)\r\n" }.joined()
    var record = [
      ("WARC-Type", "response"), ("WARC-Target-URI", target),
      ("Content-Type", "application/http; msgtype=response"),
      ("WARC-Payload-Digest", "sha256:" + SHA256.hex(body)),
    ]
    if let peer { record.append(("WARC-IP-Address", peer)) }
    if let truncated { record.append(("WARC-Truncated", truncated)) }
    try write(record, Array((head + "\r\n").utf8) + body, date: date)
  }

  private func write(_ fields: [(String, String)], _ block: [UInt8], date: Date) throws {
    var head = "WARC/1.1\r\n"
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    head += "WARC-Record-ID: <urn:uuid:\(UUID().uuidString.lowercased())>\r\n"
    head += "WARC-Date: \(date.formatted(.iso8601))\r\n"
    head += "Content-Length: \(block.count)\r\n\r\n"
    let record = Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    try file.write(contentsOf: Data(packs ? Gzip.packed(record) : record))
  }
}

/// Packs bytes as one gzip member.
package enum Gzip {
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(6)
    defer { unsafe libdeflate_free_compressor(compressor) }
    let most = unsafe libdeflate_gzip_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: most) { room, count in
      count = unsafe libdeflate_gzip_compress(
        compressor, bytes, bytes.count, room.baseAddress, room.count)
    }
  }
}
