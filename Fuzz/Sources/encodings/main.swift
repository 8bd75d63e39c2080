import Fuzzing
import HTML
import Pages

// Any bytes in any encoding: a document whose text is well-formed, or a text, or a binary.
let labels = [
  "utf-8", "windows-1252", "utf-16le", "gb18030", "big5", "shift_jis", "iso-2022-jp", "euc-kr",
  "euc-jp", "koi8-r", "replacement", "x-user-defined",
]

fuzz { bytes in
  let label = bytes.first.map { labels[Int($0) % labels.count] }
  let document = HTMLDocument.parse(Array(bytes.dropFirst()), encoding: label)
  precondition(document.text(of: document.root).utf8.count <= 8 * bytes.count + 64)
  if case .text(let text, _) = TextDecoding.decode(bytes) {
    precondition(String(validating: text.utf8, as: UTF8.self) != nil)
  }
}
