import Records

/// What a site's answer gives to read: a page or a text, or why there is none.
package enum SiteAnswer {
  /// The item of a body as it was sent for an address.
  ///
  /// - Parameters:
  ///   - bytes: the body, unpacked.
  ///   - contentType: the value of Content-Type.
  ///   - source: how the ledger names the input.
  ///   - url: the page's address.
  ///   - wrong: what is known to be wrong with the bytes: codes and words.
  package static func item(
    _ bytes: [UInt8], contentType: String?, source: String, url: String?,
    wrong: [(reason: String, what: String)] = []
  ) -> IntakeItem {
    let media = MediaType(contentType)
    guard media.format != nil || media.isUnknown else {
      return notAPage("media:\(media.name ?? "")", "neither a page nor a text", source, url, bytes)
    }
    guard case .input(var input) = IntakeSource.input(bytes, source: source) else {
      if wrong.isEmpty { return notAPage("empty", "the page is empty", source, url, bytes) }
      return .refused(
        LedgerLine(
          source: source, state: .refused, reasons: wrong.map(\.reason),
          message: wrong.map(\.what).joined(separator: "; "), bytes: bytes.count, url: url))
    }
    input.format = media.format ?? PageKind.format(of: bytes, name: nil)
    input.url = url
    input.encoding = media.charset
    input.reasons = wrong.map(\.reason)
    return .input(input)
  }

  private static func notAPage(
    _ reason: String, _ message: String, _ source: String, _ url: String?, _ bytes: [UInt8]
  ) -> IntakeItem {
    .refused(
      LedgerLine(
        source: source, state: .refused, reasons: [LedgerLine.notAPage, reason], message: message,
        bytes: bytes.count, url: url))
  }
}
