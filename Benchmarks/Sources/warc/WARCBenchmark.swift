import Foundation
import Pages

/// Reads web archives and prints records, pages, unpacked bytes and the processor seconds it took:
/// `warc FILE…`. The head of each site's answer is parsed, as FastWARC does.
@main
struct WARCBenchmark {
  static func main() {
    for path in CommandLine.arguments.dropFirst() {
      guard let file = FileHandle(forReadingAtPath: path) else { exit(1) }
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let start = seconds(usage)
      let archive = WARCReader(file)
      var (records, pages, bytes) = (0, 0, 0)
      while let record = archive.next() {
        records += 1
        bytes += record.blockLength
        if record.header.type == "response", archive.responseHead?.status == 200 { pages += 1 }
      }
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let used = seconds(usage) - start
      print(
        "verbale: \(records) records, \(pages) pages, \(bytes) bytes, "
          + String(format: "%.3f s, %.0f MB/s", used, Double(bytes) / 1e6 / used))
    }
  }

  private static func seconds(_ usage: rusage) -> Double {
    Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
