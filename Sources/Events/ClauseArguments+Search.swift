import Mentions
import Syntax

/// Parties that stand elsewhere than a tree should have them.
extension ClauseArguments {
  /// The nouns behind a preposition anywhere in a predicate's phrase, whichever of its nouns a
  /// parser hung them on.
  func loose(_ word: String, of predicate: Int) -> [Int] {
    var found: [Int] = []
    var reached = [predicate]
    while let top = reached.popLast() {
      for child in sentence.children(of: top) where child > predicate {
        switch sentence[child].relation {
        case .obl, .nmod, .oblAgent:
          if hasCase(word, child), !isTime(child) { found.append(child) }
          reached.append(child)
        case .obj, .iobj, .xcomp, .conj, .compoundPrt, .oblUnmarked, .nmodUnmarked, .appos, .amod:
          if !(sentence[child].relation == .conj && sentence[child].upos.isVerbal) {
            reached.append(child)
          }
        default: break
        }
      }
    }
    return found.sorted()
  }

  /// The first somebody told behind a predicate in its objects, complements and what hangs on
  /// them; circumstances ("after", "amid") and clauses beside it are left out, and places too
  /// unless they are asked for.
  func deepParty(of predicate: Int, exclude: [Int], inPlaces: Bool = false) -> Int? {
    var found: Int?
    var reached = [predicate]
    let excluded = exclude.compactMap(entity(at:))
    while let top = reached.popLast() {
      for child in sentence.children(of: top) where child > predicate {
        switch sentence[child].relation {
        case .obj, .iobj, .obl, .nmod, .xcomp, .acl, .nmodPoss, .compound, .amod, .nsubj, .appos:
          if isCircumstance(child, allowsPlaces: inPlaces) { continue }
          reached.append(child)
          // "his", "its": whose it is, is no other side.
          if sentence[child].upos == .pron, sentence[child].relation == .nmodPoss { continue }
          let entity = entity(at: child)
          let isNamed = entity != nil || sentence[child].upos != .pron
          let isOther = entity.map { !excluded.contains($0) } ?? true
          if isNamed, isOther, !exclude.contains(child), !isTime(child), isSomebody(child) {
            found = found.map { min($0, child) } ?? child
          }
        default: break
        }
      }
    }
    return found
  }

  private func isCircumstance(_ word: Int, allowsPlaces: Bool) -> Bool {
    sentence.children(of: word).contains {
      let token = sentence[$0]
      guard token.relation == .case || token.relation == .mark, $0 < word else { return false }
      switch token.lemma.lowercased() {
      case "in", "at": return !allowsPlaces
      case "after", "amid", "during", "following", "before", "since", "despite", "as", "by",
        "because", "while", "when", "until", "under":
        return true
      default: return false
      }
    }
  }

  /// Objects that a parser took for adverbials: "killed *at least six people*", "vetoed on Friday
  /// *a resolution*".
  func shiftedObjects(of verb: Int) -> [Int] {
    sentence.children(of: verb).filter { child in
      let token = sentence[child]
      guard child > verb, token.relation == .obl, token.upos.isNominal || token.upos == .num,
        !isTime(child)
      else { return false }
      let cases = sentence.children(of: child).filter { sentence[$0].relation == .case }
      return cases.isEmpty || cases.contains { sentence.beginsQuantity($0) }
    }
  }
}
