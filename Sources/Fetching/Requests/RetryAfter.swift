import Foundation
import Pages

/// The field Retry-After: when a site wants to be asked again (RFC 9110).
enum RetryAfter {
  /// The seconds to wait; nil where the site doesn't say.
  ///
  /// - Parameter now: the time by which a date is judged.
  static func seconds(_ fields: [HTTPField], now: Date) -> Double? {
    guard let value = fields["Retry-After"] else { return nil }
    if let seconds = Double(value) {
      return seconds.isFinite ? min(max(0, seconds), longest) : nil
    }
    guard let iso = FeedDate.iso(value), let date = try? Date(iso, strategy: .iso8601) else {
      return nil
    }
    return min(max(0, date.timeIntervalSince(now)), longest)
  }

  /// A week; nobody means more.
  private static let longest: Double = 7 * 24 * 3600
}
