public import Records

extension Event {
  /// The type under PLOVER's older convention, which has no status: what is planned or expected
  /// becomes AGREE or CONCEDE, what is asked for REQUEST, what is called off REJECT; nil for what
  /// is possible, conditional or denied, which formats without a status must leave out.
  public var typeWithoutStatus: EventType? {
    switch status {
    case .happened, .ongoing, .claimed: type
    case .requested: .request
    case .cancelled: .reject
    case .possible, .conditional, .denied: nil
    case .planned, .expected:
      switch type {
      case .consult, .aid, .cooperate, .support, .agree: .agree
      case .retreat, .concede: .concede
      case .mobilize: .mobilize
      default: nil
      }
    }
  }

  /// The mode, where `typeWithoutStatus` is still the event's own type.
  var modeWithoutStatus: String? { typeWithoutStatus == type ? mode : nil }
}
