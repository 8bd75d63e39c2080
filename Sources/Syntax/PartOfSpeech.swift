/// A universal part-of-speech tag (universaldependencies.org/u/pos), in CoNLL-U the column UPOS.
public enum PartOfSpeech: String, CaseIterable, Sendable, Codable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"

  /// A noun or a proper noun.
  @inlinable public var isNominal: Bool { self == .noun || self == .propn }
  /// A verb or an auxiliary.
  @inlinable public var isVerbal: Bool { self == .verb || self == .aux }
}
