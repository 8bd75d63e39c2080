import Records

/// What makes the actors of two reports one: rules that would rather leave one person twice than
/// make two persons one. People join the rest by decisions.
enum ActorKey {
  /// The key under which every report finds the same actor, or nil where the name alone doesn't
  /// tell who it is: a surname ("Biden"), an office without its state ("Foreign Ministry"), a
  /// description ("six fishermen"), an unnamed source.
  static func shared(by actor: Actor) -> String? {
    let words = Folded.words(actor.name)
    switch actor.kind {
    case .source: return nil
    case .person:
      // A name of two words or more, each one capitalised, initials included.
      let written = actor.name.split(separator: " ")
      let capitalised = written.count { $0.first?.isUppercase == true }
      guard capitalised >= 2, words.filter({ $0.count > 1 }).count >= 2 else { return nil }
      return key(actor.kind, words)
    case .state: return words.isEmpty ? nil : key(actor.kind, words)
    case .organisation, .group:
      guard !words.isEmpty else { return nil }
      // "Palestinians" are the same in two reports, "six fishermen" are not.
      if actor.kind == .group, actor.name.first?.isUppercase != true { return nil }
      if let country = actor.country { return key(actor.kind, words) + "|" + country }
      let isNamed = actor.kind == .organisation && !words.allSatisfy(GenericWords.contains)
      return isNamed ? key(actor.kind, words) : nil
    }
  }

  private static func key(_ kind: ActorKind, _ words: [String]) -> String {
    kind.rawValue + "|" + words.joined(separator: " ")
  }
}
