import Foundation
import HTML
import Testing

@Suite(.enabled(if: StandardTests.areAvailable, "the standard's tests are not beside the package"))
struct StandardEncodingTests {
  @Test func encodingsAreTheStandards() throws {
    var passed = 0
    var failed: [String] = []
    for file in try StandardTests.files("encoding", suffix: ".dat") {
      for (number, test) in cases(Array(try Data(contentsOf: file))).enumerated() {
        let found = HTMLDocument.parse(test.data).encoding
        if found == Encoding(label: test.encoding) {
          passed += 1
        } else {
          failed.append(
            "\(file.lastPathComponent) \(number + 1): \(found.name), not \(test.encoding)")
        }
      }
    }
    print("encodings: \(passed) of \(passed + failed.count)")
    #expect(passed > 50)
    #expect(failed.isEmpty, "\(failed.joined(separator: "\n"))")
  }

  private func cases(_ bytes: [UInt8]) -> [(data: [UInt8], encoding: String)] {
    var result: [(data: [UInt8], encoding: String)] = []
    var data: [ArraySlice<UInt8>] = []
    var isData = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        data = []
        isData = true
      } else if line.elementsEqual("#encoding".utf8) {
        isData = false
      } else if isData {
        data.append(line)
      } else if !line.isEmpty {
        let word = String(decoding: line, as: UTF8.self)
        result.append((Array(data.joined(separator: [0x0A])), word))
      }
    }
    return result
  }
}
