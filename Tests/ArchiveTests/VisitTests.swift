import Archive
import Pages
import TestSupport
import Testing

@Suite struct VisitTests {
  @Test func `What a site told of a page is kept until it tells otherwise`() throws {
    let folder = try ScratchFolder()
    let first = Visit(
      address: "https://news.example/a", location: "https://news.example/b", entityTag: "W/\"1\"",
      modified: "Fri, 14 May 2021 10:00:00 GMT")
    try Archive(at: folder.file()).note(first)
    let archive = try Archive(at: folder.file())
    #expect(try archive.visit(of: first.address) == first)
    #expect(try archive.visit(of: "https://news.example/b") == nil)
    let second = Visit(address: first.address)
    try archive.note(second)
    #expect(try archive.visit(of: first.address) == second)
  }
}
