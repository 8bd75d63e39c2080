import Foundation
import Pages
import Records
import TestSupport
import Testing

@Suite struct WARCTests {
  private let scratch: ScratchFolder
  private let pages: [[UInt8]]

  init() throws {
    scratch = try ScratchFolder()
    pages = try SmallArchive.pages()
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try scratch.write(name, bytes)
    return scratch.path + "/" + name
  }

  /// Info, a request, two pages with their addresses, an error, a picture, a revisit.
  private var records: [[UInt8]] {
    [
      SmallArchive.record("warcinfo", block: Array("software: test\r\n".utf8)),
      SmallArchive.record("request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      SmallArchive.response(pages[0], url: "https://news.example/first"),
      SmallArchive.record(
        "response", content: "application/http",
        block: SmallArchive.answer(pages[1], status: "404 Not Found")),
      SmallArchive.record(
        "response", content: "application/http",
        block: SmallArchive.answer([0x89, 0x50], type: "image/png")),
      SmallArchive.response(pages[1], url: "https://news.example/second"),
      SmallArchive.record(
        "revisit", fields: [("WARC-Refers-To-Target-URI", "https://news.example/first")], block: []),
    ]
  }

  @Test(arguments: ["plain.warc", "packed.warc.gz", "packed.warc.zst", "one.warc.gz"])
  func `Every record is an input or a line, and together they cover the file`(
    name: String
  ) throws {
    let bytes: [UInt8] =
      switch name {
      case "plain.warc": records.flatMap { $0 }
      case "packed.warc.gz": records.flatMap(Packer.gzip)
      case "one.warc.gz": Packer.gzip(records.flatMap { $0 })
      default: records.flatMap(Packer.zStandard)
      }
    let path = try write(name, bytes)
    let found = items(path)
    #expect(found.count == 7)
    #expect(coverFile(found, size: bytes.count))
    #expect(inputs(found).map(\.bytes) == Array(pages[..<2]))
    #expect(
      inputs(found).map(\.url) == ["https://news.example/first", "https://news.example/second"])
    #expect(inputs(found).allSatisfy { $0.format == .html && $0.encoding == "utf-8" })
    #expect(refusals(found).allSatisfy { !$0.isShortfall })
    #expect(
      refusals(found).map { $0.reasons.last ?? "" } == [
        "record:warcinfo", "record:request", "status:404", "media:image/png", "record:revisit",
      ])
    #expect(inputs(found).first?.source?.hasPrefix(path + "#offset=") == true)
  }

  @Test(arguments: ["gzip", "deflate", "zstd", "chunked", "chunked gzip", "gzip kept unpacked"])
  func `A page comes out as it was before it was sent`(how: String) throws {
    let page = pages[0]
    var fields: [(String, String)] = []
    var body = page
    switch how {
    case "gzip", "chunked gzip":
      (body, fields) = (Packer.gzip(page), [("Content-Encoding", "gzip")])
    case "deflate": (body, fields) = (Packer.zlib(page), [("Content-Encoding", "deflate")])
    case "zstd": (body, fields) = (Packer.zStandard(page), [("content-encoding", "zstd")])
    case "gzip kept unpacked": fields = [("Content-Encoding", "gzip")]
    default: break
    }
    if how.hasPrefix("chunked") {
      body = SmallArchive.chunked(body)
      fields.append(("Transfer-Encoding", "chunked"))
    }
    let path = try write(
      "a.warc",
      SmallArchive.record(
        "response", content: "application/http",
        block: SmallArchive.answer(body, fields: fields)))
    #expect(inputs(items(path)).map(\.bytes) == [page])
    #expect(inputs(items(path)).first?.reasons == [])
  }

  @Test func `A damaged record is told, and the next one is read`() throws {
    var packed = records.map(Packer.gzip)
    // The third record's deflate data are overwritten from the middle on.
    for index in packed[2].count / 2..<packed[2].count { packed[2][index] = 0xFF }
    let bytes = packed.flatMap { $0 }
    let found = items(try write("damaged.warc.gz", bytes))
    #expect(coverFile(found, size: bytes.count))
    #expect(inputs(found).last?.bytes == pages[1])
    let first = inputs(found).first { $0.url == "https://news.example/first" }
    #expect(first?.reasons.contains("damaged") == true)
    #expect(pages[0].starts(with: first?.bytes ?? [1]))
  }

  @Test func `Bytes between packed records are told, and the next record is read`() throws {
    var packed = records.map(Packer.gzip)
    packed.insert(Array("not a record at all".utf8), at: 3)
    let bytes = packed.flatMap { $0 }
    let found = items(try write("between.warc.gz", bytes))
    #expect(coverFile(found, size: bytes.count))
    #expect(inputs(found).map(\.bytes) == Array(pages[..<2]))
    #expect(refusals(found).filter(\.isShortfall).map(\.reasons) == [["damaged"]])
  }

  @Test(arguments: [10, 100_000, 2_000_000_000])
  func `A record whose length is wrong ends where the next one begins`(length: Int) throws {
    let wrong = SmallArchive.record(
      "response", url: "https://news.example/wrong", content: "application/http",
      block: SmallArchive.answer(pages[0]), length: length)
    let bytes = wrong + records.flatMap { $0 }
    let found = items(try write("length.warc", bytes))
    #expect(coverFile(found, size: bytes.count))
    #expect(inputs(found).suffix(2).map(\.bytes) == Array(pages[..<2]))
    #expect(
      !found.allSatisfy { if case .input(let input) = $0 { input.reasons.isEmpty } else { false } })
  }

  @Test(arguments: [".warc", ".warc.gz"])
  func `A file that breaks off gives what there is and tells it`(ending: String) throws {
    let page = SmallArchive.response(pages[0])
    let whole = ending == ".warc" ? page + page : Packer.gzip(page) + Packer.gzip(page)
    let cut = Array(whole.dropLast(whole.count / 4))
    let found = items(try write("cut" + ending, cut))
    #expect(coverFile(found, size: cut.count))
    #expect(inputs(found).first?.bytes == pages[0])
    #expect(inputs(found).last?.reasons == ["damaged"])
  }

  @Test func `A record cut by the crawler is partly read`() throws {
    let path = try write(
      "truncated.warc",
      SmallArchive.record(
        "response", content: "application/http", fields: [("WARC-Truncated", "length")],
        block: SmallArchive.answer(pages[0])))
    #expect(inputs(items(path)).first?.reasons == ["cut"])
  }

  @Test func `Bombs are stopped at the limit and told, and reading goes on`() throws {
    let zeros = [UInt8](repeating: 0, count: 200 << 20)
    let packed = Packer.gzip(zeros)
    #expect(packed.count < 220_000)
    let limits = UnpackingLimits()
    let page = Packer.gzip(SmallArchive.response(pages[0]))

    let file = items(try write("bomb.html.gz", packed), limits: limits)
    #expect(refusals(file).map(\.reasons) == [["bomb"]])

    let record = Packer.gzip(
      SmallArchive.record("response", content: "application/http", block: zeros))
    let archive = items(try write("bomb.warc.gz", record + page))
    #expect(refusals(archive).map(\.reasons) == [["bomb"]])
    #expect(inputs(archive).map(\.bytes) == [pages[0]])
    #expect(coverFile(archive, size: record.count + page.count))

    let inner = SmallArchive.record(
      "response", content: "application/http",
      block: SmallArchive.answer(packed, fields: [("Content-Encoding", "gzip")]))
    let nested = items(try write("nested.warc", inner + SmallArchive.response(pages[0])))
    #expect(refusals(nested).map(\.reasons) == [["bomb"]])
    #expect(inputs(nested).map(\.bytes) == [pages[0]])
  }

  @Test func `A large record is passed over, and the next one is read`() throws {
    var seed: UInt64 = 3
    let noise = (0..<300_000).map { _ -> UInt8 in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 33)
    }
    let limits = UnpackingLimits(bytes: 100_000)
    let large = SmallArchive.record("resource", content: "text/plain", block: noise)
    let page = SmallArchive.response(pages[0])
    for (name, bytes) in [
      ("large.warc", large + page), ("large.warc.gz", Packer.gzip(large) + Packer.gzip(page)),
    ] {
      let found = items(try write(name, bytes), limits: limits)
      #expect(refusals(found).map(\.reasons) == [["too-large"]], "\(name)")
      #expect(inputs(found).map(\.bytes) == [pages[0]], "\(name)")
      #expect(coverFile(found, size: bytes.count), "\(name)")
    }
  }

  @Test func `What is written can be read`() throws {
    let path = try write("written.warc.gz", [])
    let file = try #require(FileHandle(forWritingAtPath: path))
    let writer = WARCWriter(file, packs: true)
    let date = Date(timeIntervalSince1970: 1_620_000_000)
    try writer.writeInfo(software: "test", date: date)
    try writer.writeResponse(
      target: "https://news.example/a", status: "200 OK",
      fields: [
        HTTPField("Content-Type", "text/html"), HTTPField("Transfer-Encoding", "chunked"),
        HTTPField("Content-Encoding", "gzip"),
      ], body: Packer.gzip(pages[0]), peer: "192.0.2.1", date: date)
    try file.close()
    let found = items(path)
    #expect(inputs(found).map(\.bytes) == [pages[0]])
    let archive = WARCReader(try #require(FileHandle(forReadingAtPath: path)))
    #expect(archive.next()?.header.type == "warcinfo")
    let record = try #require(archive.next())
    #expect(record.header["warc-date"] == "2021-05-03T00:00:00Z")
    #expect(record.header["WARC-IP-Address"] == "192.0.2.1")
    #expect(archive.next() == nil)
  }

  @Test func `Whatever is done to an archive, reading ends and accounts for each byte`() throws {
    let plain = records.flatMap { $0 }
    let packed = records.flatMap(Packer.gzip)
    let standard = records.flatMap(Packer.zStandard)
    var mutator = Mutator(seed: 11)
    for round in 0..<300 {
      let (name, base) = [("m.warc", plain), ("m.warc.gz", packed), ("m.warc.zst", standard)][
        round % 3]
      let bytes = mutator.mutated(base)
      let found = items(try write(name, bytes))
      #expect(coverFile(found, size: bytes.count), "round \(round)")
    }
  }
}
