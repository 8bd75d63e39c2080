import Records
import Text

/// Attributions, paired with the reading's by overlap of their contents (Dice at least one half).
enum AttributionsScore {
  private typealias Pair = (gold: SeedReading.Attribution, found: Attribution)

  static func lines(_ reading: SeedReading, _ record: Record) -> [SeedScore.Line] {
    let pairs = paired(reading.attributions, record.attributions)
    func pair(_ gold: SeedReading.Attribution) -> Attribution? {
      pairs.first { $0.gold.id == gold.id }?.found
    }
    let names = Dictionary(uniqueKeysWithValues: record.actors.map { ($0.id, $0) })
    let text = SourceText(record.text)
    func told(_ gold: SeedReading.Attribution) -> String {
      let found = pair(gold)
      let speaker = found?.speaker.flatMap { names[$0]?.name } ?? "nobody"
      return "\(gold.id) \(found == nil ? "not found" : "speaker \(speaker)"): "
        + text[gold.content].prefix(50)
    }
    func line(
      _ name: String, _ passes: @escaping (SeedReading.Attribution, Attribution) -> Bool
    ) -> SeedScore.Line {
      SeedScore.Line(
        name, reading.attributions,
        passes: { gold in pair(gold).map { passes(gold, $0) } ?? false },
        called: told)
    }
    func sourceRight(_ gold: SeedReading.Attribution, _ found: Attribution) -> Bool {
      guard let source = gold.source else { return found.source.isEmpty || found.inferred }
      return found.source.contains { $0.overlaps(source) && $0.dice(source) >= 0.5 }
    }
    func speakerRight(_ gold: SeedReading.Attribution, _ found: Attribution) -> Bool {
      guard let speaker = gold.speaker else {
        return found.speaker.flatMap { names[$0] }.map { $0.kind == .source || $0.kind == .group }
          ?? true
      }
      guard let id = found.speaker, let actor = names[id] else { return false }
      if speaker.hasPrefix("@") {
        let first = reading.attributions.first { "@" + $0.id == speaker }
        return first.flatMap(pair)?.speaker == id
      }
      return ([actor.name] + actor.aliases).contains { sameName($0, speaker) }
    }
    let unmatched = record.attributions.filter { attribution in
      !pairs.contains { $0.found == attribution }
    }
    return [
      line("attributions: content") { _, _ in true },
      line("attributions: content and source", sourceRight),
      line("attributions: content and cue") { gold, found in
        gold.cue.map { cue in found.cue.contains { $0.overlaps(cue) } } ?? found.cue.isEmpty
      },
      line("attributions: content and speaker", speakerRight),
      line("attributions: content and form") { $0.form == $1.form.rawValue },
      line("attributions: content and kind of source") {
        $0.source_kind == $1.sourceKind.rawValue
      },
      SeedScore.Line(
        faults: unmatched.map { attribution in
          let words = attribution.content.first.map { text[$0] } ?? ""
          return "\(attribution.id) (\(attribution.by)): \(words.prefix(60))"
        }, "attributions told that the reading lacks"),
    ]
  }

  private static func paired(
    _ gold: [SeedReading.Attribution], _ found: [Attribution]
  ) -> [Pair] {
    var scored: [(score: Double, gold: Int, found: Int)] = []
    for (left, reading) in gold.enumerated() {
      for (right, attribution) in found.enumerated() {
        let shared = attribution.content.reduce(0) {
          $0 + ($1.intersection(reading.content)?.count ?? 0)
        }
        let length = attribution.content.reduce(0) { $0 + $1.count } + reading.content.count
        let score = 2 * Double(shared) / Double(length)
        if score >= 0.5 { scored.append((score, left, right)) }
      }
    }
    scored.sort { ($1.score, $0.gold, $0.found) < ($0.score, $1.gold, $1.found) }
    var usedGold: Set<Int> = []
    var usedFound: Set<Int> = []
    var pairs: [Pair] = []
    for item in scored where !usedGold.contains(item.gold) && !usedFound.contains(item.found) {
      usedGold.insert(item.gold)
      usedFound.insert(item.found)
      pairs.append((gold[item.gold], found[item.found]))
    }
    return pairs
  }
}
