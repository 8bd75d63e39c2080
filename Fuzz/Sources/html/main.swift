import Fuzzing
import HTML

// Any bytes: a tree whose nodes stand within the page, whose links agree, and whose text is no longer
// than the bytes allow.
fuzz { bytes in
  let page = HTMLDocument.parse(bytes, encoding: "utf-8")
  // Else U+FFFD stands for bytes that are no characters.
  let isUTF8 = page.encoding == .utf8 && String(validating: bytes, as: UTF8.self) != nil
  precondition(page.text(of: page.root).utf8.count <= 8 * bytes.count + 64)
  precondition(page.nodeCount <= 32 * bytes.count + 64)
  for node in page.descendants(of: page.root) {
    let range = page.sourceRange(of: node)
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    if let next = page.nextSibling(of: node) {
      precondition(page.previousSibling(of: next) == node)
    }
    for piece in page.textPieces(of: node) where piece.isVerbatim && isUTF8 {
      precondition(bytes[piece.sourceRange].elementsEqual(piece.text))
    }
  }
}
