/// The codings of HTTP's Content-Encoding: gzip, deflate, br, zstd.
public enum ContentCoding {
  /// The most codings that may lie over one another.
  private static let mostLayers = 3

  /// Takes codings off, the last one first.
  ///
  /// - Parameters:
  ///   - bytes: the body as sent.
  ///   - codings: the value of Content-Encoding, `gzip` or `deflate, br`; empty for none.
  ///   - limits: how much each layer may unpack to.
  public static func unpack(
    _ bytes: [UInt8], codings: String, limits: UnpackingLimits = UnpackingLimits()
  ) -> Unpacked {
    let layers = codings.lowercased().split { $0 == "," || $0 == " " }.filter { $0 != "identity" }
    if bytes.isEmpty { return .whole([]) }
    guard layers.count <= mostLayers else { return .damaged([], "packed \(layers.count) times") }
    var body = bytes
    for layer in layers.reversed() {
      switch unpack(body, layer: String(layer), limits: limits) {
      case .whole(let inner): body = inner
      case let other: return other
      }
    }
    return body.count > limits.bytes ? .tooLarge : .whole(body)
  }

  private static func unpack(
    _ bytes: [UInt8], layer: String, limits: UnpackingLimits
  ) -> Unpacked {
    switch layer {
    case "gzip", "x-gzip":
      // Archives and some servers keep the field when they have unpacked the body.
      guard bytes.starts(with: Packing.gzipMagic) else { return .whole(bytes) }
      return unpack(bytes, limits: limits) { Inflater(.gzip) }
    case "deflate":
      // The standard means zlib's wrapping; some servers send deflate bare.
      let outcome = unpack(bytes, limits: limits) { Inflater(.zlib) }
      guard case .damaged(let made, _) = outcome, made.isEmpty else { return outcome }
      return unpack(bytes, limits: limits) { Inflater(.none) }
    case "br": return unpack(bytes, limits: limits) { BrotliStreamDecoder() }
    case "zstd": return unpack(bytes, limits: limits) { ZStandardDecoder() }
    default: return .damaged([], "packed as \(layer), which isn't known")
    }
  }

  /// Unpacks all streams that follow one another.
  private static func unpack(
    _ bytes: [UInt8], limits: UnpackingLimits, decoder make: () -> any StreamDecoder
  ) -> Unpacked {
    var decoder = make()
    var (made, taken): ([UInt8], Int) = ([], 0)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while taken < bytes.count {
      let step = unsafe bytes.withUnsafeBytes { input in
        unsafe piece.withUnsafeMutableBytes { output in
          unsafe decoder.decode(UnsafeRawBufferPointer(rebasing: input[taken...]), into: output)
        }
      }
      made += piece[..<step.made]
      taken += step.taken
      if limits.isBomb(unpacked: made.count, packed: taken) { return .bomb }
      if made.count > limits.bytes { return .tooLarge }
      switch step.state {
      case .damaged: return .damaged(made, "the packed bytes are damaged")
      case .atEnd:
        // What stands behind the end and isn't packed is padding.
        guard taken < bytes.count, decoder is Inflater,
          bytes[taken...].starts(with: Packing.gzipMagic)
        else { return .whole(made) }
        decoder = make()
      case .going where step.made == 0 && step.taken == 0:
        return .damaged(made, "the packed bytes are cut off")
      case .going: break
      }
    }
    // The decoder may hold back what didn't fit into the last piece.
    while true {
      let step = unsafe piece.withUnsafeMutableBytes { output in
        unsafe decoder.decode(UnsafeRawBufferPointer(start: nil, count: 0), into: output)
      }
      made += piece[..<step.made]
      if limits.isBomb(unpacked: made.count, packed: taken) { return .bomb }
      if made.count > limits.bytes { return .tooLarge }
      if step.state == .atEnd { return .whole(made) }
      if step.state == .damaged || step.made == 0 {
        return .damaged(made, "the packed bytes are cut off")
      }
    }
  }
}
