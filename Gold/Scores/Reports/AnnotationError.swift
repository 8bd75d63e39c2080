/// Where an annotated report breaks its format.
public struct AnnotationError: Error, Equatable, CustomStringConvertible {
  /// The report and what is wrong with it.
  public let description: String

  init(report: String, _ reason: String) {
    description = "\(report): \(reason)"
  }
}
