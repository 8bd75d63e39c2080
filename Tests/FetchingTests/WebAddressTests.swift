import Fetching
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://News.Example/a?b=c#d", "https://news.example/a?b=c"),
    ("http://news.example", "http://news.example/"),
    ("http://news.example:80/", "http://news.example/"),
    ("http://news.example:443/", "http://news.example:443/"),
    ("https://news.example.:8443/x", "https://news.example:8443/x"),
    ("  https://news.example/ \n", "https://news.example/"),
    ("https://news.example/a b", "https://news.example/a%20b"),
    ("https://news.example/%7Ea/é", "https://news.example/%7Ea/%C3%A9"),
    ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ("HTTP://127.0.0.1/", "http://127.0.0.1/"),
  ])
  func `Addresses are put together from sound parts`(_ given: String, _ whole: String) throws {
    #expect(try WebAddress(given).description == whole)
  }

  @Test(arguments: [
    "ftp://news.example/", "file:///etc/passwd", "http+unix://%2Ftmp%2Fs/", "news.example",
    "http://", "https:///a", "http://user:word@news.example/", "http://[fe80::1%25eth0]/",
    "http://a%00b/", "http://news.example%2f@evil.example/", "http://news.example:99999/",
    "http://...", "http://[::1", "javascript:alert(1)", "", "http://a b/",
  ])
  func `What is no address of a page is refused`(_ given: String) {
    #expect(throws: FetchFailure.self) { try WebAddress(given) }
  }

  @Test(arguments: [
    ("/b", "https://news.example/b"), ("b", "https://news.example/a/b"),
    ("../b?x", "https://news.example/b?x"), ("//other.example/b", "https://other.example/b"),
    ("?y", "https://news.example/a/c?y"), ("http://other.example", "http://other.example/"),
  ])
  func `Relative addresses`(_ given: String, _ whole: String) throws {
    let base = try WebAddress("https://news.example/a/c")
    #expect(try WebAddress(given, relativeTo: base).description == whole)
  }
}
