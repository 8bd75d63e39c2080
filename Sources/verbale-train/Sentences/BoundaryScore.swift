import Syntax
import Text

/// How many sentences of a treebank are found from raw text, both ends right.
struct BoundaryScore: CustomStringConvertible {
  private var right = 0
  private var found = 0
  private var gold = 0

  init(_ documents: [[CoNLLUSentence]], _ layout: TreebankText.Layout, model: BoundaryModel) {
    for document in documents {
      let (text, starts) = TreebankText.text(of: document, layout: layout)
      let pieces = Tokeniser.pieces(in: text, block: text.span)
      var begin = 0
      for end in SentenceSplitter.ends(of: pieces, in: text.utf8, model: model) {
        let inside = pieces[begin..<end].dropFirst().contains { starts.contains($0.start) }
        let isWhole =
          starts.contains(pieces[begin].start)
          && (end == pieces.count || starts.contains(pieces[end].start))
        right += isWhole && !inside ? 1 : 0
        found += 1
        begin = end
      }
      gold += starts.count
    }
  }

  var description: String {
    let precision = Double(right) / Double(max(found, 1))
    let recall = Double(right) / Double(max(gold, 1))
    let f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    func percent(_ value: Double) -> Double { (value * 10_000).rounded() / 100 }
    return "P \(percent(precision)) R \(percent(recall)) F1 \(percent(f1))"
  }
}
