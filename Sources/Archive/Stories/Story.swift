/// Reports of the same events.
public struct Story: Hashable, Codable, Sendable {
  /// A report of it.
  public struct Report: Hashable, Codable, Sendable {
    /// The report.
    public let document: DocumentSummary
    /// The report that it copies; itself where it is its own.
    public let original: Int
    /// Why it belongs to the story.
    public let why: String
  }

  /// An event as the reports tell it.
  public struct SharedEvent: Hashable, Codable, Sendable {
    /// One report's telling.
    public struct Telling: Hashable, Codable, Sendable {
      /// The report.
      public let document: Int
      /// The line in its record.
      public let line: String
      /// Its words.
      public let words: String
      /// Whether it happened, as this report tells it.
      public let status: String
      /// How many, as this report tells it: "dead 12 people".
      public let size: String?
      /// The days, as this report tells them.
      public let day: String?
    }

    /// PLOVER's type.
    public let type: String
    /// Who takes part, by name.
    public let parties: [String]
    /// The tellings, in the order of the reports.
    public let tellings: [Telling]
    /// How many independent reports carry it; copies count as one.
    public let sources: Int
    /// What the tellings don't agree on: `status`, `size`, `day`.
    public let differs: [String]
  }

  /// The number of its first report.
  public let id: Int
  /// The reports, the earliest publication first.
  public let reports: [Report]
  /// How many are independent.
  public let sources: Int
  /// The events that two reports or more tell, those with most sources first.
  public let events: [SharedEvent]
}

/// A story in short.
public struct StorySummary: Hashable, Codable, Sendable {
  /// The number of its first report.
  public let id: Int
  /// That report's headline.
  public let title: String?
  /// The day of its latest report.
  public let latest: String?
  /// How many reports.
  public let reports: Int
  /// How many are independent.
  public let sources: Int
}
