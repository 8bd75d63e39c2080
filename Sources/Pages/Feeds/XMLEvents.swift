import XMLParsing

/// What an XML document holds, told piece by piece.
protocol XMLHandler: AnyObject {
  /// An element begins; names without their prefixes, the address of the name's vocabulary apart.
  func start(_ name: String, in vocabulary: String, attributes: [String: String])
  /// Characters of the innermost element.
  func characters(_ text: String)
  /// The innermost element ends.
  func end()
}

/// Reads XML (feeds and sitemaps, never pages) with libxml2's events.
///
/// Nothing outside the document is ever looked at, and the document's own entities stay as they are
/// written (see `XMLEntities`), so that none can expand without end.
enum XMLEvents {
  /// The deepest nesting; feeds have a tenth of it.
  private static let deepest: Int32 = 200

  /// Reads a document and tells what it holds; what stands behind the first place that is no XML
  /// is told as far as libxml2 can make sense of it.
  ///
  /// - Returns: what was wrong, nil where nothing was.
  static func read(_ bytes: [UInt8], _ handler: any XMLHandler) -> String? {
    let bytes = XMLEntities.escaped(bytes).map { CChar(bitPattern: $0) }
    let receiver = Receiver(handler)
    var why = [CChar](repeating: 0, count: 256)
    var events = unsafe xml_events()
    unsafe events.context = Unmanaged.passUnretained(receiver).toOpaque()
    unsafe events.start = { context, name, vocabulary, count, attributes in
      unsafe Receiver.of(context).start(name, vocabulary, Int(count), attributes)
    }
    unsafe events.characters = { context, text, count in
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe Receiver.of(context).handler.characters(String(decoding: bytes, as: UTF8.self))
    }
    unsafe events.end = { context in unsafe Receiver.of(context).handler.end() }
    let wrong = withExtendedLifetime(receiver) {
      unsafe xml_read(bytes, bytes.count, deepest, &events, &why, why.count)
    }
    guard wrong != 0 else { return nil }
    let message = why.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
    return String(decoding: message, as: UTF8.self)
  }

  /// What the C functions are called with.
  private final class Receiver {
    let handler: any XMLHandler

    init(_ handler: any XMLHandler) { self.handler = handler }

    static func of(_ context: UnsafeMutableRawPointer?) -> Receiver {
      unsafe Unmanaged<Receiver>.fromOpaque(context!).takeUnretainedValue()
    }

    func start(
      _ name: UnsafePointer<CChar>?, _ vocabulary: UnsafePointer<CChar>?, _ count: Int,
      _ values: UnsafePointer<UnsafePointer<CChar>?>?
    ) {
      guard let name = unsafe name, let vocabulary = unsafe vocabulary, let values = unsafe values
      else { return }
      var attributes: [String: String] = [:]
      for index in 0..<count {
        guard let key = unsafe values[3 * index], let start = unsafe values[3 * index + 1],
          let end = unsafe values[3 * index + 2]
        else { continue }
        let value = unsafe UnsafeRawBufferPointer(start: start, count: end - start)
        unsafe attributes[String(cString: key)] = String(decoding: value, as: UTF8.self)
      }
      unsafe handler.start(
        String(cString: name), in: String(cString: vocabulary), attributes: attributes)
    }
  }
}
