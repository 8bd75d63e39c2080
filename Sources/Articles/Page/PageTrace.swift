import HTML
public import Text

/// Where each character of an article's text stands in its page.
public struct PageTrace: Sendable {
  /// Bytes of the text that stand for bytes of the decoded page.
  struct Run: Sendable {
    var text: Int32
    var count: Int32
    var page: Range<Int32>
    /// Whether the characters are those of the page one by one; else they replace a stretch.
    var isVerbatim: Bool
  }

  /// In the order of the text; what lies between two runs was written by the reader.
  var runs: [Run] = []
  var offsets: OffsetMap

  /// The bytes of the page that a character stands for; nil for characters that the reader wrote
  /// itself, such as the blank lines between blocks.
  ///
  /// - Parameters:
  ///   - codePoint: an offset into `text`.
  ///   - text: the article's text.
  /// - Complexity: O(log n).
  public func source(of codePoint: Int, in text: SourceText) -> Range<Int>? {
    let byte = text.byteOffset(of: codePoint)
    guard let run = run(atByte: Int32(byte)) else { return nil }
    guard run.isVerbatim else {
      return offsets.sourceRange(of: Int(run.page.lowerBound)..<Int(run.page.upperBound))
    }
    let start = Int(run.page.lowerBound) + byte - Int(run.text)
    let length = text.byteOffset(of: codePoint + 1) - byte
    return offsets.sourceRange(of: start..<start + length)
  }

  /// The stretches of the page that a span stands for, in the order of the text; neighbours are
  /// joined.
  public func source(of span: Span, in text: SourceText) -> [Range<Int>] {
    let bytes = text.bytes(of: span)
    var result: [Range<Int>] = []
    var index = firstRun(endingBehind: Int32(bytes.lowerBound))
    while index < runs.count, Int(runs[index].text) < bytes.upperBound {
      let run = runs[index]
      var page = Int(run.page.lowerBound)..<Int(run.page.upperBound)
      if run.isVerbatim {
        let shift = Int(run.page.lowerBound) - Int(run.text)
        let start = max(bytes.lowerBound, Int(run.text)) + shift
        page = start..<min(bytes.upperBound, Int(run.text + run.count)) + shift
      }
      let source = offsets.sourceRange(of: page)
      if let last = result.last, last.upperBound == source.lowerBound {
        result[result.count - 1] = last.lowerBound..<source.upperBound
      } else {
        result.append(source)
      }
      index += 1
    }
    return result
  }

  private func run(atByte byte: Int32) -> Run? {
    let index = firstRun(endingBehind: byte)
    return index < runs.count && runs[index].text <= byte ? runs[index] : nil
  }

  private func firstRun(endingBehind byte: Int32) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text + runs[middle].count > byte { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
