/// How much a search looks at before it goes about it another way. The answer's items are the same
/// whatever stands here; its count may tell less.
package struct SearchEffort: Sendable {
  /// Up to how many items an answer is counted, at most.
  package var counted = 2000
  /// A longer list of lines is not read before the newest reports were looked at: up to ten
  /// milliseconds are spent on one.
  package var longList = 40_000
  /// The same for the reports of a word: FTS5 takes longer for each.
  package var longWords = 8000
  /// So many of the newest reports are looked at before long lists are read.
  package var newest = 4096
  /// How many of the newest reports are looked at first.
  package var stretch = 64
  /// A full page is counted on where no more candidates than this are left by short lists.
  package var fewCandidates = 4096
  /// Up to how many reports are asked for a word one by one before its list is gone through.
  package var lookups = 256

  package init() {}
}
