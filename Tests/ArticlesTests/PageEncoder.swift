import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes pages in the encodings that their heads name, so that these are found as in real pages.
@safe struct PageEncoder {
  private let handle: iconv_t

  /// - Parameter encoding: a name that the C library knows.
  init(to encoding: String) throws {
    let opened = unsafe iconv_open(encoding, "UTF-8")
    guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else {
      throw CocoaError(.fileWriteInapplicableStringEncoding)
    }
    unsafe handle = opened
  }

  /// The text in the encoding, with references for the characters that it lacks.
  func bytes(of text: String) -> [UInt8] {
    defer { _ = unsafe iconv_close(handle) }
    return text.unicodeScalars.flatMap { scalar in
      scalar.value < 0x80
        ? [UInt8(scalar.value)] : bytes(of: scalar) ?? Array("&#\(scalar.value);".utf8)
    }
  }

  private func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
    var input = Array(String(scalar).utf8).map { CChar(bitPattern: $0) }
    var output = [UInt8](repeating: 0, count: 8)
    let length = input.count
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBytes { output in
        var from = input.baseAddress
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromLeft, toLeft) = (length, output.count)
        let result = unsafe iconv(handle, &from, &fromLeft, &to, &toLeft)
        return result == -1 || fromLeft > 0 ? nil : output.count - toLeft
      }
    }
    return written.map { Array(output.prefix($0)) }
  }
}
