import GRDB
import Records
import Synchronization

/// The vocabularies whose words the archive numbers.
enum Vocabulary: String {
  case form, source, kind, channel, type, mode, status, actor, reader, model
}

extension Transaction {
  /// The number of a word of a vocabulary.
  func term(_ vocabulary: Vocabulary, _ name: String) throws -> Int {
    let key = vocabulary.rawValue + ":" + name
    if let known = terms.number(of: key) { return known }
    let kept = try number(
      "SELECT id FROM term WHERE vocabulary = ? AND name = ?", [vocabulary.rawValue, name])
    if let kept {
      terms.keep(kept, for: key)
      return kept
    }
    terms.isNew(key)
    return try add(
      "INSERT INTO term (vocabulary, name) VALUES (?, ?)", [vocabulary.rawValue, name])
  }
}

extension Transaction {
  /// The number of a way of saying.
  func manner(of attribution: Attribution) throws -> Int {
    let parts = [
      try term(.form, attribution.form.rawValue),
      try term(.source, attribution.sourceKind.rawValue),
      try term(.kind, attribution.kind.rawValue),
    ]
    let key = "manner:" + parts.map(String.init).joined(separator: ":")
    if let known = terms.number(of: key) { return known }
    let kept = try number(
      "SELECT id FROM manner WHERE form = ? AND source_kind = ? AND kind = ?",
      StatementArguments(parts))
    if let kept {
      terms.keep(kept, for: key)
      return kept
    }
    terms.isNew(key)
    return try add(
      "INSERT INTO manner (form, source_kind, kind) VALUES (?, ?, ?)", StatementArguments(parts))
  }
}

/// The numbers of words, which never change once a transaction has kept them: a line has ten of
/// them, and asking the database for each would take longer than keeping the line.
final class TermCache: Sendable {
  /// All that is known, shared by the archive's transactions.
  private final class Known: Sendable {
    let numbers = Mutex<[String: Int]>([:])
  }

  private let known: Known
  /// Words that this transaction added: they are gone where it isn't kept, so nobody else may know
  /// their numbers.
  private let new = Mutex<Set<String>>([])

  convenience init() { self.init(Known()) }
  private init(_ known: Known) { self.known = known }

  /// The same knowledge for another transaction.
  func forTransaction() -> TermCache { TermCache(known) }

  func number(of key: String) -> Int? { known.numbers.withLock { $0[key] } }

  func isNew(_ key: String) { new.withLock { _ = $0.insert(key) } }

  func keep(_ number: Int, for key: String) {
    if new.withLock({ $0.contains(key) }) { return }
    known.numbers.withLock { $0[key] = number }
  }
}
