package import Records
package import Syntax
import Text

/// A sentence as this room reads it: with its paragraph, its quotations, and hashes of its words.
package struct Passage: Sendable {
  package let sentence: Sentence
  /// The sentence's number in the text.
  package let index: Int
  /// The paragraph's number, counted over lines.
  package let paragraph: Int
  /// What kind of block the sentence stands in.
  package let block: BlockKind
  /// For each token the quotation that holds it, as an index in the report's, or -1.
  package let quotation: [Int]
  /// For each token the first and the last token of its subtree.
  package let extent: [ClosedRange<Int>]
  /// Hashes of lemma, relation and part of speech.
  package let lemma: [UInt32]
  package let relation: [UInt32]
  package let part: [UInt32]
  /// For each token the kind of the name that holds it.
  package let name: [NameKind?]

  package init(
    sentence: Sentence, index: Int, paragraph: Int, block: BlockKind, quotations: [Quotation]
  ) {
    self.sentence = sentence
    self.index = index
    self.paragraph = paragraph
    self.block = block
    var extent = sentence.tokens.indices.map { $0...$0 }
    for token in sentence.tokens.indices {
      var head = sentence[token].head
      var steps = 0
      while head >= 0 && steps < sentence.count {
        extent[head] = min(extent[head].lowerBound, token)...max(extent[head].upperBound, token)
        head = sentence[head].head
        steps += 1
      }
    }
    self.extent = extent
    lemma = sentence.tokens.map { FeatureHash.of($0.lemma.lowercased()) }
    relation = sentence.tokens.map { FeatureHash.of($0.relation.rawValue) }
    part = sentence.tokens.map { FeatureHash.of($0.upos.rawValue) }
    var name = [NameKind?](repeating: nil, count: sentence.count)
    for found in sentence.names { for token in found.tokens { name[token] = found.kind } }
    self.name = name
    quotation = Passage.holders(of: sentence.tokens, among: quotations)
  }

  /// The quotation that holds each token.
  private static func holders(of tokens: [Token], among quotations: [Quotation]) -> [Int] {
    var holders = [Int](repeating: -1, count: tokens.count)
    guard let start = tokens.first?.span.start else { return holders }
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].marks.end <= start { low = middle + 1 } else { high = middle }
    }
    var next = low
    for (index, token) in tokens.enumerated() {
      while next < quotations.count && quotations[next].marks.end <= token.span.start { next += 1 }
      if next < quotations.count && quotations[next].marks.contains(token.span.start) {
        holders[index] = next
      }
    }
    return holders
  }

  /// The words of a token's subtree that `excluded` does not take away.
  package func yield(of token: Int, without excluded: Set<Int> = []) -> [Int] {
    sentence.subtree(of: token) { !excluded.contains($0) }
  }

  /// Whether a token is a mark of quotation.
  package func isQuotationMark(_ token: Int) -> Bool {
    ["\"", "“", "”", "``", "''", "‘", "’", "„", "«", "»"].contains(sentence[token].form)
      && sentence[token].upos == .punct
  }
}
