import ArgumentParser
import Records

/// How an input ended, as an option.
enum LedgerState: String, CaseIterable, ExpressibleByArgument {
  case whole, partial, refused

  var state: DocumentState {
    switch self {
    case .whole: .whole
    case .partial: .partial
    case .refused: .refused
    }
  }
}
