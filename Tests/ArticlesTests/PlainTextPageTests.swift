import Foundation
import Records
import Testing
import Text

import Articles

@Test func dump() throws {
  guard let path = ProcessInfo.processInfo.environment["PAGE"] else { return }
  let text = SourceText(try String(contentsOfFile: path, encoding: .utf8))
  let article = ArticleReader().read(text)
  print("TITLE", article.title ?? "-", "| BY", article.byline, "|", article.published ?? "-", article.publishedBy ?? "-", "|", article.language ?? "-", article.state, article.reasons)
  for block in article.blocks { print(block.kind.rawValue, block.span, "(\(block.why))", String(reflecting: article.text[block.span])) }
}
