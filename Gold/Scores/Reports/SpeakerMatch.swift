/// Which pairs have the right speaker.
///
/// A named speaker or an institution is right by its name. An unnamed source is right where the
/// other reading also keeps it apart from everybody else: nobody whom the report names, the same
/// speaker wherever the gold has the same label, another one for another label.
struct SpeakerMatch {
  let right: Set<Int>

  init(_ pairs: ReadingPairs) {
    let named = pairs.gold.compactMap(\.speaker).flatMap(\.names)
    var right: Set<Int> = []
    var keyOfLabel: [String: String] = [:]
    var labelOfKey: [String: String] = [:]
    for (left, index) in pairs.partner.sorted(by: { $0.key < $1.key }) {
      let found = pairs.found[index].speaker
      guard let gold = pairs.gold[left].speaker else {
        if found == nil { right.insert(left) }
        continue
      }
      if !gold.names.isEmpty {
        if found.map({ gold.names.contains(where: $0.isCalled) }) == true { right.insert(left) }
        continue
      }
      guard let found else {
        // Nobody settled is enough once; the second time the source should be known again.
        if keyOfLabel.updateValue("", forKey: gold.key) == nil { right.insert(left) }
        continue
      }
      let isNamed = named.contains(where: found.isCalled)
      let key = keyOfLabel[gold.key, default: found.key]
      let label = labelOfKey[found.key, default: gold.key]
      if !isNamed, key == found.key, label == gold.key { right.insert(left) }
      keyOfLabel[gold.key] = key
      labelOfKey[found.key] = label
    }
    self.right = right
  }
}
