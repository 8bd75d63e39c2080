/// What can go wrong in reading language.
public enum SyntaxError: Error, Hashable, CustomStringConvertible {
  /// The model file is not one that this engine can run, and why.
  case unusableModel(String)

  /// The error in words.
  public var description: String {
    switch self {
    case .unusableModel(let reason): "the language model can't be used: \(reason)"
    }
  }
}
