extension Name {
  /// The names that a row of BIO tags (`B-PER`, `I-PER`, `O`) marks; an `I-` without its `B-`
  /// begins a name, a kind that is not ours ends one.
  public static func read(_ tags: [String]) -> [Name] {
    var names: [Name] = []
    for (index, tag) in tags.enumerated() {
      guard tag.count > 2, let kind = NameKind(rawValue: String(tag.dropFirst(2))) else { continue }
      if tag.hasPrefix("I-"), let last = names.last, last.kind == kind,
        last.tokens.upperBound == index
      {
        names[names.count - 1].tokens = last.tokens.lowerBound..<index + 1
      } else if tag.hasPrefix("B-") || tag.hasPrefix("I-") {
        names.append(Name(tokens: index..<index + 1, kind: kind))
      }
    }
    return names
  }

  /// The BIO tags of names over `count` tokens.
  public static func tags(of names: [Name], count: Int) -> [String] {
    var tags = [String](repeating: "O", count: count)
    for name in names {
      for index in name.tokens where index < count {
        tags[index] = (index == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue
      }
    }
    return tags
  }
}
