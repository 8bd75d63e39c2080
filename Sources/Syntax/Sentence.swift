public import Text

/// A sentence: its tokens in order, their dependency tree, and the names in it.
public struct Sentence: Sendable {
  /// The tokens in text order.
  public let tokens: [Token]
  /// The names, in text order, not nested.
  public let names: [Name]
  /// From the first token's start to the last token's end.
  public let span: Span
  /// `dependents[childStart[i]..<childStart[i + 1]]` are the dependents of token `i`.
  @usableFromInline let childStart: [Int32]
  @usableFromInline let dependents: [Int32]

  /// A sentence over tokens whose heads form a tree.
  ///
  /// - Precondition: there is at least one token; each head is -1 or an index of `tokens`.
  public init(tokens: [Token], names: [Name] = []) {
    precondition(!tokens.isEmpty, "a sentence has tokens")
    self.tokens = tokens
    self.names = names
    span = Span(tokens[0].span.start, tokens[tokens.count - 1].span.end)
    var starts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens where token.head >= 0 { starts[token.head + 1] += 1 }
    for index in 1...tokens.count { starts[index] += starts[index - 1] }
    var next = starts
    var children = [Int32](repeating: 0, count: Int(starts[tokens.count]))
    for (index, token) in tokens.enumerated() where token.head >= 0 {
      children[Int(next[token.head])] = Int32(index)
      next[token.head] += 1
    }
    childStart = starts
    dependents = children
  }

  /// The number of tokens.
  @inlinable public var count: Int { tokens.count }

  /// The token at an index.
  @inlinable public subscript(index: Int) -> Token { tokens[index] }

  /// The index of the root, the first token without a head.
  public var root: Int { tokens.firstIndex { $0.head < 0 } ?? 0 }

  /// The dependents of a token, in text order.
  @inlinable
  public func children(of index: Int) -> some RandomAccessCollection<Int> {
    dependents[Int(childStart[index])..<Int(childStart[index + 1])].lazy.map { Int($0) }
  }

  /// The first dependent of a token with this relation, subtypes not counted as the same.
  @inlinable
  public func child(of index: Int, _ relation: Relation) -> Int? {
    children(of: index).first { tokens[$0].relation == relation }
  }

  /// The dependents of a token whose relation passes the test, in text order.
  @inlinable
  public func children(of index: Int, where matches: (Relation) -> Bool) -> [Int] {
    children(of: index).filter { matches(tokens[$0].relation) }
  }

  /// The heads of a token from its own head up to the root.
  public func ancestors(of index: Int) -> [Int] {
    var path: [Int] = []
    var head = tokens[index].head
    while head >= 0 && path.count <= tokens.count {
      path.append(head)
      head = tokens[head].head
    }
    return path
  }

  /// The tokens of the subtree of `index`, itself with them, in text order.
  ///
  /// - Parameter descends: whether to go down into a dependent; by default into all.
  public func subtree(of index: Int, where descends: (Int) -> Bool = { _ in true }) -> [Int] {
    var reached = [index]
    var next = 0
    while next < reached.count {
      for child in children(of: reached[next]) where descends(child) { reached.append(child) }
      next += 1
    }
    return reached.sorted()
  }
}
