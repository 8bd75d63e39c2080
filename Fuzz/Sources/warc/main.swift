import Foundation
import Fuzzing
import Pages

// Any bytes as a .warc, .warc.gz or .warc.zst: reading ends, and what is told covers the file from
// its first byte to its last.
let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid()).warc").path

fuzz { bytes in
  try! Data(bytes).write(to: URL(fileURLWithPath: path))
  let limits = UnpackingLimits(bytes: 1 << 20, ratio: 200, unquestioned: 1 << 18)
  let archive = WARCReader(FileHandle(forReadingAtPath: path)!, limits: limits)
  var position = 0
  while let record = archive.next() {
    precondition(record.offset == position && record.stored >= 0)
    precondition(archive.block.count == record.blockLength && record.blockLength <= limits.bytes)
    _ = HTTPMessage(archive.block)?.content(limits: limits)
    position += record.stored
  }
  precondition(position == bytes.count)
}
