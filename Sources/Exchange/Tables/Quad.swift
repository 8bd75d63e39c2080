import Records

/// The four quarters of PLOVER's types.
enum Quad: String {
  case verbalCooperation = "VERBAL COOPERATION"
  case materialCooperation = "MATERIAL COOPERATION"
  case verbalConflict = "VERBAL CONFLICT"
  case materialConflict = "MATERIAL CONFLICT"
}

extension EventType {
  /// The type's quarter, as PLOVER's manual has it.
  var quad: Quad {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }
}
