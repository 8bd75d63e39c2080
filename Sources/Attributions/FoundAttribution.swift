public import Records

/// An attribution as this room finds it: the speaker is an entity of the cast and the outer
/// attribution an index; `Reader` gives out the ids.
public struct FoundAttribution: Hashable, Sendable {
  /// The attribution; its `id` is empty, its `speaker` and `within` nil.
  public var attribution: Attribution
  /// The speaker's index in the cast, where settled.
  public var entity: Int?
  /// The index, in the same list, of the attribution whose content holds this one.
  public var within: Int?

  /// An attribution with its speaker and the attribution around it.
  public init(attribution: Attribution, entity: Int? = nil, within: Int? = nil) {
    self.attribution = attribution
    self.entity = entity
    self.within = within
  }
}
