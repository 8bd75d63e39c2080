import Records

/// A ledger's sums in words.
enum LedgerWords {
  /// What was passed over because it holds no page by its nature; nil where there was none.
  static func passedOver(_ ledger: Ledger) -> String? {
    guard let count = ledger.passedOver[LedgerLine.notAPage] else { return nil }
    let kinds = ["list", "record", "media", "status", "not-modified", "empty"].compactMap { kind in
      let number = ledger.passedOver.filter { $0.key == kind || $0.key.hasPrefix(kind + ":") }
        .values.reduce(0, +)
      return number > 0 ? "\(number) \(words(kind))" : nil
    }
    return "\(count) \(count == 1 ? "input is" : "inputs are") no page: "
      + kinds.joined(separator: ", ")
  }

  /// All sums, one a line.
  static func sums(_ ledger: Ledger) -> String {
    let rows: [(String, Ledger.Sum)] = [
      ("whole", ledger.sum(.whole)), ("partly", ledger.sum(.partial)),
      ("refused", ledger.sum(.refused)), ("inputs", ledger.total),
    ]
    return rows.map { name, sum in
      name.padded(to: 8) + String(sum.inputs).leftPadded(to: 9) + "  "
        + "\(sum.bytes) bytes\n"
    }.joined()
  }

  private static func words(_ kind: String) -> String {
    switch kind {
    case "list": "feeds and lists of pages"
    case "record": "records of the crawl"
    case "media": "neither pages nor texts"
    case "status": "answers other than a page"
    case "not-modified": "unchanged since the last visit"
    default: kind
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
