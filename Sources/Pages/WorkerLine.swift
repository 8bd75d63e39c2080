import Foundation
import Records
import Text

/// One line of a worker's input: a document as a JSON object.
public enum WorkerLine: Sendable {
  /// A document to read.
  case input(Input)
  /// A line that is none; the answer says why.
  case failed(WorkerFailure)
  /// Nothing but white space.
  case blank

  /// Reads a line `{"id", "text" | "html", "url"?, "published"?, "title"?, "raw"?}`.
  ///
  /// - Parameters:
  ///   - bytes: the line, without its line break.
  ///   - number: its number, counted from 1.
  public static func read(_ bytes: [UInt8], number: Int) -> WorkerLine {
    if bytes.allSatisfy({ $0 == 0x20 || (9...13).contains($0) }) { return .blank }
    guard bytes.count <= Intake.largestInput else {
      return .failed(
        WorkerFailure(
          id: nil, reason: "too-large",
          message: "line \(number) has more than \(Intake.largestInput >> 20) MiB"))
    }
    let document: WorkerDocument
    do {
      document = try JSONDecoder().decode(WorkerDocument.self, from: Data(bytes))
    } catch {
      return .failed(
        WorkerFailure(
          id: (try? JSONDecoder().decode(WorkerID.self, from: Data(bytes)))?.id,
          reason: "bad-json",
          message: "line \(number) is no document as JSON: \(Self.told(error))"))
    }
    return input(of: document, number: number)
  }

  private static func input(of document: WorkerDocument, number: Int) -> WorkerLine {
    func failed(_ reason: String, _ message: String) -> WorkerLine {
      .failed(WorkerFailure(id: document.id, reason: reason, message: "line \(number): " + message))
    }
    guard document.id != nil else { return failed("no-id", "the document has no \"id\"") }
    let content: (String, Input.Format)
    switch (document.text, document.html) {
    case (let text?, nil): content = (text, .text)
    case (nil, let html?): content = (html, .html)
    default: return failed("no-content", "give either \"text\" or \"html\"")
    }
    let bytes = Array(content.0.utf8)
    return .input(
      Input(
        source: nil, id: document.id, bytes: bytes, format: content.1, url: document.url,
        published: document.published, title: document.title, isRaw: document.raw ?? false,
        sha256: SHA256.hex(bytes)))
  }

  private static func told(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "\(path.isEmpty ? "the line" : "\"\(path)\"") has the wrong type"
    case DecodingError.dataCorrupted(let context):
      let cause = context.underlyingError.map {
        ($0 as NSError).userInfo[NSDebugDescriptionErrorKey]
      }
      let place = cause.flatMap { $0 as? String }.map { ": " + $0 } ?? ""
      return "the text can't be parsed (cut off, or not JSON)" + place
    default: return "the text can't be parsed (cut off, or not JSON)"
    }
  }
}

/// The answer to a line that is no document.
public struct WorkerFailure: Encodable, Sendable {
  /// What was wrong.
  public struct Reason: Encodable, Sendable {
    /// A code, `bad-json`.
    public let reason: String
    /// The same in words.
    public let message: String
  }

  /// The document's id, where it could be read.
  public let id: String?
  /// What was wrong.
  public let error: Reason

  /// An answer with its reason.
  public init(id: String?, reason: String, message: String) {
    self.id = id
    error = Reason(reason: reason, message: message)
  }
}

/// The part of a damaged document by which the answer can still be told apart.
private struct WorkerID: Decodable {
  let id: String?
}

private struct WorkerDocument: Decodable {
  let id: String?
  let text: String?
  let html: String?
  let url: String?
  let published: String?
  let title: String?
  let raw: Bool?
}
