public import Foundation
import Text

/// A careful reader's reading of the example report (`seed/reading.json`).
public struct SeedReading: Decodable, Sendable {
  /// A part of the page.
  public struct Part: Decodable, Sendable {
    let kind: String
    let span: Span
  }

  /// An attribution; `@a6` as a speaker is the unnamed person of `a6`.
  public struct Attribution: Decodable, Sendable {
    let id: String
    let content: Span
    let source: Span?
    let cue: Span?
    let form: String
    let source_kind: String
    let speaker: String?
  }

  /// An event with the statuses that count as right.
  public struct Event: Decodable, Sendable {
    let id: String
    let type: String
    let mode: String?
    let status: String
    let status_also_right: [String]?
    let source: [String]
    let target: [String]
    let words: Span

    var rightStatuses: [String] { [status] + (status_also_right ?? []) }
  }

  /// An actor with roles and state.
  public struct Actor: Decodable, Sendable {
    let name: String
    let roles: [String]
    let state: String?
  }

  let parts: [Part]
  let attributions: [Attribution]
  let events: [Event]
  let actors: [Actor]
  let never_in_the_record: [String]

  /// Reads a reading from its JSON.
  ///
  /// - Throws: `DecodingError` where the file has another shape.
  public init(json: Data) throws {
    self = try JSONDecoder().decode(SeedReading.self, from: json)
  }
}
