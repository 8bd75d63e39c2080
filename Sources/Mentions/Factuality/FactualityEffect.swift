import Records

/// How a governing word bears on the act below it (the readings of `factuality-signatures.tsv`).
enum FactualityEffect: String {
  /// As the governing word itself: "managed to leave".
  case same
  /// Presupposed: "regretted leaving".
  case fact
  /// The clause keeps its own reading, on somebody's word: "said that he left".
  case own
  case not, unlikely, planned, expected, possible, conditional, requested, cancelled, claimed
}

extension Factuality {
  /// The values that go with a status; `tense` where the words tell another than the status does.
  init(_ status: EventStatus, tense: Tense? = nil, by: String) {
    switch status {
    case .happened:
      self.init(certainty: .certain, polarity: .positive, tense: .past, status: status, by: by)
    case .ongoing:
      self.init(certainty: .certain, polarity: .positive, tense: .ongoing, status: status, by: by)
    case .planned, .expected:
      self.init(certainty: .probable, polarity: .positive, tense: .future, status: status, by: by)
    case .possible:
      self.init(certainty: .possible, polarity: .positive, tense: .future, status: status, by: by)
    case .conditional, .requested:
      self.init(
        certainty: .underspecified, polarity: .positive, tense: .future, status: status, by: by)
    case .denied:
      self.init(certainty: .certain, polarity: .negative, tense: .past, status: status, by: by)
    case .cancelled:
      self.init(certainty: .certain, polarity: .negative, tense: .future, status: status, by: by)
    case .claimed:
      self.init(
        certainty: .underspecified, polarity: .positive, tense: .past, status: status, by: by)
    }
    if let tense { self.tense = tense }
  }

  /// Not likely to come about.
  static func unlikely(by: String) -> Factuality {
    Factuality(
      certainty: .probable, polarity: .negative, tense: .future, status: .possible, by: by)
  }

  /// Whether the voice says that it is not so, so that a governed act has its negated reading.
  var isNegated: Bool { status == .denied || status == .cancelled }

  /// Whether it is left open: possible, conditional or asked for.
  var isOpen: Bool { status == .possible || status == .conditional || status == .requested }
}

extension FactualityEffect {
  /// The reading of an act without tense of its own (infinitive, gerund, noun) under `outer`.
  func reading(under outer: Factuality, by: String) -> Factuality {
    switch self {
    case .same, .own:
      var reading = outer
      reading.by = by
      return reading
    case .fact: return Factuality(.happened, by: by)
    case .not:
      if outer.isOpen || outer.status == .expected { return Factuality(.possible, by: by) }
      return Factuality(.denied, tense: outer.status == .planned ? .future : outer.tense, by: by)
    case .unlikely: return .unlikely(by: by)
    case .planned:
      let kept = outer.isOpen || outer.status == .expected || outer.status == .denied
      return Factuality(kept ? outer.status : .planned, by: by)
    case .expected:
      let kept = outer.status == .possible || outer.status == .conditional
      return Factuality(kept ? outer.status : .expected, by: by)
    case .possible:
      return Factuality(outer.status == .conditional ? .conditional : .possible, by: by)
    case .conditional: return Factuality(.conditional, by: by)
    case .requested:
      return Factuality(outer.status == .conditional ? .conditional : .requested, by: by)
    case .cancelled: return Factuality(outer.isOpen ? .possible : .cancelled, by: by)
    case .claimed:
      let said = outer.status.isFact || outer.status == .claimed
      return Factuality(said ? .claimed : .possible, by: by)
    }
  }

  /// The reading of a finite clause that alone reads as `clause`, under `outer`.
  func reading(of clause: Factuality, under outer: Factuality, by: String) -> Factuality {
    switch self {
    case .fact: return clause
    case .own, .same:
      guard clause.status.isFact || clause.status == .claimed, outer.isOpen else { return clause }
      return Factuality(.possible, by: by)
    case .not: return Factuality(.denied, tense: clause.tense, by: by)
    case .unlikely: return .unlikely(by: by)
    case .planned: return clause.isNegated ? clause : Factuality(.planned, by: by)
    case .expected:
      if clause.isNegated { return .unlikely(by: by) }
      let stronger = clause.status.isFact || clause.status == .planned
      return stronger ? Factuality(.expected, by: by) : clause
    case .possible:
      if clause.isOpen { return clause }
      var reading = Factuality(.possible, tense: clause.tense, by: by)
      reading.polarity = clause.polarity
      return reading
    case .conditional: return Factuality(.conditional, by: by)
    case .requested:
      var reading = Factuality(.requested, by: by)
      reading.polarity = clause.polarity
      return reading
    case .cancelled: return Factuality(.cancelled, by: by)
    case .claimed: return clause.status.isFact ? Factuality(.claimed, by: by) : clause
    }
  }
}
