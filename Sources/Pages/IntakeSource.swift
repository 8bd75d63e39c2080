import Foundation
import Records
import Text

/// Where an input comes from; `load` reads it.
public enum IntakeSource: Hashable, Sendable {
  case file(String)
  case standardInput
  case folderWithoutPages(String)
  /// What an archive, a feed or the network gave: it is read already.
  case item(IntakeItem)

  /// The path as given; nil for standard input.
  public var name: String? {
    switch self {
    case .file(let path), .folderWithoutPages(let path): path
    case .standardInput: nil
    case .item(.input(let input)): input.source
    case .item(.refused(let line)): line.source
    }
  }

  /// Whether its name tells that it is one page or text, and no archive, feed or list.
  public var isOnePage: Bool {
    switch self {
    case .file(let path): PageKind.isOnePage(path)
    case .standardInput: false
    case .folderWithoutPages, .item: true
    }
  }

  /// The number of bytes that it holds in memory already.
  public var bytesHeld: Int {
    if case .item(.input(let input)) = self { input.bytes.count } else { 0 }
  }

  /// Reads the input, or says why it can't be read; never reads more than the limit.
  public func load(limit: Int = Intake.largestInput) -> IntakeItem {
    switch self {
    case .item(let item): return item
    case .folderWithoutPages:
      return refused("no-pages", "no page, text, archive or feed in this folder")
    case .file, .standardInput:
      switch open() {
      case .failure(let refusal): return .refused(refusal.line)
      case .success(let handle):
        let limits = UnpackingLimits(bytes: limit)
        let stream = ByteStream(handle, limits: limits)
        if let size = fileSize, size > limit, stream.packing == .none {
          return tooLarge(limits, bytes: size)
        }
        return load(stream, limits: limits)
      }
    }
  }

  /// A source that can't be opened.
  struct Refusal: Error {
    let line: LedgerLine
  }

  /// The file, opened.
  func open() -> Result<FileHandle, Refusal> {
    guard case .file(let path) = self else { return .success(.standardInput) }
    if let handle = FileHandle(forReadingAtPath: path) { return .success(handle) }
    let isAddress = path.hasPrefix("https://") || path.hasPrefix("http://")
    let item =
      FileManager.default.fileExists(atPath: path)
      ? refused("unreadable", "the file can't be opened; check its permissions")
      : refused(
        "not-found",
        isAddress ? "an address: `verbale fetch` reads it" : "no such file or folder")
    guard case .refused(let line) = item else { return .success(.nullDevice) }
    return .failure(Refusal(line: line))
  }

  private var fileSize: Int? {
    guard case .file(let path) = self else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }

  /// The one input that a stream holds.
  func load(_ stream: ByteStream, limits: UnpackingLimits) -> IntakeItem {
    let outcome = stream.readAll()
    if let failure = stream.failure {
      return refused("unreadable", "reading failed: \(unsafe String(cString: strerror(failure)))")
    }
    switch outcome {
    case .whole(let bytes): return Self.input(bytes, source: name)
    case .damaged(let bytes, let what):
      guard case .input(var input) = Self.input(bytes, source: name) else {
        return refused("damaged", what, bytes: fileSize)
      }
      input.reasons = ["damaged"]
      return .input(input)
    case .tooLarge: return tooLarge(limits, bytes: stream.packing == .none ? nil : fileSize)
    case .bomb:
      return refused(
        "bomb",
        "unpacks to more than \(limits.ratio) times its size, over \(limits.unquestioned >> 20) MiB: stopped there",
        bytes: fileSize)
    }
  }

  private func tooLarge(_ limits: UnpackingLimits, bytes: Int?) -> IntakeItem {
    refused(
      "too-large", "more than \(limits.bytes >> 20) MiB; a report is smaller: split the file",
      bytes: bytes)
  }

  /// An input over bytes, or a refusal where they are empty or no text.
  package static func input(_ bytes: [UInt8], source: String?) -> IntakeItem {
    func refused(_ reason: String, _ message: String) -> IntakeItem {
      .refused(
        LedgerLine(
          source: source, state: .refused, reasons: [reason], message: message,
          bytes: bytes.count, sha256: SHA256.hex(bytes)))
    }
    if bytes.allSatisfy({ $0 == 0x20 || (9...13).contains($0) }) {
      return refused("empty", "nothing but white space")
    }
    return .input(
      Input(
        source: source, bytes: bytes, format: PageKind.format(of: bytes, name: source),
        sha256: SHA256.hex(bytes)))
  }

  private func refused(_ reason: String, _ message: String, bytes: Int? = nil) -> IntakeItem {
    .refused(
      LedgerLine(
        source: name, state: .refused, reasons: [reason], message: message, bytes: bytes))
  }
}
