/// Counts of a status grid: how often a status is right, and how often what is no fact is told as
/// one.
public struct StatusScore: Sendable {
  private var counts: [String: (right: Int, all: Int)] = [:]
  private var unreal = (told: 0, all: 0)

  /// No counts.
  public init() {}

  /// Counts a sentence that was read as `status`.
  public mutating func add(_ item: StatusGrid.Item, status: String?) {
    let isRight = item.statuses.contains(status ?? "")
    let group = item.statuses[0]
    let count = counts[group] ?? (0, 0)
    counts[group] = (count.right + (isRight ? 1 : 0), count.all + 1)
    guard !Self.isFact(group) else { return }
    unreal.all += 1
    if let status, Self.isFact(status) { unreal.told += 1 }
  }

  private static func isFact(_ status: String) -> Bool {
    status == "happened" || status == "ongoing"
  }

  /// The share of sentences of a status that are read rightly, in per cent.
  public func right(_ status: String) -> Double {
    guard let count = counts[status], count.all > 0 else { return 0 }
    return 100 * Double(count.right) / Double(count.all)
  }

  /// The share of what is no fact that is told as one, in per cent.
  public var unrealToldAsFact: Double {
    unreal.all == 0 ? 0 : 100 * Double(unreal.told) / Double(unreal.all)
  }

  /// A table by status.
  public var table: String {
    var lines = counts.sorted { $0.key < $1.key }.map { status, count in
      "\(status)\t\(count.right)/\(count.all)\t\(rounded(right(status))) %"
    }
    lines.append(
      "no fact told as one\t\(unreal.told)/\(unreal.all)\t\(rounded(unrealToldAsFact)) %")
    return lines.joined(separator: "\n")
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
