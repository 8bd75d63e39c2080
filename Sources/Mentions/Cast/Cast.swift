public import Syntax

/// Everybody in a report: the entities, and which words refer to which.
public struct Cast: Sendable {
  /// The entities in the order of first mention.
  public let entities: [Entity]
  /// The entity of the mention whose head is at an address.
  private let byHead: [TokenAddress: Int]

  /// A cast of entities.
  public init(entities: [Entity]) {
    self.entities = entities
    var byHead: [TokenAddress: Int] = [:]
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions { byHead[mention.address] = index }
    }
    self.byHead = byHead
  }

  /// The entity that the phrase headed by this token refers to, where settled.
  public func entity(at head: TokenAddress) -> Int? { byHead[head] }

  /// The mention whose head is at this token, with its entity.
  public func mention(at head: TokenAddress) -> (entity: Int, mention: Mention)? {
    guard let entity = byHead[head],
      let mention = entities[entity].mentions.first(where: { $0.address == head })
    else { return nil }
    return (entity, mention)
  }
}
