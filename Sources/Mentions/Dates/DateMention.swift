public import Records
public import Text

/// A phrase that tells when.
public struct DateMention: Hashable, Sendable {
  /// The sentence, counted from 0.
  public let sentence: Int
  /// The tokens of the phrase, without the preposition before it.
  public let tokens: Range<Int>
  /// Where the phrase stands.
  public let span: Span
  /// The words.
  public let text: String
  let expression: DateExpression
  let bound: DateBound
  let published: CivilDay?

  /// The days that the phrase means where the verb that it goes with has this tense.
  ///
  /// Without a publication date, what is not stated in full stays open.
  public func interval(tense: Tense) -> DateInterval {
    let resolver = DateResolver(published: published, tense: tense)
    let result = resolver.resolve(expression, bound)
    return DateInterval(
      text: text, span: span, from: result.days?.from?.iso, to: result.days?.to?.iso,
      basis: result.days == nil ? .open : result.basis, why: result.why)
  }

  /// Whether the words before it make it the end or the beginning of a longer time: "by Sunday".
  public var isBound: Bool { bound != .none }

  /// Whether it names a date that stands by itself: year, month and day or longer.
  public var isStated: Bool {
    if case .stated = expression { return true }
    return false
  }
}
