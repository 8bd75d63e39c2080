/// Reads English sentences: tags, lemmas, dependency trees and names from one shared encoder.
///
/// The parser never changes what it gives: a sentence has the same reading alone or among others,
/// on every machine. Many threads may use one parser at a time.
public final class EnglishParser: Sendable {
  private let network: Network
  private let fingerprint: String
  /// The name and version of the model, as decisions carry it.
  public let modelName: String

  /// The sentences longer than this many words are read in windows (see `Windows`).
  public static let longestSentence = Windows.size

  private static let english = Result { () throws(SyntaxError) in
    try EnglishParser(model: .english)
  }

  /// The parser with the built-in model.
  ///
  /// - Throws: `SyntaxError.unusableModel` where the built-in model can't be used.
  public static func shared() throws(SyntaxError) -> EnglishParser { try english.get() }

  private static let bulk = Result { () throws(SyntaxError) in
    try EnglishParser(model: .fast, words: english.get())
  }

  /// A parser for bulk: a smaller network over the same words' embeddings, faster and less
  /// accurate (`Sources/EnglishModel/MODEL.md` says how much).
  ///
  /// - Throws: `SyntaxError.unusableModel` where the built-in models can't be used.
  public static func fast() throws(SyntaxError) -> EnglishParser { try bulk.get() }

  /// A parser with the model of a file's bytes (`Sources/EnglishModel/FORMAT.md`).
  ///
  /// - Throws: `SyntaxError.unusableModel` where the bytes are no model.
  public convenience init(model bytes: [UInt8]) throws(SyntaxError) {
    try self.init(model: ModelBytes(copying: bytes))
  }

  /// A parser that computes with the given kernels, by default the machine's fastest.
  package convenience init(model bytes: ModelBytes, kernels: Kernels? = nil) throws(SyntaxError) {
    try self.init(model: bytes, kernels: kernels, words: nil)
  }

  /// A parser that takes the embeddings of words from another one, where that is given.
  private init(
    model bytes: ModelBytes, kernels: Kernels? = nil, words other: EnglishParser?
  ) throws(SyntaxError) {
    let model = try ModelFile(bytes)
    if let other, model.header.words != other.fingerprint {
      throw .unusableModel("it was trained on the words of another model")
    }
    network = try Network(
      model: model, kernels: kernels ?? Kernels.available[0], embedder: other?.network.embedder)
    fingerprint = bytes.fingerprint
    modelName = "\(model.header.name) \(model.header.version) \(fingerprint)"
  }

  /// Parses sentences whose words are known: keeps each word's form and span, and fills in the
  /// rest. Empty sentences are left out.
  public func parse(tokenised sentences: [[Token]]) -> [Sentence] {
    network.parse(sentences)
  }
}
