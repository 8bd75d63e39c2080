/// The part that words play in an attribution.
package enum Role: Int, CaseIterable, Sendable { case none, source, cue, content }

/// A phrase near a cue that may be its source, a word of it, or its content.
package struct Argument: Sendable {
  /// How the phrase is reached from the cue.
  package enum Reach: String, CaseIterable, Sendable {
    /// A dependent of the cue.
    case child
    /// A dependent of a dependent.
    case grandchild
    /// The word that the cue depends on, with the rest of its phrase or clause.
    case head
    /// The head's head, with the rest of its clause.
    case grandhead
    /// A dependent of the head.
    case sibling
    /// The subject of a clause further up, which the cue's own clause may share.
    case subjectAbove
    /// What stands before or after a colon in its sentence.
    case before, after
    /// A quotation in the sentence or next to it.
    case quotation
  }

  package let reach: Reach
  /// The token that stands for the phrase, or the number of the quotation.
  package let head: Int
  /// Hash of the relations on the way.
  package let path: UInt32
  /// The argument that holds this one, as an index; -1 for none.
  package let parent: Int
  /// For a phrase above the cue: the token whose branch the cue is in, which is left out.
  package let branch: Int

  package init(reach: Reach, head: Int, path: UInt32, parent: Int = -1, branch: Int = -1) {
    self.reach = reach
    self.head = head
    self.path = path
    self.parent = parent
    self.branch = branch
  }
}

/// A word that may report somebody's words or attitude, with the phrases around it.
package struct Candidate: Sendable {
  /// The sentence.
  package let passage: Int
  /// The word.
  package let token: Int
  /// The phrases, each behind the one that holds it.
  package let arguments: [Argument]
  /// What the network says of the words around; nil where there is none.
  package let parts: PartScores?
}
